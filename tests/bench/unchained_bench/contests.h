// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unchained_bench/peers.h"
#include "unchained_bench/report.h"

#include <filesystem>

namespace unchained::bench {

/// Exact products against OpenBLAS sgemm and oneDNN's s8s8s32, quantising and rounding included.
/// @param all  also the shapes of a training, which no named ratio is made of
void addProducts(Report& report, const Peers& peers, bool all);

/// Leaves of 1 KiB against OpenSSL called as `openssl speed -bytes 1024 sha256` calls it.
void addHashes(Report& report);

/// Training of the jobs in a folder of job files: what a step costs beside its iterations, and iterations a second
/// against PyTorch in binary32, which a script trains in a process of its own, by turns with ours.
/// @param script  torch_compare.py
void addJobs(Report& report, const std::filesystem::path& jobs, const std::filesystem::path& script);

/// What bench_cuda, beside this program, says of a card.
void addCards(Report& report);

} // namespace unchained::bench
