// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace unchained::identity {

/// For calls of OpenSSL that fail only when the program or its memory is broken.
inline void require(bool ok, const char* what) {
    if (!ok) throw std::runtime_error(std::string("OpenSSL failed: ") + what);
}

} // namespace unchained::identity
