// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_file.h"

#include "jobs/layer_fields.h"
#include "jobs/optimizer_fields.h"
#include "jobs/render_fields.h"
#include "lottery/lottery.h"

#include <algorithm>
#include <system_error>

namespace unchained::jobs {

namespace {

constexpr std::size_t kPathBytesMax = 4096;
constexpr std::uint64_t kQuickTiles = 20;
constexpr std::uint32_t kQuickSamples = 32; ///< of a pixel
constexpr std::int32_t kShiftMax = 4096;

std::filesystem::path resolved(const std::filesystem::path& baseDir, const std::string& name) {
    const std::filesystem::path path(name);
    return path.is_absolute() ? path : (baseDir / path).lexically_normal();
}

void mustExist(const TomlTable& in, const char* key, const std::filesystem::path& path) {
    std::error_code code;
    if (std::filesystem::is_regular_file(path, code)) return;
    in.fail(JobError::CannotRead, key, Message("there is no file %1", path.string()),
            "correct the path; it is relative to the job file");
}

void checkName(const TomlTable& in, const std::string& name) {
    const bool good = std::all_of(name.begin(), name.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!good) {
        in.fail(JobError::BadValue, "name", "has other characters than a-z, 0-9 and -", "write name = \"digits\"");
    }
}

void checkFiles(const TomlTable& in, gpu::DataOptions& data, const std::vector<std::string>& names,
                const std::filesystem::path& baseDir) {
    for (const std::string& name : names)
        data.files.push_back(resolved(baseDir, name));
    if (data.kind == gpu::DataKind::Csv) {
        data.labelColumn = in.text({"label_column", "label_column = \"last\""}, 256, "last");
        if (data.labelColumn == "none") {
            in.fail(JobError::BadChoice, "label_column", "training needs labels", "write label_column = \"last\"");
        }
    } else {
        if (in.has("label_column")) {
            in.fail(JobError::Inconsistent, "label_column", "is for csv files only", "remove it");
        }
        const bool pairs = data.kind != gpu::DataKind::Text;
        if (pairs && data.files.size() != 2 && data.files.size() != 4) {
            in.fail(JobError::Inconsistent, "files", Message("names %1 files", data.files.size()),
                    "give features and labels, or these twice: for training and held out");
        }
        if (pairs && data.files.size() == 4 && in.has("held_out")) {
            in.fail(JobError::Inconsistent, "held_out", "four files are already a split", "remove it");
        }
    }
    for (const auto& path : data.files)
        mustExist(in, "files", path);
}

void readHeldOut(const TomlTable& in, gpu::DataOptions& data) {
    const auto [numerator, denominator] = in.fraction({"held_out", "held_out = \"1/5\""}, std::pair{1U, 5U});
    if (!in.failed() && numerator >= denominator) {
        in.fail(JobError::OutOfRange, "held_out", "leaves nothing to train on", "write held_out = \"1/5\"");
    }
    data.heldOutNumerator = numerator;
    data.heldOutDenominator = denominator;
}

/// Text is cut into windows; what is for tables and images means nothing to it, and the other way round.
void readWindows(const TomlTable& in, gpu::DataOptions& data) {
    const bool text = data.kind == gpu::DataKind::Text;
    for (const char* key : {"scale", "width", "height", "channels", "shifts", "shuffle_seed"}) {
        if (text && in.has(key)) in.fail(JobError::Inconsistent, key, "is for tables and images only", "remove it");
    }
    for (const char* key : {"window", "stride"}) {
        if (!text && in.has(key)) in.fail(JobError::Inconsistent, key, "is for text only", "remove it");
    }
    if (!text) return;
    data.window = static_cast<std::uint32_t>(in.integer({"window", "window = 64"}, 1, 65536));
    data.stride = static_cast<std::uint32_t>(in.integer({"stride", "stride = 32"}, 1, 65536, data.window));
}

gpu::DataKind kindOf(const std::string& word) {
    if (word == "idx") return gpu::DataKind::Idx;
    if (word == "npy") return gpu::DataKind::Npy;
    return word == "text" ? gpu::DataKind::Text : gpu::DataKind::Csv;
}

gpu::DataOptions readData(const TomlTable& in, const std::filesystem::path& baseDir) {
    gpu::DataOptions data;
    in.allow({"kind", "files", "label_column", "scale", "width", "height", "channels", "shifts", "window", "stride",
              "held_out", "shuffle_seed"});
    data.kind = kindOf(in.choice({"kind", "kind = \"csv\""}, {"csv", "idx", "npy", "text"}));
    const auto names = in.texts({"files", "files = [\"digits.csv\"]"}, 64, kPathBytesMax);
    if (!in.failed()) checkFiles(in, data, names, baseDir);
    readWindows(in, data);
    data.scale = in.realOrFraction({"scale", "scale = \"1/16\""}, 1.0F);
    data.width = static_cast<std::uint32_t>(in.integer({"width", "width = 8"}, 1, 65536, 0));
    data.height = static_cast<std::uint32_t>(in.integer({"height", "height = 8"}, 1, 65536, 0));
    data.channels = static_cast<std::uint32_t>(in.integer({"channels", "channels = 1"}, 1, 65536, 0));
    for (const auto& [right, down] : in.pairs({"shifts", "shifts = [[0, 0], [1, 0]]"}, 1024, kShiftMax)) {
        data.shifts.push_back({right, down});
    }
    const bool sized = data.width != 0 && data.height != 0;
    if (!data.shifts.empty() && !sized) {
        in.fail(JobError::Inconsistent, "shifts", "need the size of an image", "add width = 8 and height = 8");
    }
    if (data.channels != 0 && !sized) {
        in.fail(JobError::Inconsistent, "channels", "need the size of an image", "add width = 8 and height = 8");
    }
    readHeldOut(in, data);
    data.shuffleSeed = in.integer({"shuffle_seed", "shuffle_seed = 1"}, 0, INT64_MAX, 0);
    return data;
}

contract::Periods readPeriods(const TomlTable& in) {
    contract::Periods out;
    in.allow({"release", "opening", "secret", "bond", "grace"});
    out.release = in.duration({"release", "release = \"1h\""}, out.release);
    out.opening = in.duration({"opening", "opening = \"24h\""}, out.opening);
    out.secret = in.duration({"secret", "secret = \"24h\""}, out.secret);
    out.bond = in.duration({"bond", "bond = \"1h\""}, out.bond);
    out.grace = in.duration({"grace", "grace = \"15min\""}, out.grace);
    return out;
}

/// @param tiles  parallel work: a step is one tile where nothing else is said
ContractSpec readContract(const TomlTable& in, bool tiles) {
    ContractSpec out;
    in.allow({"steps", "iterations_per_step", "window", "odds", "bond_steps", "claim_batch", "periods"});
    out.steps = in.integer({"steps", "steps = 100"}, 1, lottery::kStepsMax, 0);
    out.iterationsPerStep =
        static_cast<std::uint32_t>(in.integer({"iterations_per_step", "iterations_per_step = 1"}, 1, 1'000'000, 0));
    if (tiles && out.steps == 0 && out.iterationsPerStep == 0) out.iterationsPerStep = 1;
    if (out.steps == 0 && out.iterationsPerStep == 0) {
        in.fail(JobError::Missing, "steps", "is missing, and so is iterations_per_step", "write steps = 100");
    }
    out.window = static_cast<std::uint32_t>(in.integer({"window", "window = 4"}, 1, 65536, out.window));
    out.odds = static_cast<std::uint32_t>(in.integer({"odds", "odds = 4"}, 1, 1'000'000, out.odds));
    out.bondSteps =
        static_cast<std::uint32_t>(in.integer({"bond_steps", "bond_steps = 400"}, 1, 1'000'000'000, out.bondSteps));
    out.claimBatch =
        static_cast<std::uint32_t>(in.integer({"claim_batch", "claim_batch = 6"}, 1, 1'000'000, out.claimBatch));
    if (out.steps != 0 && out.window > out.steps) {
        in.fail(JobError::Inconsistent, "window", Message("%1 steps do not fill a window of %2", out.steps, out.window),
                "write a smaller window");
    }
    if (out.steps != 0 && out.odds > 1 && out.steps / out.odds < 20) {
        in.fail(JobError::Inconsistent, "odds",
                Message("%1 steps at odds of 1 in %2 are fewer than 20 wins", out.steps, out.odds),
                Message("write odds = %1", std::max<std::uint64_t>(out.steps / 20, 1)));
    }
    out.periods = readPeriods(in.table({"periods", "[contract.periods]"}, false));
    return out;
}

void readWeights(const TomlTable& in, JobSpec& job, const std::filesystem::path& baseDir) {
    if (!in.has("weights")) return;
    const std::string name = in.text({"weights", "weights = \"model.safetensors\""}, kPathBytesMax);
    if (in.failed()) return;
    job.weights = resolved(baseDir, name);
    if (job.weights->extension() != ".safetensors") {
        in.fail(JobError::BadValue, "weights", "is no .safetensors file", "write weights = \"model.safetensors\"");
    }
    mustExist(in, "weights", *job.weights);
}

void readBatch(const TomlTable& in, JobSpec& job) {
    const Key key{"batch", "batch = \"full\", or batch = 64"};
    if (in.isText("batch")) {
        if (in.text(key, 64) != "full")
            in.fail(JobError::BadChoice, "batch", "is neither full nor a number",
                    "write batch = \"full\", or batch = 64");
    } else {
        job.batch = static_cast<std::uint32_t>(in.integer(key, 1, 1U << 24));
    }
}

void readNumbers(const TomlTable& in, JobSpec& job) {
    job.bits = static_cast<std::uint32_t>(in.integer({"bits", "bits = 14"}, 8, 14, 14));
    if (!in.failed() && job.bits != 8 && job.bits != 14) {
        in.fail(JobError::BadChoice, "bits", Message("products of %1 bits are not known", job.bits),
                "write bits = 14 (default) or bits = 8");
    }
    const std::uint32_t noiseMax = std::min(13U, job.bits == 0 ? 13U : job.bits - 1);
    // At 8 bit the default 8 would be below one unit of the last digit.
    job.noise = static_cast<std::uint32_t>(
        in.integer({"noise", job.bits == 8 ? "noise = 7" : "noise = 8"}, 5, noiseMax, job.bits == 8 ? 7 : 8));
    readBatch(in, job);
    job.epochs = in.integer({"epochs", "epochs = 300"}, 1, 1'000'000'000);
    job.seed = in.integer({"seed", "seed = 1"}, 0, INT64_MAX - 16);
}

void readTrainJob(const TomlTable& in, JobSpec& job, const std::filesystem::path& baseDir) {
    const bool sweep = job.program == "sweep/v1";
    std::vector<std::string_view> keys{"name",   "order", "title",  "program",   "bits",
                                       "noise",  "loss",  "batch",  "epochs",    "seed",
                                       "frozen", "data",  "layers", "optimizer", "contract"};
    keys.emplace_back(sweep ? "sweep" : "weights"); // each training of a sweep begins at its seed
    in.allow(keys);
    const std::string loss = in.choice({"loss", "loss = \"softmax_cross_entropy\""}, {"softmax_cross_entropy", "mse"},
                                       "softmax_cross_entropy");
    job.loss = loss == "mse" ? gpu::LossKind::Mse : gpu::LossKind::CrossEntropy;
    readNumbers(in, job);
    readWeights(in, job, baseDir);
    job.data = readData(in.table({"data", "[data] with kind and files"}, true), baseDir);
    job.data.targets = job.loss == gpu::LossKind::Mse;
    if (job.data.targets && job.data.kind == gpu::DataKind::Text) {
        in.fail(JobError::Inconsistent, "loss", "text has classes and no targets",
                "write loss = \"softmax_cross_entropy\"");
    }
    job.layers = readLayers(in);
    job.frozen = in.integer({"frozen", "frozen = 3"}, 0, gpu::kLayersMax, 0);
    job.optimizer = readOptimizer(in.table({"optimizer", "[optimizer] with type and learning_rate"}, true));
    if (sweep) job.trials = readSweep(in.table({"sweep", "[sweep] with learning_rate = [0.001, 0.01]"}, true));
    job.contract = readContract(in.table({"contract", "[contract] with steps"}, !sweep), sweep);
    if (sweep && !in.failed() && job.trials.front().momentum && job.optimizer.kind != "sgd")
        in.fail(JobError::Inconsistent, "sweep.momentum", "is of sgd alone",
                "write type = \"sgd\" in [optimizer], or remove it");
    if (sweep) return;
    const std::uint64_t iterations = job.contract.steps * job.contract.iterationsPerStep;
    if (!in.failed() && job.batch == 0 && iterations != 0 && iterations != job.epochs) {
        in.fail(JobError::Inconsistent, "epochs",
                Message("%1 full batches are not %2 steps of %3 iterations", job.epochs, job.contract.steps,
                        job.contract.iterationsPerStep),
                Message("write epochs = %1", iterations));
    }
}

/// @param shape  in which a row is read as an image, where the file tells its channels
gpu::RowOptions readRows(const TomlTable& in, gpu::DataOptions& shape, const std::filesystem::path& baseDir) {
    gpu::RowOptions rows;
    in.allow({"kind", "files", "label_column", "scale", "channels", "width", "height"});
    const std::string kind = in.choice({"kind", "kind = \"csv\""}, {"csv", "idx", "npy", "png"});
    rows.kind = kind == "png"   ? gpu::RowKind::Png
                : kind == "npy" ? gpu::RowKind::Npy
                : kind == "idx" ? gpu::RowKind::Idx
                                : gpu::RowKind::Csv;
    const auto names = in.texts({"files", "files = [\"rows.csv\"]"}, 4096, kPathBytesMax);
    for (const std::string& name : names) {
        rows.files.push_back(resolved(baseDir, name));
        std::error_code code;
        if (rows.kind == gpu::RowKind::Png && std::filesystem::is_directory(rows.files.back(), code)) continue;
        mustExist(in, "files", rows.files.back());
    }
    if (rows.kind != gpu::RowKind::Csv && in.has("label_column"))
        in.fail(JobError::Inconsistent, "label_column", "is for csv files only", "remove it");
    rows.labelColumn = in.text({"label_column", "label_column = \"last\""}, 256, "none");
    rows.scale = in.realOrFraction({"scale", "scale = \"1/16\""}, rows.kind == gpu::RowKind::Png ? 1.0F / 255 : 1.0F);
    shape.channels = static_cast<std::uint32_t>(in.integer({"channels", "channels = 1"}, 1, 65536, 0));
    shape.width = static_cast<std::uint32_t>(in.integer({"width", "width = 8"}, 1, 65536, 0));
    shape.height = static_cast<std::uint32_t>(in.integer({"height", "height = 8"}, 1, 65536, 0));
    if (rows.kind != gpu::RowKind::Png) {
        if (shape.channels != 0 && (shape.width == 0 || shape.height == 0))
            in.fail(JobError::Inconsistent, "channels", "need the size of an image", "add width = 8 and height = 8");
        return rows;
    }
    for (const char* key : {"width", "height"})
        if (in.has(key)) in.fail(JobError::Inconsistent, key, "is that of the pictures", "remove it");
    if (shape.channels != 0) rows.channels = shape.channels;
    if (rows.channels != 1 && rows.channels != 3)
        in.fail(JobError::OutOfRange, "channels", "of a picture are 1 or 3", "write channels = 3");
    return rows;
}

void readInferJob(const TomlTable& in, JobSpec& job, const std::filesystem::path& baseDir) {
    in.allow({"name", "title", "order", "program", "bits", "noise", "predict", "tile", "weights", "data", "layers",
              "contract"});
    job.bits = static_cast<std::uint32_t>(in.integer({"bits", "bits = 14"}, 8, 14, 14));
    if (!in.failed() && job.bits != 8 && job.bits != 14)
        in.fail(JobError::BadChoice, "bits", Message("products of %1 bits are not known", job.bits),
                "write bits = 14 (default) or bits = 8");
    // Answers are exact unless somebody asks for noise.
    job.noise = 0;
    if (in.has("noise"))
        job.noise = static_cast<std::uint32_t>(in.integer({"noise", "noise = 8"}, 5, job.bits == 8 ? 7 : 13));
    job.classes = in.choice({"predict", "predict = \"class\""}, {"class", "value"}, "class") == "class";
    job.tileRows = in.integer({"tile", "tile = 64"}, 1, std::uint64_t{1} << 20, 64);
    if (!in.has("weights"))
        in.fail(JobError::Missing, "weights", "is missing", "write weights = \"model.safetensors\"");
    readWeights(in, job, baseDir);
    job.rows = readRows(in.table({"data", "[data] with kind and files"}, true), job.data, baseDir);
    job.layers = readLayers(in);
    job.contract = readContract(in.table({"contract", "[contract] with odds"}, false), true);
}

void readRenderJob(const TomlTable& in, JobSpec& job) {
    in.allow({"name", "title", "order", "program", "seed", "picture", "camera", "sky", "objects", "contract"});
    job.seed = in.integer({"seed", "seed = 1"}, 0, INT64_MAX - 16, 1);
    job.scene = readRender(in);
    job.scene->seed = job.seed;
    job.contract = readContract(in.table({"contract", "[contract] with odds"}, false), true);
}

} // namespace

Result<JobSpec> parseJob(std::string_view text, const std::string& fileName, const std::filesystem::path& baseDir) {
    if (text.size() > kJobFileBytesMax) {
        return makeError(JobError::TooLarge, fileName,
                         Message("is %1 bytes long, a job file has at most %2", text.size(), kJobFileBytesMax),
                         "data belongs into files of its own");
    }
    auto parsed = TomlTable::parse(text, fileName);
    if (!parsed) return parsed.error();
    const TomlTable& in = *parsed;
    JobSpec job;
    job.path = baseDir / std::filesystem::path(fileName).filename();
    job.name = in.text({"name", "name = \"digits\""}, 64);
    checkName(in, job.name);
    job.title = in.text({"title", "title = \"Handwritten digits\""}, 256, job.name);
    job.order = in.integer({"order", "order = 1"}, 0, 1000, job.order);
    const std::string program = in.choice({"program", "program = \"train\""}, {"train", "infer", "sweep", "render"});
    job.program = program + "/v1";
    if (program == "render") {
        readRenderJob(in, job);
    } else if (program == "infer") {
        readInferJob(in, job, baseDir);
    } else {
        readTrainJob(in, job, baseDir);
    }
    if (in.failed()) return in.error();
    return job;
}

Result<JobSpec> loadJob(const std::filesystem::path& path) {
    auto text = gpu::readFile(path, kJobFileBytesMax);
    if (!text) {
        const Error& error = text.error();
        if (error.is(gpu::IoError::TooLarge)) {
            return makeError(JobError::TooLarge, path.string(), Message("is longer than %1 bytes", kJobFileBytesMax),
                             "data belongs into files of its own");
        }
        return makeError(JobError::CannotRead, path.string(), error.sentence,
                         "give the path of a job file, or the name of a job that is supplied, such as digits");
    }
    std::error_code code;
    const auto absolute = std::filesystem::absolute(path, code);
    auto job = parseJob(asText(*text), path.string(), (code ? path : absolute).parent_path());
    if (job) job->path = path;
    return job;
}

JobSpec quickened(JobSpec job) {
    if (!job.scene) return job;
    gpu::RenderDescription& scene = *job.scene;
    const gpu::RenderDescription whole = scene;
    for (std::uint32_t part = 2; scene.tiles() > kQuickTiles; ++part) {
        scene.width = std::max(1U, whole.width / part);
        scene.height = std::max(1U, whole.height / part);
    }
    scene.samples = std::min(scene.samples, kQuickSamples);
    job.contract.steps = 0;
    job.contract.iterationsPerStep = 1;
    job.contract.odds = 1;
    job.contract.window = static_cast<std::uint32_t>(std::min<std::uint64_t>(job.contract.window, scene.tiles()));
    return job;
}

Result<std::filesystem::path> findJob(const std::string& nameOrPath,
                                      const std::vector<std::filesystem::path>& searchDirs) {
    std::error_code code;
    if (nameOrPath.find('/') != std::string::npos || nameOrPath.ends_with(".toml")) {
        const std::filesystem::path path(nameOrPath);
        if (std::filesystem::is_regular_file(path, code)) return path;
        return makeError(JobError::CannotRead, nameOrPath, "there is no such file", "correct the path");
    }
    std::vector<std::string> names;
    for (const auto& dir : searchDirs) {
        const auto path = dir / (nameOrPath + ".toml");
        if (!nameOrPath.empty() && std::filesystem::is_regular_file(path, code)) return path;
        for (const auto& entry : std::filesystem::directory_iterator(dir, code)) {
            if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string known;
    for (const std::string& name : names)
        known += (known.empty() ? "" : ", ") + name;
    return makeError(JobError::NoSuchJob, nameOrPath, "there is no job of this name",
                     known.empty() ? Message("give the path of a job file")
                                   : Message("known are %1; or give the path of a job file", known));
}

} // namespace unchained::jobs
