// SPDX-License-Identifier: Apache-2.0
#include "gpu/description.h"

#include "gpu/program.h"

#include <doctest/doctest.h>
#include <functional>
#include <limits>

using namespace unchained;
using namespace unchained::gpu;

namespace {

TrainDescription example() {
    TrainDescription d;
    d.input = {8, 8};
    d.classes = 10;
    d.layers = {LayerDescription::linear(32), LayerDescription::gelu(), LayerDescription::linear(10)};
    d.samples = 1437;
    d.batch = 64;
    d.iterations = 500;
    d.orderSeed = 1;
    d.initSeed = 2;
    return d;
}

/// Subject and sentence of the refusal of a changed description, by way of its bytes.
std::string refusal(const std::function<void(TrainDescription&)>& change) {
    TrainDescription d = example();
    change(d);
    const auto decoded = TrainDescription::decode(d.encode());
    REQUIRE_FALSE(decoded.ok());
    CHECK(decoded.error().is(ProgramError::BadParameters));
    return decoded.error().subject;
}

std::string refusedValue(const cbor::Value& value) {
    const auto decoded = TrainDescription::decode(value);
    REQUIRE_FALSE(decoded.ok());
    return decoded.error().subject;
}

cbor::Map exampleMap() {
    return *example().encode().asMap();
}

cbor::Value& at(cbor::Map& map, const std::string& key) {
    for (auto& [name, value] : map) {
        if (*name.asText() == key) return value;
    }
    FAIL("no such key");
    return map.front().second;
}

} // namespace

TEST_CASE("a description comes back from its bytes, with every optimiser and kind of start") {
    TrainDescription d = example();
    for (const bool file : {false, true}) {
        for (const char* kind : {"adam", "sgd"}) {
            d.optimiser = {};
            d.optimiser.kind = kind;
            if (d.optimiser.kind == "sgd") d.optimiser.momentum = 0.9F;
            d.initSeed = file ? 0 : 77;
            if (file) d.initRoot = Hash256{{1, 2, 3}};
            const Bytes bytes = cbor::encode(d.encode());
            const auto back = TrainDescription::decode(cbor::decode(bytes).value());
            REQUIRE(back.ok());
            CHECK(cbor::encode(back->encode()) == bytes);
            CHECK(back->optimiser.kind == kind);
            CHECK(back->initRoot == d.initRoot);
            CHECK(back->layers.size() == 3);
        }
    }
}

TEST_CASE("layers inside layers, their settings, decay, clipping and schedules come back from their bytes") {
    TrainDescription d = example();
    d.input = {12};
    d.layers = {{"embedding", {{"tokens", 64}, {"out", 8}}},
                {"residual", {}, {{"rmsnorm", {}}, {"attention", {{"heads", 2}, {"rotary", 1}}}}},
                {"dropout", {{"drop", 6554}}},
                {"linear", {{"out", 10}, {"each", 1}}}};
    d.optimiser.decay = 0.01F;
    d.optimiser.clip = 1;
    d.optimiser.schedule = ScheduleDescription{"cosine", 10, 0.1F};
    d.loss = LossKind::Mse;
    const Bytes bytes = cbor::encode(d.encode());
    const auto back = TrainDescription::decode(cbor::decode(bytes).value());
    REQUIRE_MESSAGE(back.ok(), back.error().text());
    CHECK(cbor::encode(back->encode()) == bytes);
    CHECK(back->layers[1].layers[1].find("rotary") == 1);
    CHECK(back->optimiser == d.optimiser);
    CHECK(back->loss == d.loss);
}

