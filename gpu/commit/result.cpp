// SPDX-License-Identifier: Apache-2.0
#include "gpu/result.h"

namespace unchained {

std::string Message::str() const {
    std::string out;
    for (std::size_t i = 0; i < m_pattern.size(); ++i) {
        const bool placeholder = m_pattern[i] == '%' && i + 1 < m_pattern.size() && m_pattern[i + 1] >= '1' &&
                                 static_cast<std::size_t>(m_pattern[i + 1] - '1') < m_args.size();
        if (placeholder) {
            out += m_args[static_cast<std::size_t>(m_pattern[++i] - '1')];
        } else {
            out += m_pattern[i];
        }
    }
    return out;
}

std::string Error::text() const {
    std::string out = subject.empty() ? sentence.str() : subject + ": " + sentence.str();
    if (!remedy.empty()) out += "; " + remedy.str();
    return out;
}

} // namespace unchained
