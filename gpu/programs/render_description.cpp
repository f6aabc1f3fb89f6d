// SPDX-License-Identifier: Apache-2.0
#include "gpu/render.h"
#include "net/map_reader.h"

#include <cmath>

namespace unchained::gpu {

namespace {

constexpr float kLengthMax = 1e6F;
constexpr float kLightMax = 1e4F;
constexpr std::array kShapes{"sphere", "plane", "box"};
constexpr std::array kMaterials{"diffuse", "mirror", "glass", "light"};

cbor::Value encodeVector(const Vector3& v) {
    return cbor::Array{bitsOf(v[0]), bitsOf(v[1]), bitsOf(v[2])};
}

Vector3 vectorOf(MapReader& in, const std::string& key) {
    Vector3 out{};
    const cbor::Array* list = in.array(key);
    if (!list) return out;
    if (list->size() != 3) {
        in.fail(key, "has not three numbers");
        return out;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        const std::uint64_t* bits = (*list)[i].asUnsigned();
        if (!bits || *bits > UINT32_MAX) {
            in.fail(key, "is not the bits of three binary32");
            return out;
        }
        out[i] = std::bit_cast<float>(static_cast<std::uint32_t>(*bits));
    }
    return out;
}

std::uint32_t smallWhole(MapReader& in, const std::string& key) {
    const std::uint64_t value = in.whole(key);
    if (value > UINT32_MAX) in.fail(key, "is too large");
    return static_cast<std::uint32_t>(value);
}

template <std::size_t N>
std::size_t wordOf(MapReader& in, const std::string& key, const std::array<const char*, N>& words) {
    const std::string word = in.text(key);
    for (std::size_t i = 0; i < N; ++i)
        if (word == words[i]) return i;
    in.fail(key, "is a word that is not known");
    return 0;
}

Result<SceneObject> decodeObject(const cbor::Value& value, const std::string& where) {
    MapReader in(value, where);
    SceneObject o;
    o.shape = static_cast<ShapeKind>(wordOf(in, "shape", kShapes));
    o.first = vectorOf(in, o.shape == ShapeKind::Box ? "low" : "center");
    if (o.shape == ShapeKind::Sphere) o.radius = in.real("radius");
    if (o.shape == ShapeKind::Plane) o.second = vectorOf(in, "normal");
    if (o.shape == ShapeKind::Box) o.second = vectorOf(in, "high");
    o.material = static_cast<MaterialKind>(wordOf(in, "material", kMaterials));
    o.color = vectorOf(in, "color");
    o.otherColor = vectorOf(in, "second");
    o.checker = in.real("checker");
    o.roughness = in.real("roughness");
    o.index = in.real("index");
    if (auto done = in.finish(); !done) return done.error();
    return o;
}

cbor::Value encodeObject(const SceneObject& o) {
    cbor::Map map{{"shape", kShapes[static_cast<std::size_t>(o.shape)]},
                  {"material", kMaterials[static_cast<std::size_t>(o.material)]},
                  {"color", encodeVector(o.color)},
                  {"second", encodeVector(o.otherColor)},
                  {"checker", bitsOf(o.checker)},
                  {"roughness", bitsOf(o.roughness)},
                  {"index", bitsOf(o.index)}};
    map.emplace_back(o.shape == ShapeKind::Box ? "low" : "center", encodeVector(o.first));
    if (o.shape == ShapeKind::Sphere) map.emplace_back("radius", bitsOf(o.radius));
    if (o.shape == ShapeKind::Plane) map.emplace_back("normal", encodeVector(o.second));
    if (o.shape == ShapeKind::Box) map.emplace_back("high", encodeVector(o.second));
    return map;
}

/// False for a NaN, too.
bool within(float value, float low, float high) {
    return value >= low && value <= high;
}

bool within(const Vector3& v, float low, float high) {
    return within(v[0], low, high) && within(v[1], low, high) && within(v[2], low, high);
}

/// Long enough that its direction means something.
bool isDirection(const Vector3& v) {
    return v[0] * v[0] + v[1] * v[1] + v[2] * v[2] > 1e-12F;
}

Result<void> validateShape(const SceneObject& o, const std::string& where) {
    if (!within(o.first, -kLengthMax, kLengthMax)) return badParameter(where + ".center", "lies too far away");
    if (o.shape == ShapeKind::Sphere && !within(o.radius, 1e-4F, kLengthMax))
        return badParameter(where + ".radius", {"is not from 0.0001 to %1", kLengthMax});
    if (o.shape == ShapeKind::Plane && !(within(o.second, -kLengthMax, kLengthMax) && isDirection(o.second)))
        return badParameter(where + ".normal", "is no direction", "use for instance [0, 1, 0]");
    if (o.shape != ShapeKind::Box) return {};
    for (std::size_t i = 0; i < 3; ++i)
        if (!within(o.second[i], o.first[i], kLengthMax) || o.second[i] == o.first[i])
            return badParameter(where + ".high", "is not above low in each coordinate");
    return {};
}

Result<void> validateObject(const SceneObject& o, const std::string& where) {
    if (auto shape = validateShape(o, where); !shape) return shape;
    const float most = o.material == MaterialKind::Light ? kLightMax : 1.0F;
    if (!within(o.color, 0, most) || !within(o.otherColor, 0, most))
        return badParameter(where + ".color", {"is not from 0 to %1 in each of its three parts", most});
    if (o.checker != 0 && !within(o.checker, 1e-3F, kLengthMax))
        return badParameter(where + ".checker", "is neither 0 nor from 0.001 up");
    if (!within(o.roughness, 0, 1)) return badParameter(where + ".roughness", "is not from 0 to 1");
    if (!within(o.index, 1, 4)) return badParameter(where + ".index", "is not from 1 to 4", "use 1.5 for glass");
    return {};
}

Result<void> validateCamera(const Camera& c) {
    const Vector3 ahead{c.target[0] - c.position[0], c.target[1] - c.position[1], c.target[2] - c.position[2]};
    if (!within(c.position, -kLengthMax, kLengthMax) || !within(c.target, -kLengthMax, kLengthMax) ||
        !isDirection(ahead))
        return badParameter("camera.target", "is not another place than the camera's");
    if (ahead[0] * ahead[0] + ahead[2] * ahead[2] <= 1e-12F)
        return badParameter("camera.target", "lies straight above or below the camera", "move it a little aside");
    if (!within(c.angle, 1, 170)) return badParameter("camera.angle", "is not from 1 to 170 degrees");
    if (!within(c.aperture, 0, 1000)) return badParameter("camera.aperture", "is not from 0 to 1000");
    if (!within(c.focus, 1e-3F, kLengthMax)) return badParameter("camera.focus", "is not above 0");
    return {};
}

} // namespace

std::uint64_t RenderDescription::tiles() const {
    return std::uint64_t{tilesAcross()} * ((height + tile - 1) / tile);
}

TileRect RenderDescription::rect(std::uint64_t t) const {
    TileRect out;
    out.x = static_cast<std::uint32_t>(t % tilesAcross()) * tile;
    out.y = static_cast<std::uint32_t>(t / tilesAcross()) * tile;
    out.width = std::min(tile, width - out.x);
    out.height = std::min(tile, height - out.y);
    return out;
}

cbor::Value RenderDescription::encode() const {
    cbor::Array list;
    for (const SceneObject& o : objects)
        list.push_back(encodeObject(o));
    const cbor::Map eye{{"position", encodeVector(camera.position)},
                        {"target", encodeVector(camera.target)},
                        {"angle", bitsOf(camera.angle)},
                        {"aperture", bitsOf(camera.aperture)},
                        {"focus", bitsOf(camera.focus)}};
    return cbor::Map{{"width", width},
                     {"height", height},
                     {"tile", tile},
                     {"samples", samples},
                     {"bounces", bounces},
                     {"exposure", bitsOf(exposure)},
                     {"seed", seed},
                     {"camera", eye},
                     {"sky", cbor::Map{{"zenith", encodeVector(zenith)}, {"horizon", encodeVector(horizon)}}},
                     {"objects", std::move(list)}};
}

Result<RenderDescription> RenderDescription::decode(const cbor::Value& value) {
    MapReader in(value, "");
    RenderDescription d;
    d.width = smallWhole(in, "width");
    d.height = smallWhole(in, "height");
    d.tile = smallWhole(in, "tile");
    d.samples = smallWhole(in, "samples");
    d.bounces = smallWhole(in, "bounces");
    d.exposure = in.real("exposure");
    d.seed = in.whole("seed");
    const cbor::Value* camera = in.take("camera");
    const cbor::Value* sky = in.take("sky");
    const cbor::Array* objects = in.array("objects");
    if (auto done = in.finish(); !done) return done.error();
    MapReader eye(*camera, "camera");
    d.camera.position = vectorOf(eye, "position");
    d.camera.target = vectorOf(eye, "target");
    d.camera.angle = eye.real("angle");
    d.camera.aperture = eye.real("aperture");
    d.camera.focus = eye.real("focus");
    if (auto done = eye.finish(); !done) return done.error();
    MapReader above(*sky, "sky");
    d.zenith = vectorOf(above, "zenith");
    d.horizon = vectorOf(above, "horizon");
    if (auto done = above.finish(); !done) return done.error();
    if (objects->size() > kObjectsMax) return badParameter("objects", {"are more than %1", kObjectsMax});
    for (const cbor::Value& item : *objects) {
        auto object = decodeObject(item, "objects." + std::to_string(d.objects.size()));
        if (!object) return object.error();
        d.objects.push_back(*object);
    }
    if (auto valid = d.validate(); !valid) return valid.error();
    return d;
}

Result<void> RenderDescription::validate() const {
    if (width == 0 || width > kSideMax) return badParameter("width", {"is not 1 to %1", kSideMax});
    if (height == 0 || height > kSideMax) return badParameter("height", {"is not 1 to %1", kSideMax});
    if (tile == 0 || tile > kTileMax) return badParameter("tile", {"is not 1 to %1", kTileMax});
    if (samples == 0 || samples > 65536) return badParameter("samples", "is not 1 to 65536");
    if (bounces == 0 || bounces > 64) return badParameter("bounces", "is not 1 to 64");
    if (!within(exposure, 1e-3F, 1e3F)) return badParameter("exposure", "is not from 0.001 to 1000");
    if (auto good = validateCamera(camera); !good) return good;
    if (!within(zenith, 0, kLightMax) || !within(horizon, 0, kLightMax))
        return badParameter("sky", {"has a light that is not from 0 to %1", kLightMax});
    if (objects.empty() || objects.size() > kObjectsMax)
        return badParameter("objects", {"are not 1 to %1", kObjectsMax});
    for (std::size_t i = 0; i < objects.size(); ++i)
        if (auto good = validateObject(objects[i], "objects." + std::to_string(i)); !good) return good;
    return {};
}

} // namespace unchained::gpu