TEST_CASE("what is inside other fields is refused by its full name") {
    const auto inside = [](LayerDescription layer) {
        return refusal([&](auto& d) { d.layers.insert(d.layers.begin(), {"residual", {}, {std::move(layer)}}); });
    };
    CHECK(inside({"linear", {}}) == "layers.0.layers.0.out");
    CHECK(inside({"lineal", {}}) == "layers.0.layers.0.kind");
    CHECK(inside({"dropout", {{"drop", 65536}}}) == "layers.0.layers.0.drop");
    CHECK(refusal([](auto& d) { d.layers[0].settings.emplace_back("bias", 1); }) == "layers.0.bias");
    CHECK(refusal([](auto& d) { d.layers[0].layers = {LayerDescription::relu()}; }) == "layers.0.layers");
    CHECK(refusal([](auto& d) { d.layers = std::vector(257, LayerDescription::relu()); }) == "layers");
    CHECK(refusal([](auto& d) {
              d.layers[1] = {"residual", {}, std::vector(254, LayerDescription::relu())};
          }) == "layers.1.layers");
    CHECK(refusal([](auto& d) {
              d.samples = 1U << 23;
              d.batch = 0;
              d.input = {2};
              d.layers = {{"embedding", {{"tokens", 64}, {"out", 8}}}, {"linear", {{"out", 10}, {"each", 1}}}};
          }) == "batch");
    CHECK(refusal([](auto& d) {
              d.samples = 1U << 23;
              d.batch = 0;
              d.layers[0] = LayerDescription::linear(1U << 12);
          }) == "batch");
    CHECK(refusal([](auto& d) { d.optimiser.decay = -1; }) == "optimiser.decay");
    CHECK(refusal([](auto& d) { d.optimiser.clip = std::numeric_limits<float>::infinity(); }) == "optimiser.clip");
    const auto schedule = [](const char* kind, std::uint64_t warmup, float final) {
        return refusal([&](auto& d) { d.optimiser.schedule = ScheduleDescription{kind, warmup, final}; });
    };
    CHECK(schedule("step", 0, 0) == "optimiser.schedule.kind");
    CHECK(schedule("cosine", 500, 0) == "optimiser.schedule.warmup");
    CHECK(schedule("cosine", 0, 1.5F) == "optimiser.schedule.final");
    CHECK(schedule("constant", 5, 0) == "optimiser.schedule.final");
    CHECK(schedule("constant", 0, 1) == "optimiser.schedule.warmup");
    cbor::Map map = exampleMap();
    cbor::Map optimiser = *at(map, "optimiser").asMap();
    optimiser.emplace_back("clip", 0);
    at(map, "optimiser") = optimiser;
    CHECK(refusedValue(map) == "optimiser.clip");
    map = exampleMap();
    at(map, "layers") = cbor::Array{cbor::Map{{"kind", "residual"}, {"layers", cbor::Array{}}}};
    CHECK(refusedValue(map) == "layers.0.layers");
    cbor::Value deep = cbor::Map{{"kind", "relu"}};
    for (int i = 0; i < 5; ++i)
        deep = cbor::Map{{"kind", "residual"}, {"layers", cbor::Array{deep}}};
    at(map, "layers") = cbor::Array{deep};
    CHECK(refusedValue(map) == "layers.0.layers.0.layers.0.layers.0.layers");
}

TEST_CASE("the bytes are those that the header documents") {
    TrainDescription d;
    d.input = {2};
    d.classes = 2;
    d.layers = {LayerDescription::linear(2)};
    d.samples = 3;
    d.iterations = 4;
    CHECK(toHex(cbor::encode(d.encode())) ==
          "aa"
          "64626974730e"                                         // bits: 14
          "64696e6974a1647365656400"                             // init: {seed: 0}
          "65626174636800"                                       // batch: 0
          "65696e7075748102"                                     // input: [2]
          "656f7264657200"                                       // order: 0
          "666c617965727381a2636f757402646b696e64666c696e656172" // layers: [{out: 2, kind: linear}]
          "67636c617373657302"                                   // classes: 2
          "6773616d706c657303"                                   // samples: 3
          "696f7074696d69736572a5"                               // optimiser:
          "646b696e64646164616d"                                 //   kind: adam
          "64726174651a3a83126f"                                 //   rate: 0.001
          "6562657461311a3f666666"                               //   beta1: 0.9
          "6562657461321a3f7fbe77"                               //   beta2: 0.999
          "67657073696c6f6e1a322bcc77"                           //   epsilon: 1e-8
          "6a697465726174696f6e7304");                           // iterations: 4
}

