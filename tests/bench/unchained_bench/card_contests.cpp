// SPDX-License-Identifier: Apache-2.0
#include "unchained_bench/child.h"
#include "unchained_bench/contests.h"

#include <nlohmann/json.hpp>

namespace unchained::bench {

void addCards(Report& report) {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path() / "bench_cuda";
    nlohmann::json found;
    if (std::filesystem::exists(program, failed))
        found = nlohmann::json::parse(Child({program}).rest(), nullptr, false);
    for (const char* name : {"cuda14_vs_sgemm_8192", "cuda14_vs_tf32_8192", "cuda_hash_gbps"}) {
        const auto figure = found.is_object() && found.contains(name) ? found[name] : nlohmann::json();
        if (figure.is_object() && figure.value("value", nlohmann::json()).is_number())
            report.measured(name, figure["value"], figure["low"], figure["high"]);
        else if (figure.is_object() && figure.contains("reason"))
            report.missing(name, figure["reason"]);
        else
            report.missing(name, found.is_null() ? "this build has no bench_cuda" : "bench_cuda has failed");
    }
}

} // namespace unchained::bench
