// SPDX-License-Identifier: Apache-2.0
#include "jobs/optimizer_fields.h"

namespace unchained::jobs {

namespace {

constexpr float kBelowOne = 0.99999994F;

void readSgd(const TomlTable& in, gpu::OptimiserDescription& out) {
    for (const char* key : {"beta1", "beta2", "epsilon"}) {
        if (in.has(key))
            in.fail(JobError::Inconsistent, key, "is for adam only", "remove it, or write type = \"adam\"");
    }
    out.momentum = in.real({"momentum", "momentum = 0.9"}, 0.0F, kBelowOne, 0.0F);
}

void readAdam(const TomlTable& in, gpu::OptimiserDescription& out) {
    if (in.has("momentum")) {
        in.fail(JobError::Inconsistent, "momentum", "is for sgd only", "remove it, or write type = \"sgd\"");
    }
    out.beta1 = in.real({"beta1", "beta1 = 0.9"}, 0.0F, kBelowOne, out.beta1);
    out.beta2 = in.real({"beta2", "beta2 = 0.999"}, 0.0F, kBelowOne, out.beta2);
    out.epsilon = in.real({"epsilon", "epsilon = 1e-8"}, 1e-30F, 1.0F, out.epsilon);
}

void readSchedule(const TomlTable& in, gpu::OptimiserDescription& out) {
    gpu::ScheduleDescription schedule;
    schedule.kind = in.choice({"schedule", "schedule = \"cosine\""}, {"constant", "linear", "cosine"}, schedule.kind);
    schedule.warmup = in.integer({"warmup", "warmup = 100"}, 0, 1'000'000'000, 0);
    const bool constant = schedule.kind == "constant";
    if (constant && in.has("final")) {
        in.fail(JobError::Inconsistent, "final", "is for a rate that falls",
                "remove it, or write schedule = \"cosine\"");
    }
    schedule.final = in.real({"final", "final = 0.1"}, 0.0F, 1.0F, constant ? 1.0F : 0.0F);
    if (!constant || schedule.warmup != 0) out.schedule = std::move(schedule);
}

} // namespace

gpu::OptimiserDescription readOptimizer(const TomlTable& in) {
    gpu::OptimiserDescription out;
    in.allow({"type", "learning_rate", "momentum", "beta1", "beta2", "epsilon", "weight_decay", "clip", "schedule",
              "warmup", "final"});
    const std::string type = in.choice({"type", "type = \"adam\""}, {"sgd", "adam", "adamw"});
    // AdamW is adam with a decay of its own, the one that the paper and its users start from.
    const bool decaying = type == "adamw";
    out.kind = decaying ? "adam" : type;
    out.rate = in.real({"learning_rate", "learning_rate = 0.001"}, 1e-12F, 1e6F);
    if (out.kind == "sgd") {
        readSgd(in, out);
    } else {
        readAdam(in, out);
    }
    out.decay = in.real({"weight_decay", "weight_decay = 0.01"}, 0.0F, 1.0F, decaying ? 0.01F : 0.0F);
    // Without one nothing is clipped.
    if (in.has("clip")) out.clip = in.real({"clip", "clip = 1.0"}, 1e-12F, 1e12F);
    readSchedule(in, out);
    return out;
}

} // namespace unchained::jobs
