// SPDX-License-Identifier: Apache-2.0
/// unchained-bench: how fast the exact arithmetic is beside the libraries that labs use, in the same process and run.
#include "unchained_bench/contests.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <iostream>
#include <string_view>

namespace {

constexpr const char* kHelp =
    R"(Usage: unchained-bench [--quick] [--json] [--openblas KERNELS] [options of Google Benchmark]

Compares exact products, hashes and training with OpenBLAS, oneDNN, OpenSSL and PyTorch, where those are installed:
pairs of runs, ours and theirs by turns, the least time of each in a repetition, the median over the repetitions. Where
there is a card, bench_cuda measures it first.

  --quick             within three minutes: fewer repetitions, and only what a named ratio is made of
  --json              one object of ratios on standard output, and the tables on standard error
  --openblas KERNELS  a value of OPENBLAS_CORETYPE, or "own" for what OpenBLAS takes by itself; by default the faster of
                      that and of its AVX-512 kernels
  --help              print this, and the options of Google Benchmark
)";

struct Options {
    bool quick = false;
    bool json = false;
    std::string openblas;
};

/// Takes ours out of the arguments; false where one is left that nobody knows.
bool take(Options& options, int& argc, char** argv) {
    int kept = 1;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--quick") {
            options.quick = true;
        } else if (word == "--json") {
            options.json = true;
        } else if (word == "--openblas" && i + 1 < argc) {
            options.openblas = argv[++i];
        } else {
            if (word == "--help") std::fputs(kHelp, stdout);
            argv[kept++] = argv[i];
        }
    }
    argc = kept;
    argv[argc] = nullptr;
    benchmark::Initialize(&argc, argv);
    return !benchmark::ReportUnrecognizedArguments(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    using namespace unchained::bench;
    Options options;
    if (!take(options, argc, argv)) return 2;
    const Peers peers = loadPeers(options.openblas);
    Report report(options.quick ? Effort{5, 5, 1.5} : Effort{11, 9, 20});
    addProducts(report, peers, !options.quick);
    addHashes(report);
#ifdef UNCHAINED_JOBS
    addJobs(report, UNCHAINED_JOBS, UNCHAINED_TORCH);
#endif
    addCards(report);

    std::ostream& out = options.json ? std::cerr : std::cout;
    benchmark::ConsoleReporter console(benchmark::ConsoleReporter::OO_Tabular);
    console.SetOutputStream(&out);
    console.SetErrorStream(&std::cerr);
    benchmark::RunSpecifiedBenchmarks(&console);
    out << "\n" << peers.blasWords << "\n\n" << report.table() << std::flush;
    if (options.json) std::cout << report.json(peers.blasKernels) << std::endl;
    return 0;
}
