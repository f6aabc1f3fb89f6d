// SPDX-License-Identifier: Apache-2.0
#include "protocol/case_record.h"
#include "protocol/hub_internal.h"

/// The record of a peer in cases, counted anew for each question.
namespace unchained::protocol {

namespace {

/// The count that a case which has ended belongs to.
std::uint64_t CaseRecord::*countOf(const CaseState& s) {
    const std::string& how = s.outcome;
    if (how == "host-wrong") return &CaseRecord::wrong;
    if (how == "host-silent" || how == "both-silent") return &CaseRecord::silent;
    if (how == "false-alarm" || how == "opener-silent") return &CaseRecord::falseAlarms;
    if (how == "settled") return &CaseRecord::settled;
    if (how == "ruled") return s.toOpener.isZero() ? &CaseRecord::dismissed : &CaseRecord::ruled;
    return &CaseRecord::dismissed;
}

} // namespace

cbor::Value HubState::caseRecordOf(const PeerId& peer) const {
    CaseRecord out;
    for (const auto& [id, s] : m_cases)
        if (s.opening.against == peer) ++(out.*(s.level == CaseLevel::Ended ? countOf(s) : &CaseRecord::open));
    return contract::FieldWriter::toValue(out);
}

} // namespace unchained::protocol
