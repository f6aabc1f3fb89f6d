// SPDX-License-Identifier: Apache-2.0
#include "gpu/description.h"

#include "gpu/product.h"
#include "gpu/program.h"
#include "net/layer_list.h"
#include "net/map_reader.h"
#include "net/network.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace unchained::gpu {

namespace {

/// Numbers of one activation of a batch, 64 GiB: what a stranger's description may make a machine ask for.
constexpr std::uint64_t kBatchNumbersMax = std::uint64_t{1} << 34;

Error bad(std::string field, Message sentence, Message remedy = {}) {
    return badParameter(std::move(field), std::move(sentence), std::move(remedy));
}

Result<std::vector<LayerDescription>> decodeLayers(const cbor::Array& list, const std::string& where, std::size_t depth,
                                                   std::size_t& count);

/// @param count  layers so far, at all depths
Result<LayerDescription> decodeLayer(const cbor::Value& value, const std::string& where, std::size_t depth,
                                     std::size_t& count) {
    const cbor::Map* map = value.asMap();
    if (!map) return bad(where, "is no map", "see gpu/description.h");
    LayerDescription layer;
    for (const auto& [key, setting] : *map) {
        const std::string* name = key.asText();
        if (!name) return bad(where, "has a key that is no text", "see gpu/description.h");
        if (*name == "kind") {
            if (!setting.asText()) return bad(where + ".kind", "is no text", "see gpu/description.h");
            layer.kind = *setting.asText();
        } else if (*name == "layers") {
            const cbor::Array* inside = setting.asArray();
            if (!inside || inside->empty()) return bad(where + ".layers", "is no list", "see gpu/description.h");
            auto layers = decodeLayers(*inside, where + ".", depth + 1, count);
            if (!layers) return layers.error();
            layer.layers = std::move(*layers);
        } else {
            if (!setting.asUnsigned()) return bad(where + "." + *name, "is no unsigned integer");
            layer.settings.emplace_back(*name, *setting.asUnsigned());
        }
    }
    return layer;
}

Result<std::vector<LayerDescription>> decodeLayers(const cbor::Array& list, const std::string& where, std::size_t depth,
                                                   std::size_t& count) {
    count += list.size();
    if (count > kLayersMax) return bad(where + "layers", {"are not 1 to %1", kLayersMax});
    if (depth >= kLayerDepthMax) {
        return bad(where + "layers", {"are more than %1 deep inside each other", kLayerDepthMax}, "write them flatter");
    }
    std::vector<LayerDescription> out;
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto layer = decodeLayer(list[i], where + "layers." + std::to_string(i), depth, count);
        if (!layer) return layer.error();
        out.push_back(std::move(*layer));
    }
    return out;
}

std::size_t countLayers(const std::vector<LayerDescription>& layers, std::size_t depth) {
    if (depth >= kLayerDepthMax) return kLayersMax + 1;
    std::size_t count = layers.size();
    for (const LayerDescription& layer : layers)
        if (!layer.layers.empty()) count += countLayers(layer.layers, depth + 1);
    return count;
}

Result<ScheduleDescription> decodeSchedule(const cbor::Value& value) {
    MapReader in(value, "optimiser.schedule");
    ScheduleDescription schedule;
    schedule.kind = in.text("kind");
    schedule.warmup = in.whole("warmup");
    schedule.final = in.real("final");
    if (auto done = in.finish(); !done) return done.error();
    return schedule;
}

Result<OptimiserDescription> decodeOptimiser(const cbor::Value& value) {
    MapReader in(value, "optimiser");
    OptimiserDescription optimiser;
    optimiser.kind = in.text("kind");
    optimiser.rate = in.real("rate");
    if (optimiser.kind == "sgd") {
        optimiser.momentum = in.real("momentum");
    } else if (optimiser.kind == "adam") {
        optimiser.beta1 = in.real("beta1");
        optimiser.beta2 = in.real("beta2");
        optimiser.epsilon = in.real("epsilon");
    } else {
        in.fail("kind", "is neither sgd nor adam");
    }
    // What says nothing is not written, so that one optimiser has one encoding.
    if (in.has("decay") && (optimiser.decay = in.real("decay")) == 0.0F) in.fail("decay", "is 0: leave it out");
    if (in.has("clip") && (optimiser.clip = in.real("clip")) == 0.0F) in.fail("clip", "is 0: leave it out");
    if (in.has("schedule")) {
        auto schedule = decodeSchedule(*in.take("schedule"));
        if (!schedule) return schedule.error();
        optimiser.schedule = std::move(*schedule);
    }
    if (auto done = in.finish(); !done) return done.error();
    return optimiser;
}

Result<void> decodeInit(const cbor::Value& value, TrainDescription& d) {
    MapReader in(value, "init");
    if (in.has("root")) {
        const cbor::Value* root = in.take("root");
        const Bytes* bytes = root->asBytes();
        if (bytes) d.initRoot = Hash256::from(*bytes);
        if (!d.initRoot) in.fail("root", "is not 32 bytes");
    } else {
        d.initSeed = in.whole("seed");
    }
    return in.finish();
}

