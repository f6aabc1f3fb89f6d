// SPDX-License-Identifier: Apache-2.0
#include "gpu/merkle.h"
#include "unchained_bench/contests.h"

#include <cstdlib>
#include <memory>
#include <openssl/evp.h>

namespace unchained::bench {

void addHashes(Report& report) {
    constexpr std::size_t kLeaves = 16384;
    const auto blob = std::make_shared<Bytes>(kLeaves * merkle::kLeafBytes);
    for (std::size_t i = 0; i < blob->size(); ++i)
        (*blob)[i] = static_cast<std::uint8_t>(i * 2654435761U >> 16);
    const auto ours = [blob] {
        if (merkle::blobLeaves(*blob).size() != kLeaves) std::abort();
    };
    const std::shared_ptr<EVP_MD> sha(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    const auto peer = [blob, sha] {
        unsigned char digest[EVP_MAX_MD_SIZE];
        for (std::size_t leaf = 0; leaf < kLeaves; ++leaf) {
            const std::uint8_t* data = blob->data() + leaf * merkle::kLeafBytes;
            if (EVP_Digest(data, merkle::kLeafBytes, digest, nullptr, sha.get(), nullptr) != 1) std::abort();
        }
    };
    report.add({"hash_vs_openssl", 1, ours, peer, {}, false});
}

} // namespace unchained::bench
