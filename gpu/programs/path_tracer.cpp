// SPDX-License-Identifier: Apache-2.0
#include "programs/path_tracer.h"

#include "gpu/elementary.h"

#include <algorithm>
#include <cmath>

namespace unchained::gpu {

namespace {

using V = PathTracer::V;

constexpr float kPi = 3.14159274F;
constexpr float kNear = 1e-3F;    ///< a ray does not meet what it has just left
constexpr float kFar = 1e9F;      ///< nothing is met
constexpr float kBrightMax = 12;  ///< of one path: rarer and brighter ones would be specks
constexpr float kSumUnit = 65536; ///< of the integer sums over paths
constexpr std::uint32_t kSureBounces = 3;
constexpr unsigned kBlocksPerPathLog2 = 10; ///< more than the longest path takes: 64 bounces of at most 12 blocks

constexpr V operator+(const V& a, const V& b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr V operator-(const V& a, const V& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr V operator*(const V& a, float s) {
    return {a.x * s, a.y * s, a.z * s};
}
constexpr V times(const V& a, const V& b) {
    return {a.x * b.x, a.y * b.y, a.z * b.z};
}
constexpr float dot(const V& a, const V& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr V cross(const V& a, const V& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
V unit(const V& a) {
    return a * (1.0F / std::sqrt(dot(a, a)));
}
constexpr V of(const Vector3& v) {
    return {v[0], v[1], v[2]};
}
constexpr V mirrored(const V& to, const V& normal) {
    return to - normal * (2.0F * dot(to, normal));
}
/// Two directions that stand upright on `n` and on each other (Duff et al., JCGT 2017).
std::pair<V, V> across(const V& n) {
    const float sign = n.z < 0 ? -1.0F : 1.0F;
    const float a = -1.0F / (sign + n.z);
    const float b = n.x * n.y * a;
    return {{1.0F + sign * n.x * n.x * a, sign * b, -sign * n.x}, {b, sign + n.y * n.y * a, -n.y}};
}

float sphereAt(const V& center, float radius, const V& from, const V& to) {
    const V away = from - center;
    const float b = dot(away, to);
    // The part of `away` across the ray: exact enough far away, where b² − c would be all rounding.
    const V rest = away - to * b;
    const float inside = radius * radius - dot(rest, rest);
    if (!(inside > 0)) return kFar;
    const float root = std::sqrt(inside);
    if (-b - root > kNear) return -b - root;
    return -b + root > kNear ? -b + root : kFar;
}

float planeAt(const V& point, const V& normal, const V& from, const V& to) {
    const float slope = dot(normal, to);
    if (slope > -1e-6F && slope < 1e-6F) return kFar;
    const float distance = dot(normal, point - from) / slope;
    return distance > kNear && distance < kFar ? distance : kFar;
}

struct BoxHit {
    float distance = kFar;
    V normal;
};

BoxHit boxAt(const SceneObject& o, const V& from, const V& to) {
    const std::array<float, 3> start{from.x, from.y, from.z}, step{to.x, to.y, to.z};
    float in = -kFar, out = kFar;
    std::size_t inAxis = 0, outAxis = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (step[i] > -1e-9F && step[i] < 1e-9F) {
            if (start[i] < o.first[i] || start[i] > o.second[i]) return {};
            continue;
        }
        float low = (o.first[i] - start[i]) / step[i], high = (o.second[i] - start[i]) / step[i];
        if (low > high) std::swap(low, high);
        if (low > in) {
            in = low;
            inAxis = i;
        }
        if (high < out) {
            out = high;
            outAxis = i;
        }
    }
    if (!(in <= out)) return {};
    const bool outside = in > kNear;
    if (!outside && !(out > kNear)) return {};
    const std::size_t axis = outside ? inAxis : outAxis;
    std::array<float, 3> normal{};
    normal[axis] = (step[axis] < 0) == outside ? 1.0F : -1.0F;
    return {outside ? in : out, {normal[0], normal[1], normal[2]}};
}

/// The colour at a place: one of two, where it has checks.
V colorAt(const SceneObject& o, const V& at) {
    if (o.checker == 0) return of(o.color);
    const auto cell = [&](float v) { return static_cast<std::int64_t>(std::floor(v / o.checker + 1e-3F)); };
    return ((cell(at.x) + cell(at.y) + cell(at.z)) & 1) == 0 ? of(o.color) : of(o.otherColor);
}

/// A direction about the normal, the more likely the steeper (cosine).
V scattered(const V& normal, float u, float v) {
    const float radius = std::sqrt(u);
    const SineCosine turn = exactSineCosine(2 * kPi * v);
    const auto [s, t] = across(normal);
    const float up = std::sqrt(1.0F - u);
    return unit(s * (radius * turn.cosine) + t * (radius * turn.sine) + normal * up);
}

/// The share of light that glass throws back (Schlick).
float thrownBack(float cosine, float index) {
    const float r = (1.0F - index) / (1.0F + index);
    const float r0 = r * r, c = 1.0F - cosine;
    return r0 + (1.0F - r0) * (c * c * c * c * c);
}

/// Light to a byte of sRGB, by a film curve (Narkowicz 2015) that keeps bright places from burning out.
std::uint8_t toByte(float light) {
    const float film = (light * (2.51F * light + 0.03F)) / (light * (2.43F * light + 0.59F) + 0.14F);
    const float v = std::clamp(film, 0.0F, 1.0F);
    const float s = v <= 0.0031308F ? 12.92F * v : 1.055F * exactExp(exactLog(v) * 0.416666657F) - 0.055F;
    return static_cast<std::uint8_t>(std::clamp(s * 255.0F + 0.5F, 0.0F, 255.0F));
}

/// A path's light in whole units, so that a sum does not depend on its order; what is no number is black.
std::int64_t units(float light) {
    return light > 0 ? static_cast<std::int64_t>(std::min(light, kBrightMax) * kSumUnit) : 0;
}

} // namespace

/// Uniform numbers from 0 to below 1, of a path's own part of the stream.
class PathTracer::Dice {
public:
    Dice(const PhiloxStream& stream, std::uint64_t path) : m_stream(stream), m_block(path << kBlocksPerPathLog2) {}
    float next() {
        if (m_left == 0) {
            m_words = m_stream.block(m_block++);
            m_left = 4;
        }
        return static_cast<float>(m_words[--m_left] >> 8) * 0x1p-24F;
    }

private:
    const PhiloxStream& m_stream;
    std::uint64_t m_block;
    std::array<std::uint32_t, 4> m_words{};
    unsigned m_left = 0;
};

PathTracer::PathTracer(const RenderDescription& scene) : m_scene(scene) {
    for (const SceneObject& o : scene.objects)
        if (o.shape == ShapeKind::Sphere && o.material == MaterialKind::Light) m_lamps.push_back(&o);
    const Camera& c = scene.camera;
    m_eye = of(c.position);
    m_ahead = unit(of(c.target) - m_eye);
    m_right = unit(cross(m_ahead, {0, 1, 0}));
    m_up = cross(m_right, m_ahead);
    const SineCosine half = exactSineCosine(c.angle * (kPi / 360.0F));
    m_halfHeight = half.sine / half.cosine;
}

PathTracer::Hit PathTracer::nearest(const Ray& ray) const {
    Hit best{kFar, {}, nullptr};
    for (const SceneObject& o : m_scene.objects) {
        BoxHit hit;
        if (o.shape == ShapeKind::Box) hit = boxAt(o, ray.from, ray.to);
        if (o.shape == ShapeKind::Sphere) hit.distance = sphereAt(of(o.first), o.radius, ray.from, ray.to);
        if (o.shape == ShapeKind::Plane) hit.distance = planeAt(of(o.first), of(o.second), ray.from, ray.to);
        if (hit.distance < best.distance) best = {hit.distance, hit.normal, &o};
    }
    if (!best.object) return best;
    if (best.object->shape == ShapeKind::Sphere)
        best.normal = unit(ray.from + ray.to * best.distance - of(best.object->first));
    if (best.object->shape == ShapeKind::Plane) best.normal = unit(of(best.object->second));
    return best;
}

PathTracer::V PathTracer::skyLight(const V& to) const {
    const float t = std::sqrt(std::max(0.0F, to.y));
    return of(m_scene.horizon) * (1.0F - t) + of(m_scene.zenith) * t;
}

/// Light of one lamp, picked at random, that comes straight to a matt place: a direction within the cone that the lamp
/// fills, weighed by its solid angle.
PathTracer::V PathTracer::lampLight(const V& at, const V& normal, Dice& dice) const {
    const auto count = static_cast<float>(m_lamps.size());
    const float pick = dice.next(), u = dice.next(), v = dice.next();
    const SceneObject& lamp = *m_lamps[std::min(m_lamps.size() - 1, static_cast<std::size_t>(pick * count))];
    const V toward = of(lamp.first) - at;
    const float distance2 = dot(toward, toward), share = lamp.radius * lamp.radius / distance2;
    if (!(share < 1)) return {};
    // 1 − √(1 − s) without cancelling.
    const float narrow = share / (1.0F + std::sqrt(1.0F - share));
    const float cosine = 1.0F - u * narrow;
    const float sine = std::sqrt(std::max(0.0F, 1.0F - cosine * cosine));
    const V axis = toward * (1.0F / std::sqrt(distance2));
    const auto [s, t] = across(axis);
    const SineCosine turn = exactSineCosine(2 * kPi * v);
    const V to = unit(s * (sine * turn.cosine) + t * (sine * turn.sine) + axis * cosine);
    const float slope = dot(normal, to);
    if (!(slope > 0)) return {};
    if (nearest({at, to}).object != &lamp) return {};
    return of(lamp.color) * (slope * 2.0F * narrow * count); // 2π·narrow, over the π of a matt surface
}

PathTracer::Ray PathTracer::cameraRay(float x, float y, Dice& dice) const {
    const auto width = static_cast<float>(m_scene.width), height = static_cast<float>(m_scene.height);
    const float right = (2.0F * x - width) / height * m_halfHeight;
    const float up = (height - 2.0F * y) / height * m_halfHeight;
    const V to = m_ahead + m_right * right + m_up * up;
    const Camera& c = m_scene.camera;
    if (c.aperture == 0) return {m_eye, unit(to)};
    const float radius = c.aperture * std::sqrt(dice.next());
    const SineCosine turn = exactSineCosine(2 * kPi * dice.next());
    const V from = m_eye + m_right * (radius * turn.cosine) + m_up * (radius * turn.sine);
    return {from, unit(m_eye + to * c.focus - from)};
}

PathTracer::V PathTracer::path(Ray ray, Dice& dice) const {
    V light, weight{1, 1, 1};
    bool aimed = false; // lamps were asked already from where the ray comes
    for (std::uint32_t bounce = 0; bounce <= m_scene.bounces; ++bounce) {
        const Hit hit = nearest(ray);
        if (!hit.object) return light + times(weight, skyLight(ray.to));
        const SceneObject& o = *hit.object;
        const V at = ray.from + ray.to * hit.distance;
        const bool outside = dot(ray.to, hit.normal) < 0;
        const V normal = outside ? hit.normal : hit.normal * -1.0F;
        if (o.material == MaterialKind::Light) {
            if (!(aimed && o.shape == ShapeKind::Sphere)) light = light + times(weight, of(o.color));
            return light;
        }
        weight = times(weight, colorAt(o, at));
        aimed = false;
        if (o.material == MaterialKind::Diffuse) {
            if (!m_lamps.empty()) light = light + times(weight, lampLight(at, normal, dice));
            aimed = true;
            const float u = dice.next(), v = dice.next();
            ray = {at, scattered(normal, u, v)};
        } else if (o.material == MaterialKind::Mirror) {
            V to = mirrored(ray.to, normal);
            if (o.roughness > 0) {
                const float u = dice.next(), v = dice.next();
                to = unit(to + (scattered(normal, u, v) - normal) * o.roughness);
                if (!(dot(to, normal) > 0)) return light;
            }
            ray = {at, to};
        } else {
            const float ratio = outside ? 1.0F / o.index : o.index;
            const float cosine = std::min(1.0F, -dot(ray.to, normal));
            const float rest = 1.0F - ratio * ratio * (1.0F - cosine * cosine);
            const float steep = rest > 0 ? std::sqrt(rest) : 0.0F;
            // Seen from the thinner side.
            const bool back = !(rest > 0) || dice.next() < thrownBack(outside ? cosine : steep, o.index);
            const V to = back ? mirrored(ray.to, normal) : ray.to * ratio + normal * (ratio * cosine - steep);
            ray = {at, unit(to)};
        }
        if (bounce >= kSureBounces) { // a path that carries little ends by chance, and the others carry its share
            const float alive = std::clamp(std::max({weight.x, weight.y, weight.z}), 0.05F, 1.0F);
            if (dice.next() >= alive) return light;
            weight = weight * (1.0F / alive);
        }
    }
    return light;
}

std::array<std::uint8_t, 3> PathTracer::pixel(std::uint32_t x, std::uint32_t y, const PhiloxStream& stream,
                                              std::uint64_t place) const {
    std::array<std::int64_t, 3> sum{};
    for (std::uint32_t s = 0; s < m_scene.samples; ++s) {
        Dice dice(stream, place * m_scene.samples + s);
        const float right = dice.next(), down = dice.next();
        const Ray ray = cameraRay(static_cast<float>(x) + right, static_cast<float>(y) + down, dice);
        const V light = path(ray, dice) * m_scene.exposure;
        sum[0] += units(light.x);
        sum[1] += units(light.y);
        sum[2] += units(light.z);
    }
    std::array<std::uint8_t, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = toByte(static_cast<float>(sum[i]) / kSumUnit / static_cast<float>(m_scene.samples));
    return out;
}

} // namespace unchained::gpu