cbor::Value encodeOptimiser(const OptimiserDescription& o) {
    cbor::Map map{{"kind", o.kind}, {"rate", bitsOf(o.rate)}};
    if (o.kind == "sgd") {
        map.emplace_back("momentum", bitsOf(o.momentum));
    } else {
        map.emplace_back("beta1", bitsOf(o.beta1));
        map.emplace_back("beta2", bitsOf(o.beta2));
        map.emplace_back("epsilon", bitsOf(o.epsilon));
    }
    if (o.decay != 0.0F) map.emplace_back("decay", bitsOf(o.decay));
    if (o.clip != 0.0F) map.emplace_back("clip", bitsOf(o.clip));
    if (o.schedule) {
        map.emplace_back("schedule", cbor::Map{{"kind", o.schedule->kind},
                                               {"warmup", o.schedule->warmup},
                                               {"final", bitsOf(o.schedule->final)}});
    }
    return map;
}

Result<void> validateSchedule(const ScheduleDescription& schedule, std::uint64_t iterations) {
    const std::string where = "optimiser.schedule.";
    if (schedule.kind != "constant" && schedule.kind != "linear" && schedule.kind != "cosine") {
        return bad(where + "kind", {"there is no schedule %1", schedule.kind}, "use constant, linear or cosine");
    }
    if (schedule.warmup >= iterations) {
        return bad(where + "warmup",
                   {"a warm-up of %1 iterations is not shorter than the job's %2", schedule.warmup, iterations},
                   "use a smaller one");
    }
    if (!(schedule.final >= 0.0F && schedule.final <= 1.0F)) return bad(where + "final", "is not from 0 to 1");
    if (schedule.kind == "constant" && schedule.final != 1.0F) {
        return bad(where + "final", "is not 1, and a constant rate does not fall", "use 1, or linear or cosine");
    }
    if (schedule.kind == "constant" && schedule.warmup == 0) return bad(where + "warmup", "is 0: leave it all out");
    return {};
}

Result<void> validateOptimiser(const OptimiserDescription& o, std::uint64_t iterations) {
    const auto fraction = [](float value) { return value >= 0.0F && value < 1.0F; };
    const auto positive = [](float value) { return value > 0.0F && isFiniteBits(value); };
    if (o.kind != "sgd" && o.kind != "adam") {
        return bad("optimiser.kind", {"there is no optimiser %1", o.kind}, "use sgd or adam");
    }
    if (!positive(o.rate)) return bad("optimiser.rate", "is not above 0 and finite", "use for instance 0.001");
    if (o.kind == "sgd") {
        if (!fraction(o.momentum)) return bad("optimiser.momentum", "is not from 0 to below 1", "use for instance 0.9");
    } else {
        if (!fraction(o.beta1)) return bad("optimiser.beta1", "is not from 0 to below 1", "use for instance 0.9");
        if (!fraction(o.beta2)) return bad("optimiser.beta2", "is not from 0 to below 1", "use for instance 0.999");
        if (!positive(o.epsilon)) return bad("optimiser.epsilon", "is not above 0 and finite", "use for instance 1e-8");
    }
    // The bits of -0 are none of the two that mean 0.
    if (std::signbit(o.decay) || (o.decay != 0.0F && !positive(o.decay))) {
        return bad("optimiser.decay", "is not above 0 and finite", "use for instance 0.1, or leave it out");
    }
    if (std::signbit(o.clip) || (o.clip != 0.0F && !positive(o.clip))) {
        return bad("optimiser.clip", "is not above 0 and finite", "use for instance 1, or leave it out");
    }
    if (o.schedule) return validateSchedule(*o.schedule, iterations);
    return {};
}

Result<void> validateShape(const TrainDescription& d) {
    if (d.input.empty() || d.input.size() > 4) return bad("input", "has not 1 to 4 dimensions");
    std::uint64_t elements = 1;
    for (const std::uint64_t dimension : d.input) {
        if (dimension == 0 || dimension > kWidthMax || elements > kWidthMax) {
            return bad("input", "is empty or too large", {"keep a sample at %1 numbers at most", kWidthMax});
        }
        elements *= dimension;
    }
    if (elements > kWidthMax) {
        return bad("input", "is empty or too large", {"keep a sample at %1 numbers at most", kWidthMax});
    }
    if (d.loss == LossKind::Mse) {
        if (d.classes < 1 || d.classes > kClassesMax) return bad("classes", {"is not 1 to %1", kClassesMax});
    } else if (d.classes < 2 || d.classes > kClassesMax) {
        return bad("classes", {"is not 2 to %1", kClassesMax});
    }
    const std::size_t layers = countLayers(d.layers, 0);
    if (layers == 0 || layers > kLayersMax) return bad("layers", {"are not 1 to %1", kLayersMax});
    return {};
}

} // namespace

