// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/noise.h"
#include "gpu/render.h"

/// The tracing itself: binary32 + − × ÷ √, elementary.h and integer sums. No thread, no state.
namespace unchained::gpu {

class PathTracer {
public:
    /// The description is valid and outlives the tracer.
    explicit PathTracer(const RenderDescription& scene);

    /// One pixel in sRGB.
    /// @param stream  the tile's; @param place  the pixel's number in the tile, which picks its part of the stream
    [[nodiscard]] std::array<std::uint8_t, 3> pixel(std::uint32_t x, std::uint32_t y, const PhiloxStream& stream,
                                                    std::uint64_t place) const;

    struct V {
        float x = 0, y = 0, z = 0;
    };

private:
    struct Ray {
        V from, to; ///< `to` has length 1
    };
    struct Hit {
        float distance = 0;
        V normal; ///< outwards, length 1
        const SceneObject* object = nullptr;
    };
    class Dice;

    [[nodiscard]] Hit nearest(const Ray& ray) const;
    [[nodiscard]] V skyLight(const V& to) const;
    [[nodiscard]] V lampLight(const V& at, const V& normal, Dice& dice) const;
    [[nodiscard]] Ray cameraRay(float x, float y, Dice& dice) const;
    [[nodiscard]] V path(Ray ray, Dice& dice) const;

    const RenderDescription& m_scene;
    std::vector<const SceneObject*> m_lamps; ///< spheres that send light: they are aimed at
    V m_eye, m_right, m_up, m_ahead;
    float m_halfHeight = 1;
};

} // namespace unchained::gpu
