// SPDX-License-Identifier: Apache-2.0
#include "jobs/render_fields.h"

#include <cmath>

namespace unchained::jobs {

namespace {

using gpu::MaterialKind;
using gpu::RenderDescription;
using gpu::ShapeKind;
using gpu::Vector3;

constexpr float kFar = 1e6F;
constexpr float kBright = 1e4F;

Vector3 readVector(const TomlTable& in, Key key, float min, float max, const std::optional<Vector3>& absent = {}) {
    if (absent && !in.has(key.name)) return *absent;
    const auto list = in.reals(key, 3, 3, min, max);
    return list.size() == 3 ? Vector3{list[0], list[1], list[2]} : Vector3{};
}

std::uint32_t readWhole(const TomlTable& in, Key key, std::uint64_t min, std::uint64_t max,
                        std::optional<std::uint64_t> absent = {}) {
    return static_cast<std::uint32_t>(in.integer(key, min, max, absent));
}

void readPicture(const TomlTable& in, RenderDescription& out) {
    in.allow({"width", "height", "tile", "samples", "bounces", "exposure"});
    out.width = readWhole(in, {"width", "width = 640"}, 1, RenderDescription::kSideMax);
    out.height = readWhole(in, {"height", "height = 512"}, 1, RenderDescription::kSideMax);
    out.tile = readWhole(in, {"tile", "tile = 64"}, 1, RenderDescription::kTileMax, 64);
    out.samples = readWhole(in, {"samples", "samples = 64"}, 1, 65536);
    out.bounces = readWhole(in, {"bounces", "bounces = 8"}, 1, 64, 8);
    out.exposure = in.real({"exposure", "exposure = 1.0"}, 1e-3F, 1e3F, 1.0F);
}

void readCamera(const TomlTable& in, gpu::Camera& out) {
    in.allow({"position", "target", "angle", "aperture", "focus"});
    out.position = readVector(in, {"position", "position = [0, 1, 5]"}, -kFar, kFar);
    out.target = readVector(in, {"target", "target = [0, 1, 0]"}, -kFar, kFar);
    out.angle = in.real({"angle", "angle = 40"}, 1, 170, 40.0F);
    out.aperture = in.real({"aperture", "aperture = 0.05"}, 0, 1000, 0.0F);
    float distance = 0;
    for (std::size_t i = 0; i < 3; ++i)
        distance += (out.target[i] - out.position[i]) * (out.target[i] - out.position[i]);
    out.focus = in.real({"focus", "focus = 5"}, 1e-3F, kFar, std::max(1e-3F, std::sqrt(distance)));
}

void readSky(const TomlTable& in, RenderDescription& out) {
    in.allow({"zenith", "horizon"});
    out.zenith = readVector(in, {"zenith", "zenith = [0.3, 0.5, 1.0]"}, 0, kBright, Vector3{});
    out.horizon = readVector(in, {"horizon", "horizon = [0.8, 0.9, 1.0]"}, 0, kBright, out.zenith);
}

/// "#rrggbb" would be sRGB; here a colour is the share of light that comes back.
void readMaterial(const TomlTable& in, gpu::SceneObject& out) {
    const std::string word =
        in.choice({"material", "material = \"diffuse\""}, {"diffuse", "mirror", "glass", "light"}, "diffuse");
    out.material = word == "light"    ? MaterialKind::Light
                   : word == "glass"  ? MaterialKind::Glass
                   : word == "mirror" ? MaterialKind::Mirror
                                      : MaterialKind::Diffuse;
    const float most = out.material == MaterialKind::Light ? kBright : 1.0F;
    out.color = readVector(in, {"color", "color = [0.8, 0.3, 0.2]"}, 0, most, Vector3{1, 1, 1});
    out.otherColor = readVector(in, {"second", "second = [0.1, 0.1, 0.1]"}, 0, most, out.color);
    out.checker = in.has("checker") ? in.real({"checker", "checker = 1.0"}, 1e-3F, kFar) : 0.0F;
    out.roughness = in.real({"roughness", "roughness = 0.2"}, 0, 1, 0.0F);
    out.index = in.real({"index", "index = 1.5"}, 1, 4, 1.5F);
    if (in.has("roughness") && out.material != MaterialKind::Mirror)
        in.fail(JobError::Inconsistent, "roughness", "is for mirrors only", "remove it");
    if (in.has("index") && out.material != MaterialKind::Glass)
        in.fail(JobError::Inconsistent, "index", "is for glass only", "remove it");
}

gpu::SceneObject readObject(const TomlTable& in) {
    gpu::SceneObject out;
    const std::string shape = in.choice({"shape", "shape = \"sphere\""}, {"sphere", "plane", "box"});
    std::vector<std::string_view> keys{"shape", "material", "color", "second", "checker", "roughness", "index"};
    if (shape == "sphere") {
        keys.insert(keys.end(), {"center", "radius"});
        out.first = readVector(in, {"center", "center = [0, 1, 0]"}, -kFar, kFar);
        out.radius = in.real({"radius", "radius = 1"}, 1e-4F, kFar);
    } else if (shape == "plane") {
        keys.insert(keys.end(), {"center", "normal"});
        out.shape = ShapeKind::Plane;
        out.first = readVector(in, {"center", "center = [0, 0, 0]"}, -kFar, kFar, Vector3{});
        out.second = readVector(in, {"normal", "normal = [0, 1, 0]"}, -kFar, kFar);
    } else {
        keys.insert(keys.end(), {"low", "high"});
        out.shape = ShapeKind::Box;
        out.first = readVector(in, {"low", "low = [0, 0, 0]"}, -kFar, kFar);
        out.second = readVector(in, {"high", "high = [1, 1, 1]"}, -kFar, kFar);
    }
    readMaterial(in, out);
    in.allow(keys);
    return out;
}

} // namespace

gpu::RenderDescription readRender(const TomlTable& root) {
    RenderDescription out;
    readPicture(root.table({"picture", "[picture] with width and height"}, true), out);
    readCamera(root.table({"camera", "[camera] with position and target"}, true), out.camera);
    readSky(root.table({"sky", "[sky] with zenith and horizon"}, false), out);
    for (const TomlTable& object :
         root.tables({"objects", "[[objects]] with shape = \"sphere\""}, RenderDescription::kObjectsMax))
        out.objects.push_back(readObject(object));
    return out;
}

} // namespace unchained::jobs
