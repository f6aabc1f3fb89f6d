// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"
#include "gpu/result.h"

#include <array>
#include <string>
#include <vector>

/// Parameters of the program "render/v1": a picture of a small scene, by path tracing, cut into tiles.
///
/// Parallel work: Y[0] is the canonical CBOR of these parameters, iteration t is tile t (row by row, from the upper
/// left), and its output are the tile's pixels, row by row, each three bytes red, green, blue in sRGB; tiles at the
/// right and the lower edge may be smaller. Pixels come of binary32 + − × ÷ and square root, integer sums and
/// gpu/elementary.h alone: the same bits on any machine (numerics.md 1). What is drawn at random is drawn from the
/// step's seed and the tile.
///
/// Canonical CBOR, one map with exactly these text keys; "u" is an unsigned integer, "f" the bits of a finite binary32
/// as an unsigned integer, "v" an array of three f:
///
///     "width", "height"  u   pixels, 1 … kSideMax
///     "tile"             u   side of a tile, 1 … kTileMax
///     "samples"          u   paths a pixel, 1 … 65536
///     "bounces"          u   of a path at most, 1 … 64
///     "exposure"         f   what the light is multiplied by before it is a colour, > 0
///     "seed"             u   of a picture that is made without step seeds
///     "camera"           map {"position": v, "target": v, "angle": f degrees of the picture's height,
///                            "aperture": f radius of the lens, "focus": f distance that is sharp}
///     "sky"              map {"zenith": v, "horizon": v}: the light that comes from above, and from the side
///     "objects"          [map…] 1 to kObjectsMax, each {"shape": "sphere", "center": v, "radius": f} or
///                            {"shape": "plane", "center": v a point of it, "normal": v} or
///                            {"shape": "box", "low": v, "high": v}, and {"material": "diffuse", "mirror", "glass" or
///                            "light", "color": v, "second": v, "checker": f side of the checks of the two colours, 0
///                            for none, "roughness": f 0 … 1, "index": f of refraction, 1 … 4}
namespace unchained::gpu {

using Vector3 = std::array<float, 3>;

enum class ShapeKind : std::uint8_t { Sphere, Plane, Box };
enum class MaterialKind : std::uint8_t { Diffuse, Mirror, Glass, Light };

struct SceneObject {
    ShapeKind shape = ShapeKind::Sphere;
    Vector3 first{};  ///< the centre; of a plane a point, of a box its low corner
    Vector3 second{}; ///< of a plane the normal, of a box its high corner
    float radius = 1; ///< of a sphere
    MaterialKind material = MaterialKind::Diffuse;
    Vector3 color{1, 1, 1}; ///< of a light what it sends, 0 … 1e4; of the others the share that comes back, 0 … 1
    Vector3 otherColor{1, 1, 1};
    float checker = 0;
    float roughness = 0; ///< of a mirror
    float index = 1.5F;  ///< of glass
    bool operator==(const SceneObject&) const = default;
};

struct Camera {
    Vector3 position{0, 1, 5};
    Vector3 target{0, 1, 0};
    float angle = 40;
    float aperture = 0;
    float focus = 5;
    bool operator==(const Camera&) const = default;
};

/// A tile's place in the picture, in pixels.
struct TileRect {
    std::uint32_t x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] std::uint64_t bytes() const { return std::uint64_t{3} * width * height; }
};

struct RenderDescription {
    static constexpr std::uint64_t kSideMax = 32768;
    static constexpr std::uint64_t kTileMax = 1024;
    static constexpr std::size_t kObjectsMax = 256;

    std::uint32_t width = 0, height = 0, tile = 0;
    std::uint32_t samples = 16, bounces = 8;
    float exposure = 1;
    std::uint64_t seed = 0;
    Camera camera;
    Vector3 zenith{}, horizon{};
    std::vector<SceneObject> objects;
    bool operator==(const RenderDescription&) const = default;

    [[nodiscard]] std::uint32_t tilesAcross() const { return (width + tile - 1) / tile; }
    [[nodiscard]] std::uint64_t tiles() const;
    /// t < tiles().
    [[nodiscard]] TileRect rect(std::uint64_t t) const;

    [[nodiscard]] cbor::Value encode() const;
    /// Strict: ProgramError::BadParameters whose subject is the field ("objects.2.radius").
    [[nodiscard]] static Result<RenderDescription> decode(const cbor::Value& value);
    [[nodiscard]] Result<void> validate() const;
};

} // namespace unchained::gpu
