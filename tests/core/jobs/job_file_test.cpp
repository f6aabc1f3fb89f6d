// SPDX-License-Identifier: Apache-2.0
#include "gpu/io/files.h"

#include "jobs/job_file.h"

#include <doctest/doctest.h>

#include <set>

using namespace unchained;
using namespace unchained::jobs;

namespace {

const std::string kGood = R"(name = "small"
title = "A small one"
program = "train"
batch = "full"
epochs = 100
seed = 3

[data]
kind = "csv"
files = ["d.csv"]
scale = "1/16"
width = 2
height = 1
shifts = [[0, 0], [-1, 0]]
held_out = "1/4"
shuffle_seed = 9

[[layers]]
type = "linear"
width = 16

[[layers]]
type = "gelu"

[[layers]]
type = "linear"
width = 3

[optimizer]
type = "adam"
learning_rate = 0.001

[contract]
steps = 100
window = 5
odds = 5
bond_steps = 300
claim_batch = 2

[contract.periods]
release = "10s"
grace = "15 min"
)";

const test::TempDir& dir() {
    static const test::TempDir temp;
    static const bool written = !temp.write("d.csv", "1,2,0\n").empty() && !temp.write("w.safetensors", "x").empty();
    REQUIRE(written);
    return temp;
}

Result<JobSpec> parse(std::string_view text) {
    return parseJob(text, "job.toml", dir().path());
}

std::string errorOf(std::string_view text) {
    const auto job = parse(text);
    return job ? std::string("no error") : job.error().text();
}

/// The good file with `from` replaced by `to`; line numbers are those of the good file.
std::string with(const std::string& from, const std::string& to) {
    std::string text = kGood;
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string errorWith(const std::string& from, const std::string& to) {
    return errorOf(with(from, to));
}

} // namespace

TEST_CASE("of the jobs that are supplied the digits come first") {
    std::set<std::pair<std::uint64_t, std::string>> jobs;
    for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/resources/jobs")) {
        if (entry.path().extension() != ".toml") continue;
        const auto job = loadJob(entry.path());
        REQUIRE_MESSAGE(job, job.error().text());
        jobs.emplace(job->order, job->name);
    }
    REQUIRE_FALSE(jobs.empty());
    CHECK(jobs.begin()->second == "digits");
    CHECK(parse(kGood)->order == 100);
    CHECK(parse("order = 7\n" + kGood)->order == 7);
}

