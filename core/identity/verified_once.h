// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"

#include <set>

namespace unchained::identity {

/// While one of these lives, openEnvelope() in its thread verifies the signature of the same bytes once, and knows them
/// again by their SHA-256; what seal() has signed it knows already. The answers are the same; they come sooner where a
/// record shows a commitment in every claim on it and is gone through several times. One inside another adds nothing.
/// It keeps a hash for each good envelope: for a record of bounded size, not for a connection. To be destroyed in the
/// thread that made it.
class VerifiedOnce {
public:
    VerifiedOnce();
    ~VerifiedOnce();
    VerifiedOnce(const VerifiedOnce&) = delete;
    VerifiedOnce& operator=(const VerifiedOnce&) = delete;

private:
    std::set<Hash256> m_good; ///< hashes of envelopes
};

} // namespace unchained::identity
