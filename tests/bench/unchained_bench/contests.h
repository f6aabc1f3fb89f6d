// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unchained_bench/peers.h"
#include "unchained_bench/report.h"

namespace unchained::bench {

/// Exact products against OpenBLAS sgemm and oneDNN's s8s8s32, quantising and rounding included.
/// @param all  also the shapes of a training, which no named ratio is made of
void addProducts(Report& report, const Peers& peers, bool all);

/// Leaves of 1 KiB against OpenSSL called as `openssl speed -bytes 1024 sha256` calls it.
void addHashes(Report& report);

} // namespace unchained::bench
