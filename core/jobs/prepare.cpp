// SPDX-License-Identifier: Apache-2.0
#include "jobs/prepare.h"

#include "gpu/engine.h"
#include "gpu/infer.h"
#include "gpu/merkle.h"
#include "gpu/model_file.h"
#include "gpu/program.h"
#include "gpu/sweep.h"

namespace unchained::jobs {

namespace {

std::string fieldOf(const JobSpec& spec, const char* field) {
    return spec.path.string() + ": " + field;
}

/// Outputs of the last layer; 0 where it is not linear.
std::uint64_t outputsOf(const JobSpec& spec) {
    return spec.layers.empty() ? 0 : spec.layers.back().find("out").value_or(0);
}

/// Images keep their shape where the job file tells their channels.
std::vector<std::uint64_t> inputOf(const gpu::DataOptions& data, std::uint64_t features) {
    if (data.channels == 0) return {features};
    return {data.channels, data.height, data.width};
}

struct Cut {
    std::uint64_t steps = 0;
    std::uint32_t iterationsPerStep = 0;
};

/// Steps and iterations a step; what the job file leaves open follows from the iterations.
/// @param from  the key that they follow from
Result<Cut> cut(const JobSpec& spec, std::uint64_t iterations, const char* from = "epochs") {
    Cut out{spec.contract.steps, spec.contract.iterationsPerStep};
    const std::uint64_t unit = out.steps != 0 ? out.steps : out.iterationsPerStep;
    if (unit == 0 || iterations % unit != 0) {
        return makeError(JobError::Inconsistent, fieldOf(spec, from),
                         Message(out.steps != 0 ? "%1 iterations cannot be divided evenly among %2 steps"
                                                : "%1 iterations are no whole number of steps of %2",
                                 iterations, unit),
                         Message("change %1, or steps and iterations_per_step in [contract]", from));
    }
    const std::uint64_t other = iterations / unit;
    if (out.steps == 0) out.steps = other;
    if (other > 1'000'000 && out.iterationsPerStep == 0) {
        return makeError(JobError::OutOfRange, fieldOf(spec, "contract.steps"),
                         Message("a step would have %1 iterations, more than 1000000", other), "write more steps");
    }
    if (out.iterationsPerStep == 0) out.iterationsPerStep = static_cast<std::uint32_t>(other);
    if (out.steps * out.iterationsPerStep != iterations) {
        return makeError(JobError::Inconsistent, fieldOf(spec, from),
                         Message("%1 iterations are not %2 steps of %3", iterations, out.steps, out.iterationsPerStep),
                         "leave steps or iterations_per_step away in [contract]");
    }
    if (spec.contract.window > out.steps) {
        return makeError(JobError::Inconsistent, fieldOf(spec, "contract.window"),
                         Message("%1 steps do not fill a window of %2", out.steps, spec.contract.window),
                         "write a smaller window");
    }
    if (spec.contract.odds > 1 && out.steps / spec.contract.odds < 20) {
        return makeError(JobError::Inconsistent, fieldOf(spec, "contract.odds"),
                         Message("%1 steps at odds of 1 in %2 are fewer than 20 wins", out.steps, spec.contract.odds),
                         Message("write odds = %1", std::max<std::uint64_t>(out.steps / 20, 1)));
    }
    return out;
}

/// Reads Y[0] from the job's weights and names its root in the parameters.
Result<void> takeWeights(PreparedJob& job) {
    const auto image = gpu::readFile(*job.spec.weights);
    if (!image) return image.error();
    const auto engine = gpu::chooseEngine("scalar");
    if (!engine) return engine.error();
    // Only for its list of tensors: nothing is computed in this process.
    gpu::ThreadPool pool(1);
    const auto program = gpu::makeProgram(job.program, job.parameters, **engine, pool);
    if (!program) return program.error();
    auto state = gpu::readModel((*program)->layout(), *image, job.spec.weights->string());
    if (!state) return state.error();
    job.initialState = std::move(*state);
    return {};
}

Error inField(Error error, const JobSpec& spec) {
    error.subject = fieldOf(spec, error.subject.c_str());
    return error;
}

} // namespace

Result<gpu::TrainDescription> describe(const JobSpec& spec, std::uint64_t trainSamples, std::uint64_t features,
                                       std::uint32_t classes) {
    if (spec.batch > trainSamples) {
        return makeError(JobError::DataMismatch, fieldOf(spec, "batch"),
                         Message("is %1, and there are %2 training samples", spec.batch, trainSamples),
                         "write batch = \"full\", or a smaller number");
    }
    // A sample has one target, and what is more would meet nothing.
    const bool one = spec.loss == gpu::LossKind::Mse;
    if (one ? outputsOf(spec) != classes : outputsOf(spec) < classes) {
        return makeError(JobError::DataMismatch, fieldOf(spec, "layers"),
                         Message("the last layer has %1 outputs, and the labels need %2", outputsOf(spec), classes),
                         Message("write width = %1 in the last layer", classes));
    }
    gpu::TrainDescription out;
    out.bits = spec.bits;
    out.loss = spec.loss;
    out.input = inputOf(spec.data, features);
    out.classes = outputsOf(spec);
    out.layers = spec.layers;
    out.optimiser = spec.optimizer;
    out.frozen = spec.frozen;
    out.samples = trainSamples;
    out.batch = spec.batch;
    out.iterations = spec.epochs * (spec.batch == 0 ? 1 : trainSamples / spec.batch);
    out.orderSeed = spec.seed;
    out.initSeed = spec.seed;
    if (auto good = out.validate(); !good) return inField(good.error(), spec);
    return out;
}

namespace {

/// What all programs have in common, once the parameters stand.
Result<PreparedJob> preparedTiles(const JobSpec& spec, cbor::Value parameters, std::uint64_t tiles, const char* from) {
    const auto parts = cut(spec, tiles, from);
    if (!parts) return parts.error();
    PreparedJob out;
    out.spec = spec;
    out.program = spec.program;
    out.parameters = std::move(parameters);
    out.iterations = tiles;
    out.steps = parts->steps;
    out.iterationsPerStep = parts->iterationsPerStep;
    return out;
}

Result<PreparedJob> prepareRender(const JobSpec& spec) {
    if (auto good = spec.scene->validate(); !good) return inField(good.error(), spec);
    return preparedTiles(spec, spec.scene->encode(), spec.scene->tiles(), "picture");
}

void setData(PreparedJob& job, Bytes image) {
    job.dataRoot = merkle::blobRoot(image);
    job.data = std::move(image);
}

Result<PreparedJob> prepareInfer(const JobSpec& spec) {
    auto rows = gpu::loadRows(*spec.rows);
    if (!rows) return rows.error();
    gpu::DataOptions shape = spec.data;
    if (rows->width != 0) {
        shape.width = rows->width;
        shape.height = rows->height;
    }
    gpu::InferDescription d;
    d.bits = spec.bits;
    d.input = inputOf(shape, rows->features);
    if (gpu::elementsOf(d.input) != rows->features)
        return makeError(JobError::DataMismatch, fieldOf(spec, "data.channels"),
                         Message("a row has %1 features, which are not %2 channels of %3 × %4", rows->features,
                                 shape.channels, shape.width, shape.height),
                         "correct channels, width and height");
    d.layers = spec.layers;
    d.outputs = outputsOf(spec);
    d.classes = spec.classes;
    d.rows = rows->rows;
    d.tile = spec.tileRows;
    if (auto good = d.validate(); !good) return inField(good.error(), spec);
    auto out = preparedTiles(spec, d.encode(), d.tiles(), "tile");
    if (!out) return out;
    if (auto taken = takeWeights(*out); !taken) return taken.error();
    d.root = merkle::blobRoot(*out->initialState);
    out->parameters = d.encode();
    out->testSamples = d.rows;
    setData(*out, std::move(rows->image));
    return out;
}

/// The job as one training of the sweep has it.
JobSpec specOf(const JobSpec& spec, const Trial& trial) {
    JobSpec out = spec;
    out.optimizer.rate = trial.learningRate.value_or(spec.optimizer.rate);
    out.optimizer.momentum = trial.momentum.value_or(spec.optimizer.momentum);
    out.optimizer.decay = trial.weightDecay.value_or(spec.optimizer.decay);
    if (trial.width) out.layers = withWidth(spec.layers, *trial.width);
    out.batch = static_cast<std::uint32_t>(trial.batch.value_or(spec.batch));
    out.epochs = trial.epochs.value_or(spec.epochs);
    out.seed = trial.seed.value_or(spec.seed);
    return out;
}

Result<PreparedJob> prepareSweep(const JobSpec& spec) {
    auto data = gpu::makeDataset(spec.data);
    if (!data) return data.error();
    gpu::SweepDescription d;
    for (const Trial& trial : spec.trials) {
        auto run = describe(specOf(spec, trial), data->trainSamples, data->features, data->classes);
        if (!run) return run.error();
        d.runs.push_back(std::move(*run));
    }
    if (auto good = d.validate(); !good) return inField(good.error(), spec);
    auto out = preparedTiles(spec, d.encode(), d.runs.size(), "sweep");
    if (!out) return out;
    out->trainSamples = data->trainSamples;
    out->testSamples = data->testSamples;
    setData(*out, std::move(data->image));
    return out;
}

} // namespace

Result<PreparedJob> prepareJob(const JobSpec& spec) {
    if (spec.scene) return prepareRender(spec);
    if (spec.rows) return prepareInfer(spec);
    if (!spec.trials.empty()) return prepareSweep(spec);
    auto data = gpu::makeDataset(spec.data);
    if (!data) return data.error();
    auto description = describe(spec, data->trainSamples, data->features, data->classes);
    if (!description) return description.error();
    const auto parts = cut(spec, description->iterations);
    if (!parts) return parts.error();

    PreparedJob out;
    out.spec = spec;
    out.program = spec.program;
    out.description = std::move(*description);
    out.parameters = out.description.encode();
    setData(out, std::move(data->image));
    out.trainSamples = data->trainSamples;
    out.testSamples = data->testSamples;
    out.iterations = out.description.iterations;
    out.steps = parts->steps;
    out.iterationsPerStep = parts->iterationsPerStep;
    if (spec.weights) {
        if (auto taken = takeWeights(out); !taken) return taken.error();
        out.description.initRoot = merkle::blobRoot(*out.initialState);
        out.parameters = out.description.encode();
    }
    return out;
}

} // namespace unchained::jobs