TEST_CASE("values out of range are refused and the field is named") {
    for (const unsigned bits : {0U, 7U, 13U, 15U, 20U, 22U, 64U})
        CHECK(refusal([bits](auto& d) { d.bits = bits; }) == "bits");
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        TrainDescription d = example();
        d.bits = bits;
        CHECK(TrainDescription::decode(d.encode()).value() == d);
    }
    CHECK(refusal([](auto& d) { d.input = {}; }) == "input");
    CHECK(refusal([](auto& d) { d.input = {0}; }) == "input");
    CHECK(refusal([](auto& d) { d.input = {1U << 20, 1U << 20, 1U << 20, 1U << 20}; }) == "input");
    CHECK(refusal([](auto& d) { d.classes = 1; }) == "classes");
    CHECK(refusal([](auto& d) { d.layers = {}; }) == "layers");
    CHECK(refusal([](auto& d) { d.layers.back() = LayerDescription::linear(9); }) == "layers");
    CHECK(refusal([](auto& d) {
              d.layers = {LayerDescription::relu()};
              d.input = {10};
          }) == "layers");
    CHECK(refusal([](auto& d) { d.layers[0].kind = "conv9d"; }) == "layers.0.kind");
    CHECK(refusal([](auto& d) { d.layers[0] = LayerDescription::linear(0); }) == "layers.0.out");
    CHECK(refusal([](auto& d) { d.layers[0].settings.clear(); }) == "layers.0.out");
    CHECK(refusal([](auto& d) { d.layers[1].settings = {{"slope", 1}}; }) == "layers.1.slope");
    CHECK(refusal([](auto& d) {
              d.layers = {LayerDescription::linear(1U << 20), LayerDescription::linear(1U << 20),
                          LayerDescription::linear(10)};
          }) == "layers.1");
    CHECK(refusal([](auto& d) { d.samples = 0; }) == "samples");
    CHECK(refusal([](auto& d) { d.batch = 1438; }) == "batch");
    CHECK(refusal([](auto& d) { d.iterations = 0; }) == "iterations");
    CHECK(refusal([](auto& d) { d.optimiser.rate = 0; }) == "optimiser.rate");
    CHECK(refusal([](auto& d) { d.optimiser.rate = std::numeric_limits<float>::quiet_NaN(); }) == "optimiser.rate");
    CHECK(refusal([](auto& d) { d.optimiser.beta1 = 1; }) == "optimiser.beta1");
    CHECK(refusal([](auto& d) { d.optimiser.beta2 = -0.5F; }) == "optimiser.beta2");
    CHECK(refusal([](auto& d) { d.optimiser.epsilon = 0; }) == "optimiser.epsilon");
    CHECK(refusal([](auto& d) {
              d.optimiser.kind = "sgd";
              d.optimiser.momentum = 1;
          }) == "optimiser.momentum");
}

TEST_CASE("bytes of another form are refused and the field is named") {
    CHECK(refusedValue(cbor::Value(3)) == "parameters");
    cbor::Map map = exampleMap();
    map.emplace_back("colour", 1);
    CHECK(refusedValue(map) == "parameters");
    map = exampleMap();
    map.emplace_back("loss", "softmax_cross_entropy");
    CHECK(refusedValue(map) == "loss");
    map = exampleMap();
    at(map, "bits") = "14";
    CHECK(refusedValue(map) == "bits");
    map = exampleMap();
    at(map, "layers") = 3;
    CHECK(refusedValue(map) == "layers");
    map = exampleMap();
    at(map, "layers") = cbor::Array{3};
    CHECK(refusedValue(map) == "layers.0");
    map = exampleMap();
    at(map, "input") = cbor::Array{"x"};
    CHECK(refusedValue(map) == "input");
    map = exampleMap();
    at(map, "init") = cbor::Map{{"root", Bytes(31)}};
    CHECK(refusedValue(map) == "init.root");
    map = exampleMap();
    at(map, "init") = cbor::Map{};
    CHECK(refusedValue(map) == "init.seed");
    map = exampleMap();
    at(map, "optimiser") = cbor::Map{{"kind", "sgd"}, {"rate", 1056964608}};
    CHECK(refusedValue(map) == "optimiser.momentum");
    map = exampleMap();
    at(map, "optimiser") = cbor::Map{{"kind", "rmsprop"}, {"rate", 1056964608}};
    CHECK(refusedValue(map) == "optimiser.kind");
    map = exampleMap();
    map.pop_back();
    CHECK(refusedValue(map) == "iterations");
}
