// SPDX-License-Identifier: Apache-2.0
#include "gpu/result_file.h"

#include "gpu/host_tensor.h"
#include "gpu/infer.h"
#include "gpu/png.h"
#include "gpu/render.h"
#include "gpu/sweep.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <tuple>

namespace unchained::gpu {

namespace {

/// Calls each(tile number, its bytes); `bytesOf` gives a tile's size, 0 for one that the job does not have. What a host
/// made that are no tiles is passed over: its step fails when it is checked.
template <class BytesOf, class Each>
void forEachTile(const std::vector<Tiles>& tiles, const BytesOf& bytesOf, const Each& each) {
    for (const Tiles& some : tiles) {
        std::uint64_t t = some.first;
        for (std::size_t at = 0; at < some.bytes.size(); ++t) {
            const std::uint64_t size = bytesOf(t);
            if (size == 0 || size > some.bytes.size() - at) break;
            each(t, ByteView(some.bytes).subspan(at, size));
            at += size;
        }
    }
}

Result<Picture> pictureOf(const cbor::Value& parameters, const std::vector<Tiles>& tiles) {
    const auto scene = RenderDescription::decode(parameters);
    if (!scene) return scene.error();
    Picture out{scene->width, scene->height, 3, Bytes(std::size_t{3} * scene->width * scene->height)};
    forEachTile(
        tiles, [&](std::uint64_t t) { return t < scene->tiles() ? scene->rect(t).bytes() : 0; },
        [&](std::uint64_t t, ByteView pixels) {
            const TileRect at = scene->rect(t);
            for (std::uint32_t row = 0; row < at.height; ++row) {
                const std::size_t to = (std::size_t{at.y + row} * scene->width + at.x) * 3;
                std::copy_n(pixels.begin() + std::ptrdiff_t{row} * at.width * 3, std::size_t{at.width} * 3,
                            out.pixels.begin() + static_cast<std::ptrdiff_t>(to));
            }
        });
    return out;
}

void append(Bytes& out, std::string_view text) {
    out.insert(out.end(), text.begin(), text.end());
}

/// The shortest text that reads as the same binary32.
std::string numberText(float value) {
    std::array<char, 32> text{};
    const auto [end, status] = std::to_chars(text.data(), text.data() + text.size(), value);
    return status == std::errc() ? std::string(text.data(), end) : std::string("?");
}

std::uint32_t wordAt(ByteView bytes, std::size_t at) {
    std::uint32_t word = 0;
    for (unsigned i = 0; i < 4; ++i)
        word |= std::uint32_t{bytes[at + i]} << (8 * i);
    return word;
}

/// A line for each row: its number from 0, its class where there are classes, and the outputs.
Result<Bytes> outputsTable(const cbor::Value& parameters, const std::vector<Tiles>& tiles) {
    const auto d = InferDescription::decode(parameters);
    if (!d) return d.error();
    Bytes out;
    append(out, d->classes ? "row,class" : "row");
    for (std::uint64_t i = 0; i < d->outputs; ++i)
        append(out, ",output_" + std::to_string(i));
    append(out, "\n");
    const auto line = [&](std::uint64_t row, ByteView numbers) {
        std::string text;
        std::uint64_t best = 0;
        float most = 0;
        for (std::uint64_t i = 0; i < d->outputs; ++i) {
            const auto value = std::bit_cast<float>(wordAt(numbers, i * 4));
            if (i == 0 || value > most) {
                most = value;
                best = i;
            }
            text += "," + numberText(value);
        }
        append(out, std::to_string(row) + (d->classes ? "," + std::to_string(best) : "") + text + "\n");
    };
    forEachTile(
        tiles, [&](std::uint64_t t) { return t < d->tiles() ? d->rowsOf(t) * d->outputs * 4 : 0; },
        [&](std::uint64_t t, ByteView bytes) {
            for (std::uint64_t r = 0; r < d->rowsOf(t); ++r)
                line(t * d->tile + r, bytes.subspan(r * d->outputs * 4, d->outputs * 4));
        });
    return out;
}

struct Score {
    std::uint64_t run = 0;
    float loss = 0;
    std::uint32_t correct = 0, samples = 0; ///< no samples: it came to nothing
};

/// Widths of the layers that have one, "64x10".
std::string widthsOf(const TrainDescription& run) {
    std::string out;
    for (const LayerDescription& layer : run.layers)
        if (const auto width = layer.find("out")) out += (out.empty() ? "" : "x") + std::to_string(*width);
    return out;
}

std::string scoreLine(const Score& score, const TrainDescription& run) {
    const OptimiserDescription& o = run.optimiser;
    const bool good = score.samples > 0;
    std::string out = std::to_string(score.run);
    out += "," + (good ? numberText(score.loss) : std::string("diverged"));
    out += "," + (good ? numberText(static_cast<float>(score.correct) / static_cast<float>(score.samples)) : "");
    out += "," + o.kind + "," + numberText(o.rate) + "," + numberText(o.momentum) + "," + numberText(o.decay);
    out += "," + std::to_string(run.rows()) + "," + std::to_string(run.iterations) + "," +
           std::to_string(run.orderSeed) + "," + widthsOf(run);
    return out + "\n";
}

/// A line for each training, the least loss first; those that came to nothing last.
Result<Bytes> scoresTable(const cbor::Value& parameters, const std::vector<Tiles>& tiles) {
    const auto d = SweepDescription::decode(parameters);
    if (!d) return d.error();
    std::vector<Score> scores;
    forEachTile(
        tiles, [&](std::uint64_t t) { return t < d->runs.size() ? kSweepTileBytes : 0; },
        [&](std::uint64_t t, ByteView bytes) {
            scores.push_back({t, std::bit_cast<float>(wordAt(bytes, 0)), wordAt(bytes, 4), wordAt(bytes, 8)});
        });
    std::sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) {
        const auto key = [](const Score& s) { return std::tuple(s.samples == 0 || !(s.loss == s.loss), s.run); };
        if (std::get<0>(key(a)) == std::get<0>(key(b)) && !std::get<0>(key(a)) && a.loss != b.loss)
            return a.loss < b.loss;
        return key(a) < key(b);
    });
    Bytes out;
    append(out, "run,loss,accuracy,optimizer,learning_rate,momentum,weight_decay,batch,iterations,seed,widths\n");
    for (const Score& score : scores)
        append(out, scoreLine(score, d->runs[score.run]));
    return out;
}

} // namespace

std::string resultName(std::string_view program) {
    if (program == "render/v1") return "render.png";
    if (program == "infer/v1") return "outputs.csv";
    if (program == "sweep/v1") return "scores.csv";
    return "model.safetensors";
}

Result<Bytes> makeResult(std::string_view program, const cbor::Value& parameters, const std::vector<Tiles>& tiles) {
    if (program == "render/v1") {
        const auto picture = pictureOf(parameters, tiles);
        return picture ? writePng(*picture) : Result<Bytes>(picture.error());
    }
    if (program == "infer/v1") return outputsTable(parameters, tiles);
    if (program == "sweep/v1") return scoresTable(parameters, tiles);
    return makeError(ProgramError::UnknownProgram, std::string(program), "leaves no tiles");
}

bool resultShows(std::string_view program, const cbor::Value& parameters, const std::vector<Tiles>& tiles,
                 ByteView file) {
    if (program == "render/v1") {
        const auto wanted = pictureOf(parameters, tiles), shown = readPng(file, 3, "picture");
        return wanted && shown && *wanted == *shown;
    }
    const auto wanted = makeResult(program, parameters, tiles);
    return wanted && std::equal(wanted->begin(), wanted->end(), file.begin(), file.end());
}

} // namespace unchained::gpu
