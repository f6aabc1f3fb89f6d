// SPDX-License-Identifier: Apache-2.0
#include "identity/random.h"

#include <openssl/rand.h>

#include <stdexcept>

namespace unchained::identity {

void randomBytes(std::span<std::uint8_t> out) {
    if (RAND_priv_bytes(out.data(), static_cast<int>(out.size())) != 1) {
        throw std::runtime_error("the system gives no random bytes");
    }
}

} // namespace unchained::identity