TEST_CASE("a job file says everything") {
    const auto job = parse(kGood);
    REQUIRE_MESSAGE(job, job.error().text());
    CHECK(job->name == "small");
    CHECK(job->title == "A small one");
    CHECK(job->program == "train/v1");
    CHECK(job->bits == 14);
    CHECK(job->noise == 8);
    CHECK(job->batch == 0);
    CHECK(job->epochs == 100);
    CHECK(job->seed == 3);
    CHECK_FALSE(job->weights);
    CHECK(job->data.kind == gpu::DataKind::Csv);
    CHECK(job->data.files == std::vector<std::filesystem::path>{dir().path() / "d.csv"});
    CHECK(job->data.labelColumn == "last");
    CHECK(job->data.scale == 0.0625F);
    CHECK(job->data.shifts == std::vector<gpu::Shift>{{0, 0}, {-1, 0}});
    CHECK(job->data.heldOutDenominator == 4);
    CHECK(job->data.shuffleSeed == 9);
    CHECK(job->layers == std::vector{gpu::LayerDescription::linear(16), gpu::LayerDescription::gelu(),
                                     gpu::LayerDescription::linear(3)});
    CHECK(job->optimizer.kind == "adam");
    CHECK(job->optimizer.rate == 0.001F);
    CHECK(job->optimizer.beta2 == 0.999F);
    CHECK(job->contract.steps == 100);
    CHECK(job->contract.iterationsPerStep == 0);
    CHECK(job->contract.window == 5);
    CHECK(job->contract.odds == 5);
    CHECK(job->contract.bondSteps == 300);
    CHECK(job->contract.claimBatch == 2);
    CHECK(job->contract.periods.release == 10'000);
    CHECK(job->contract.periods.grace == 900'000);
    CHECK(job->contract.periods.opening == 86'400'000);
}

TEST_CASE("what may be left out has its default, and other forms are read") {
    const auto job = parse(with("batch = \"full\"", "batch = 7\nbits = 8\nweights = \"w.safetensors\""));
    REQUIRE_MESSAGE(job, job.error().text());
    CHECK(job->batch == 7);
    CHECK(job->noise == 7);
    CHECK(job->weights == dir().path() / "w.safetensors");
    CHECK(parse(with("scale = \"1/16\"", "scale = 2"))->data.scale == 2.0F);
    CHECK(parse(with("scale = \"1/16\"", "scale = \"1/255\""))->data.scale == 1.0F / 255);
    CHECK(parse(with("type = \"adam\"", "type = \"sgd\"\nmomentum = 0.5"))->optimizer.momentum == 0.5F);
    CHECK(parse(with("files = [\"d.csv\"]", "files = [\"" + (dir().path() / "d.csv").string() + "\"]")));
}

TEST_CASE("layers hold layers and are repeated, and each setting has its key") {
    const auto job = parse(with("[[layers]]\ntype = \"gelu\"\n", R"([[layers]]
type = "repeat"
times = 2
[[layers.layers]]
type = "residual"
[[layers.layers.layers]]
type = "attention"
heads = 4
rotary = true
causal = true
[[layers.layers]]
type = "dropout"
rate = 0.25

[[layers]]
type = "conv2d"
width = 6
size = 3
padding = 1
bias = false
)"));
    REQUIRE_MESSAGE(job, job.error().text());
    const gpu::LayerDescription residual{"residual", {}, {{"attention", {{"heads", 4}, {"rotary", 1}}}}};
    const gpu::LayerDescription dropout{"dropout", {{"drop", 16384}}};
    const gpu::LayerDescription conv{"conv2d", {{"out", 6}, {"size", 3}, {"padding", 1}, {"bias", 0}}};
    CHECK(job->layers == std::vector{gpu::LayerDescription::linear(16), residual, dropout, residual, dropout, conv,
                                     gpu::LayerDescription::linear(3)});
}

TEST_CASE("layers that are too many, too deep or wrong inside others are named with their place") {
    const auto instead = [](const std::string& layers) { return errorWith("[[layers]]\ntype = \"gelu\"\n", layers); };
    CHECK(instead("[[layers]]\ntype = \"residual\"\n") ==
          "job.toml:22: layers[2].layers: is missing; write [[layers]] with type = \"linear\" and width = 10");
    CHECK(instead("[[layers]]\ntype = \"residual\"\n[[layers.layers]]\ntype = \"linear\"\n") ==
          "job.toml:24: layers[2].layers[1].width: is missing; write width = 10");
    CHECK(instead("[[layers]]\ntype = \"repeat\"\ntimes = 255\n[[layers.layers]]\ntype = \"relu\"\n") ==
          "job.toml:28: layers[3]: there are more than 256 layers; write fewer, or repeat fewer times");
    std::string deep;
    std::string path = "layers";
    for (int i = 0; i < 8; ++i, path += ".layers")
        deep += "[[" + path + "]]\ntype = \"repeat\"\ntimes = 1\n";
    CHECK(instead(deep + "[[" + path + "]]\ntype = \"relu\"\n")
              .find("are more than 8 deep inside each other; write them flatter") != std::string::npos);
    CHECK(errorWith("type = \"gelu\"", "type = \"dropout\"\nrate = 1.0") ==
          "job.toml:24: layers[2].rate: 1 is not in the range from 1.5258789e-05 to 0.99998474; write rate = 0.1");
    CHECK(errorWith("width = 16", "width = 16\nbias = 0") ==
          "job.toml:21: layers[1].bias: is a whole number; write bias = false");
}

TEST_CASE("text is read in windows, and its keys are its own") {
    const std::string shape = "scale = \"1/16\"\nwidth = 2\nheight = 1\nshifts = [[0, 0], [-1, 0]]\n";
    std::string text = with("kind = \"csv\"", "kind = \"text\"");
    const auto replace = [](std::string in, const std::string& from, const std::string& to) {
        return in.replace(in.find(from), from.size(), to);
    };
    text = replace(text, "shuffle_seed = 9\n", "");
    CHECK(errorOf(text) == "job.toml:11: data.scale: is for tables and images only; remove it");
    CHECK(errorOf(replace(text, shape, "")) == "job.toml:8: data.window: is missing; write window = 64");
    const auto job = parse(replace(text, shape, "window = 32\n"));
    REQUIRE_MESSAGE(job, job.error().text());
    CHECK(job->data.kind == gpu::DataKind::Text);
    CHECK(job->data.window == 32);
    CHECK(job->data.stride == 32);
    CHECK(parse(replace(text, shape, "window = 32\nstride = 8\n"))->data.stride == 8);
    CHECK(errorOf(replace(replace(text, shape, "window = 32\n"), "seed = 3", "seed = 3\nloss = \"mse\"")) ==
          "job.toml:7: loss: text has classes and no targets; write loss = \"softmax_cross_entropy\"");
    CHECK(parse(with("seed = 3", "seed = 3\nloss = \"mse\""))->data.targets);
    CHECK(errorWith("width = 2", "width = 2\nstride = 2") == "job.toml:13: data.stride: is for text only; remove it");
    CHECK(parse(with("width = 2", "width = 2\nchannels = 1"))->data.channels == 1);
    CHECK(errorWith(shape, "channels = 1\n") ==
          "job.toml:11: data.channels: need the size of an image; add width = 8 and height = 8");
}

TEST_CASE("an optimizer has decay, clipping and a schedule, and adamw is adam with a decay") {
    const auto with1 = [](const std::string& more) {
        return with("type = \"adam\"\nlearning_rate = 0.001", more + "\nlearning_rate = 0.001");
    };
    CHECK(parse(with1("type = \"adamw\""))->optimizer.kind == "adam");
    CHECK(parse(with1("type = \"adamw\""))->optimizer.decay == 0.01F);
    CHECK(parse(with1("type = \"sgd\"\nweight_decay = 0.5"))->optimizer.decay == 0.5F);
    CHECK(parse(with1("type = \"adam\"\nclip = 1.0"))->optimizer.clip == 1.0F);
    CHECK_FALSE(parse(kGood)->optimizer.schedule);
    CHECK(parse(with1("type = \"adam\"\nschedule = \"cosine\"\nwarmup = 5\nfinal = 0.1"))->optimizer.schedule ==
          gpu::ScheduleDescription{"cosine", 5, 0.1F});
    CHECK(parse(with1("type = \"adam\"\nwarmup = 5"))->optimizer.schedule ==
          gpu::ScheduleDescription{"constant", 5, 1});
    CHECK(errorOf(with1("type = \"adam\"\nfinal = 0.1")) ==
          "job.toml:31: optimizer.final: is for a rate that falls; remove it, or write schedule = \"cosine\"");
    CHECK(errorOf(with1("type = \"adam\"\nschedule = \"step\"")) ==
          "job.toml:31: optimizer.schedule: 'step' is not known; known are constant, linear, cosine");
    CHECK(errorOf(with1("type = \"adam\"\nclip = 0")) ==
          "job.toml:31: optimizer.clip: 0 is not in the range from 1e-12 to 1e+12; write clip = 1.0");
}

TEST_CASE("text that is no job file is refused in words") {
    CHECK(errorOf("name = \"a\"\nepochs = = 3\n").starts_with("job.toml:2: is not TOML: "));
    CHECK(errorOf("name = \"a\"\nepochs = = 3\n")
              .ends_with("; correct the line; a key is written as name = value, a text in double quotes"));
    CHECK(errorOf("name = \"a\"\nname = \"b\"\n").starts_with("job.toml:2: is not TOML: "));
    CHECK(errorOf("name = \"\xff\"").starts_with("job.toml:1: is not TOML: "));
    CHECK(errorOf(std::string(100'000, '[')).starts_with("job.toml:1: is not TOML: "));
    // A letter that is neither ASCII nor in quotes: the parser took its own answer for impossible.
    for (const char* text : {"\xc3\xa9 = 1", "name = \xc3\xbc", "[\xd2\x99]"})
        CHECK(errorOf(text).starts_with("job.toml:1: is not TOML: "));
    CHECK(errorOf(std::string((1 << 20) + 1, ' ')) ==
          "job.toml: is 1048577 bytes long, a job file has at most 1048576; data belongs into files of its own");
    CHECK(errorOf("") == "job.toml:1: name: is missing; write name = \"digits\"");
}

TEST_CASE("hostile text never makes the reader fall over") {
    std::string dots;
    for (int i = 0; i < 100'000; ++i)
        dots += "a.";
    CHECK(errorOf("# ...\n" + dots + "a = 1\n") ==
          "job.toml:2: has more than 64 dots; split the line; no key of a job file is nested so deep");
    CHECK_FALSE(parse("a = " + std::string(100'000, '[')));
    std::string braces = "a = ";
    for (int i = 0; i < 100'000; ++i)
        braces += "{a = ";
    CHECK_FALSE(parse(braces));
    for (const char* text :
         {"[[[", "[", "[a", "[a.", "[\n=", "= 1", "a", "a =", "a.", "\"", "\"\"\"", "\'\'\'", "a = \"\\u", "a = 0x"}) {
        CAPTURE(text);
        CHECK_FALSE(parse(text));
    }
    for (std::size_t i = 0; i < kGood.size(); ++i) {
        for (const char c : {'[', '"', '\n', '.', '=', '\0', '\xff'}) {
            std::string text = kGood;
            text[i] = c;
            const auto job = parse(text);
            if (!job) CHECK_FALSE(job.error().subject.empty());
        }
    }
}

TEST_CASE("unknown keys are refused with the nearest known one") {
    CHECK(errorWith("epochs = 100", "epoch = 100") ==
          "job.toml:5: epoch: is no key that is known here; did you mean epochs?");
    CHECK(errorWith("learning_rate", "learningrate") ==
          "job.toml:31: optimizer.learningrate: is no key that is known here; did you mean learning_rate?");
    CHECK(errorWith("[data]\nkind", "[dat]\nkind") ==
          "job.toml:8: dat: is no key that is known here; did you mean data?");
    CHECK(errorWith("width = 16", "breadth_of_it = 16") == "job.toml:20: layers[1].breadth_of_it: is no key that is "
                                                           "known here; known are type, width, each_position, bias");
    CHECK(errorWith("grace", "graze") ==
          "job.toml:42: contract.periods.graze: is no key that is known here; did you mean grace?");
}

TEST_CASE("missing keys and tables are named with an example") {
    CHECK(errorWith("epochs = 100", "") == "job.toml:1: epochs: is missing; write epochs = 300");
    CHECK(errorWith("learning_rate = 0.001", "") ==
          "job.toml:29: optimizer.learning_rate: is missing; write learning_rate = 0.001");
    CHECK(errorWith("width = 16", "") == "job.toml:18: layers[1].width: is missing; write width = 10");
    CHECK(errorWith("kind = \"csv\"", "") == "job.toml:8: data.kind: is missing; write kind = \"csv\"");
    CHECK(errorWith("steps = 100", "") ==
          "job.toml:33: contract.steps: is missing, and so is iterations_per_step; write steps = 100");
    const std::string noLayers = kGood.substr(0, kGood.find("[[layers]]")) + kGood.substr(kGood.find("[optimizer]"));
    CHECK(errorOf(noLayers) ==
          "job.toml:1: layers: is missing; write [[layers]] with type = \"linear\" and width = 10");
    CHECK(errorOf(kGood.substr(0, kGood.find("[contract]"))) ==
          "job.toml:1: contract: is missing; write [contract] with steps");
}

TEST_CASE("values of another type are named") {
    CHECK(errorWith("epochs = 100", "epochs = \"100\"") == "job.toml:5: epochs: is a text; write epochs = 300");
    CHECK(errorWith("epochs = 100", "epochs = 1.5") == "job.toml:5: epochs: is a real number; write epochs = 300");
    CHECK(errorWith("name = \"small\"", "name = 7") == "job.toml:1: name: is a whole number; write name = \"digits\"");
    CHECK(errorWith("files = [\"d.csv\"]", "files = \"d.csv\"") ==
          "job.toml:10: data.files: is no array of texts; write files = [\"digits.csv\"]");
    CHECK(errorWith("learning_rate = 0.001", "learning_rate = true") ==
          "job.toml:31: optimizer.learning_rate: is a truth value; write learning_rate = 0.001");
    CHECK(errorOf("name = \"a\"\nprogram = \"train\"\nbatch = 1\nepochs = 1\nseed = 1\ndata = 3\n") ==
          "job.toml:6: data: is a whole number; write [data] with kind and files");
    CHECK(errorWith("shifts = [[0, 0], [-1, 0]]", "shifts = 1") ==
          "job.toml:14: data.shifts: is no array of 1 to 1024 pairs; write shifts = [[0, 0], [1, 0]]");
}

TEST_CASE("numbers outside their range are named with the range") {
    CHECK(errorWith("epochs = 100", "epochs = 0") ==
          "job.toml:5: epochs: 0 is not in the range from 1 to 1000000000; write epochs = 300");
    CHECK(errorWith("seed = 3", "seed = -1") ==
          "job.toml:6: seed: -1 is not in the range from 0 to 9223372036854775791; write seed = 1");
    CHECK(errorWith("width = 16", "width = 0") ==
          "job.toml:20: layers[1].width: 0 is not in the range from 1 to 1048576; write width = 10");
    CHECK(errorWith("learning_rate = 0.001", "learning_rate = nan") ==
          "job.toml:31: optimizer.learning_rate: nan is not in the range from 1e-12 to 1e+06; write learning_rate = "
          "0.001");
    CHECK(errorWith("learning_rate = 0.001", "learning_rate = -0.5") ==
          "job.toml:31: optimizer.learning_rate: -0.5 is not in the range from 1e-12 to 1e+06; write learning_rate = "
          "0.001");
    CHECK(errorWith("seed = 3", "seed = 3\nnoise = 14") ==
          "job.toml:7: noise: 14 is not in the range from 5 to 13; write noise = 8");
    CHECK(errorWith("seed = 3", "seed = 3\nbits = 8\nnoise = 8") ==
          "job.toml:8: noise: 8 is not in the range from 5 to 7; write noise = 7");
    CHECK(errorWith("name = \"small\"", "name = \"\"") ==
          "job.toml:1: name: is 0 bytes long, allowed are 1 to 64; write name = \"digits\"");
    CHECK(errorWith("files = [\"d.csv\"]", "files = []") ==
          "job.toml:10: data.files: takes 1 to 64 texts of 1 to 4096 bytes each; write files = [\"digits.csv\"]");
    CHECK(errorWith("held_out = \"1/4\"", "held_out = \"4/4\"") ==
          "job.toml:15: data.held_out: leaves nothing to train on; write held_out = \"1/5\"");
}

TEST_CASE("unknown words are answered with the known ones") {
    CHECK(errorWith("program = \"train\"", "program = \"mine\"") ==
          "job.toml:3: program: 'mine' is not known; known are train, infer, sweep, render");
    CHECK(errorWith("kind = \"csv\"", "kind = \"xls\"") ==
          "job.toml:9: data.kind: 'xls' is not known; known are csv, idx, npy, text");
    CHECK(errorWith("type = \"gelu\"", "type = \"swish\"") ==
          "job.toml:23: layers[2].type: 'swish' is not known; known are linear, relu, gelu, silu, tanh, softmax, "
          "dropout, "
          "embedding, layernorm, rmsnorm, attention, conv2d, maxpool, avgpool, batchnorm, residual, repeat");
    CHECK(errorWith("type = \"adam\"", "type = \"lion\"") ==
          "job.toml:30: optimizer.type: 'lion' is not known; known are sgd, adam, adamw");
    CHECK(errorWith("seed = 3", "seed = 3\nloss = \"l2\"") ==
          "job.toml:7: loss: 'l2' is not known; known are softmax_cross_entropy, mse");
    CHECK(errorWith("batch = \"full\"", "batch = \"half\"") ==
          "job.toml:4: batch: is neither full nor a number; write batch = \"full\", or batch = 64");
    CHECK(errorWith("seed = 3", "seed = 3\nbits = 12") ==
          "job.toml:7: bits: products of 12 bits are not known; write bits = 14 (default) or bits = 8");
}

TEST_CASE("values that a key does not take are named") {
    CHECK(errorWith("name = \"small\"", "name = \"../x\"") ==
          "job.toml:1: name: has other characters than a-z, 0-9 and -; write name = \"digits\"");
    CHECK(errorWith("held_out = \"1/4\"", "held_out = \"a fifth\"") ==
          "job.toml:15: data.held_out: 'a fifth' is no fraction of two whole numbers; write held_out = \"1/5\"");
    CHECK(errorWith("held_out = \"1/4\"", "held_out = \"1/0\"") ==
          "job.toml:15: data.held_out: '1/0' is no fraction of two whole numbers; write held_out = \"1/5\"");
    CHECK(errorWith("release = \"10s\"", "release = \"10 days\"") ==
          "job.toml:41: contract.periods.release: '10 days' is no duration in ms, s, min or h; write release = \"1h\"");
    CHECK(errorWith("[-1, 0]", "[-1]") == "job.toml:14: data.shifts: pair 2 is not two whole numbers from -4096 to "
                                          "4096; write shifts = [[0, 0], [1, 0]]");
    CHECK(errorWith("seed = 3", "seed = 3\nweights = \"w.pt\"") ==
          "job.toml:7: weights: is no .safetensors file; write weights = \"model.safetensors\"");
}

TEST_CASE("files that are not there are named with their path") {
    CHECK(errorWith("d.csv", "e.csv") == "job.toml:10: data.files: there is no file " +
                                             (dir().path() / "e.csv").string() +
                                             "; correct the path; it is relative to the job file");
    CHECK(errorWith("seed = 3", "seed = 3\nweights = \"v.safetensors\"") ==
          "job.toml:7: weights: there is no file " + (dir().path() / "v.safetensors").string() +
              "; correct the path; it is relative to the job file");
}

TEST_CASE("keys that do not go together are named") {
    CHECK(errorWith("width = 2\nheight = 1\n", "") ==
          "job.toml:12: data.shifts: need the size of an image; add width = 8 and height = 8");
    CHECK(
        errorWith("kind = \"csv\"", "kind = \"idx\"") ==
        "job.toml:10: data.files: names 1 files; give features and labels, or these twice: for training and held out");
    CHECK(errorWith("kind = \"csv\"", "kind = \"npy\"\nlabel_column = \"last\"") ==
          "job.toml:10: data.label_column: is for csv files only; remove it");
    CHECK(errorWith("kind = \"csv\"\nfiles = [\"d.csv\"]",
                    "kind = \"idx\"\nfiles = [\"d.csv\", \"d.csv\", \"d.csv\", \"d.csv\"]") ==
          "job.toml:15: data.held_out: four files are already a split; remove it");
    CHECK(errorWith("kind = \"csv\"", "kind = \"csv\"\nlabel_column = \"none\"") ==
          "job.toml:10: data.label_column: training needs labels; write label_column = \"last\"");
    CHECK(errorWith("type = \"gelu\"", "type = \"gelu\"\nwidth = 16") ==
          "job.toml:24: layers[2].width: gelu keeps the width of its input; remove it");
    CHECK(errorWith("type = \"linear\"\nwidth = 3", "type = \"relu\"") ==
          "job.toml:26: layers[3].type: the last layer must be linear: its outputs are the classes; "
          "add a layer with type = \"linear\" and as many outputs as classes");
    CHECK(errorWith("learning_rate = 0.001", "learning_rate = 0.001\nmomentum = 0.9") ==
          "job.toml:32: optimizer.momentum: is for sgd only; remove it, or write type = \"sgd\"");
    CHECK(errorWith("type = \"adam\"", "type = \"sgd\"\nbeta1 = 0.9") ==
          "job.toml:31: optimizer.beta1: is for adam only; remove it, or write type = \"adam\"");
    CHECK(errorWith("window = 5", "window = 101") ==
          "job.toml:35: contract.window: 100 steps do not fill a window of 101; write a smaller window");
    CHECK(errorWith("odds = 5", "odds = 6") ==
          "job.toml:36: contract.odds: 100 steps at odds of 1 in 6 are fewer than 20 wins; write odds = 5");
    CHECK(errorWith("steps = 100", "steps = 100\niterations_per_step = 3") ==
          "job.toml:5: epochs: 100 full batches are not 100 steps of 3 iterations; write epochs = 300");
}

TEST_CASE("job files are found by path or by name") {
    const test::TempDir jobs;
    jobs.write("d.csv", "1,2,0\n");
    const auto path = jobs.write("small.toml", kGood);
    jobs.write("other.toml", "x");
    const std::vector<std::filesystem::path> dirs{jobs.path() / "none", jobs.path()};
    CHECK(findJob("small", dirs).value() == path);
    CHECK(findJob(path.string(), {}).value() == path);
    CHECK(findJob("smal", dirs).error().text() ==
          "smal: there is no job of this name; known are other, small; or give the path of a job file");
    CHECK(findJob("smal", {}).error().text() == "smal: there is no job of this name; give the path of a job file");
    CHECK(findJob("./none.toml", dirs).error().text() == "./none.toml: there is no such file; correct the path");

    const auto job = loadJob(path);
    REQUIRE_MESSAGE(job, job.error().text());
    CHECK(job->path == path);
    CHECK(job->data.files[0] == jobs.path() / "d.csv");
    CHECK(loadJob(jobs.path() / "none.toml").error().text() ==
          (jobs.path() / "none.toml").string() +
              ": cannot be read: No such file or directory; give the path of a job file, or the name of a job that is "
              "supplied, such as digits");
    const auto big = jobs.write("big.toml", std::string((1 << 20) + 1, ' '));
    CHECK(loadJob(big).error().text() ==
          big.string() + ": is longer than 1048576 bytes; data belongs into files of its own");
}