cbor::Array encodeLayers(const std::vector<LayerDescription>& layers) {
    cbor::Array out;
    for (const LayerDescription& layer : layers) {
        cbor::Map map{{"kind", layer.kind}};
        for (const auto& [name, value] : layer.settings)
            map.emplace_back(name, value);
        if (!layer.layers.empty()) map.emplace_back("layers", encodeLayers(layer.layers));
        out.emplace_back(std::move(map));
    }
    return out;
}

Result<std::vector<LayerDescription>> decodeLayers(const cbor::Array& list) {
    std::size_t count = 0;
    return decodeLayers(list, "", 0, count);
}

std::optional<std::uint64_t> LayerDescription::find(std::string_view name) const {
    for (const auto& [key, value] : settings) {
        if (key == name) return value;
    }
    return {};
}

cbor::Value TrainDescription::encode() const {
    cbor::Array shape;
    for (const std::uint64_t dimension : input)
        shape.emplace_back(dimension);
    cbor::Array layerList = encodeLayers(layers);
    const cbor::Map init = initRoot ? cbor::Map{{"root", *initRoot}} : cbor::Map{{"seed", initSeed}};
    cbor::Map map{{"bits", std::uint64_t{bits}}, {"init", init},       {"batch", batch},
                  {"input", std::move(shape)},   {"order", orderSeed}, {"layers", std::move(layerList)},
                  {"classes", classes},          {"samples", samples}, {"optimiser", encodeOptimiser(optimiser)},
                  {"iterations", iterations}};
    if (loss == LossKind::Mse) map.emplace_back("loss", "mse");
    if (frozen != 0) map.emplace_back("frozen", frozen);
    return map;
}

Result<TrainDescription> TrainDescription::decode(const cbor::Value& value) {
    MapReader in(value, "");
    TrainDescription d;
    const std::uint64_t bits = in.whole("bits");
    d.bits = static_cast<unsigned>(std::min<std::uint64_t>(bits, 64));
    d.batch = in.whole("batch");
    d.orderSeed = in.whole("order");
    d.classes = in.whole("classes");
    d.samples = in.whole("samples");
    d.iterations = in.whole("iterations");
    if (in.has("frozen") && (d.frozen = in.whole("frozen")) == 0) in.fail("frozen", "is 0: leave it out");
    if (in.has("loss")) {
        if (in.text("loss") != "mse") in.fail("loss", "is not mse, and is left out else");
        d.loss = LossKind::Mse;
    }
    const cbor::Array* input = in.array("input");
    const cbor::Array* layers = in.array("layers");
    const cbor::Value* init = in.take("init");
    const cbor::Value* optimiser = in.take("optimiser");
    if (auto done = in.finish(); !done) return done.error();

    for (const cbor::Value& dimension : *input) {
        if (!dimension.asUnsigned()) return bad("input", "has a dimension that is no unsigned integer");
        d.input.push_back(*dimension.asUnsigned());
    }
    auto decodedLayers = decodeLayers(*layers);
    if (!decodedLayers) return decodedLayers.error();
    d.layers = std::move(*decodedLayers);
    if (auto done = decodeInit(*init, d); !done) return done.error();
    auto decoded = decodeOptimiser(*optimiser);
    if (!decoded) return decoded.error();
    d.optimiser = std::move(*decoded);
    if (auto valid = d.validate(); !valid) return valid.error();
    return d;
}

Result<void> TrainDescription::validate() const {
    if (productLimit(bits) == 0) return bad("bits", {"%1 is no width of a product", bits}, "use 8, 14, 16 or 21");
    if (auto shape = validateShape(*this); !shape) return shape;
    if (samples == 0 || samples > kSamplesMax) return bad("samples", {"is not 1 to %1", kSamplesMax});
    if (batch > samples) {
        return bad("batch", {"%1 rows are more than the data has (%2)", batch, samples},
                   "use a smaller one, or 0 for all");
    }
    if (frozen != 0 && frozen >= layers.size())
        return bad("frozen", {"%1 of %2 layers leave nothing to be trained", frozen, layers.size()},
                   "freeze fewer layers");
    if (iterations == 0 || iterations > kIterationsMax) return bad("iterations", {"is not 1 to %1", kIterationsMax});
    if (auto valid = validateOptimiser(optimiser, iterations); !valid) return valid;
    auto network = Network::make(layers, input, classes);
    if (!network) return network.error();
    if (rows() > kBatchNumbersMax / (*network)->widest()) {
        return bad("batch", {"a batch of %1 samples has more than %2 numbers in a layer", rows(), kBatchNumbersMax},
                   "use a smaller batch");
    }
    if (rows() > kProductDepthMax / (*network)->positions()) {
        return bad("batch",
                   {"a batch of %1 samples of %2 positions has more than %3 at once", rows(), (*network)->positions(),
                    kProductDepthMax},
                   "use a smaller batch");
    }
    return {};
}

} // namespace unchained::gpu
