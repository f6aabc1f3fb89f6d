// SPDX-License-Identifier: Apache-2.0
#include "gpu/render.h"
#include "gpu/hash.h"
#include "gpu/thread_pool.h"
#include "programs/path_tracer.h"
#include "programs/programs.h"
#include "programs/tiles.h"

namespace unchained::gpu {

namespace {

/// Multiply-adds of a product that take as long as one ray's meeting with one object: products run on whole vectors of
/// bytes, rays on single numbers.
constexpr std::uint64_t kWorkPerMeeting = 256;
/// What a bounce costs beside its meetings, in meetings.
constexpr std::uint64_t kMeetingsPerBounce = 8;

class Render final : public TileProgram {
public:
    Render(RenderDescription description, const cbor::Value& parameters, ThreadPool& pool)
        : TileProgram(cbor::encode(parameters), description.tiles(), pool), m_d(std::move(description)), m_tracer(m_d) {
    }

    [[nodiscard]] std::uint64_t outputBytes() const override { return m_d.rect(0).bytes(); }
    [[nodiscard]] std::uint64_t workPerIteration() const override {
        const std::uint64_t meetings = 2 * m_d.objects.size() + kMeetingsPerBounce; // a lamp is looked for, too
        const std::uint64_t bounces = std::min(m_d.bounces, 4U) + 1;                // most paths end before
        const TileRect first = m_d.rect(0);
        return std::uint64_t{first.width} * first.height * m_d.samples * bounces * meetings * kWorkPerMeeting;
    }
    [[nodiscard]] Result<void> bindData(ByteView) override { return {}; }

private:
    [[nodiscard]] Result<void> tile(std::uint64_t t, std::uint32_t, const std::optional<Hash256>& seed,
                                    const NoiseTerms&, Bytes& out) override {
        const TileRect at = m_d.rect(t);
        const PhiloxStream stream =
            PhiloxStream::from(seed ? taggedHash("render", {*seed, t}) : taggedHash("render", {m_d.seed, t}));
        const std::size_t before = out.size();
        out.resize(before + at.bytes());
        m_pool.parallelFor(at.height, [&](std::size_t row) {
            std::uint8_t* to = out.data() + before + row * at.width * 3;
            for (std::uint32_t x = 0; x < at.width; ++x) {
                const auto y = at.y + static_cast<std::uint32_t>(row);
                const auto rgb = m_tracer.pixel(at.x + x, y, stream, row * at.width + x);
                to = std::copy(rgb.begin(), rgb.end(), to);
            }
        });
        return {};
    }

    const RenderDescription m_d;
    const PathTracer m_tracer;
};

} // namespace

Result<std::unique_ptr<Program>> makeRender(const cbor::Value& parameters, ThreadPool& pool) {
    auto description = RenderDescription::decode(parameters);
    if (!description) return description.error();
    return std::unique_ptr<Program>(std::make_unique<Render>(std::move(*description), parameters, pool));
}

} // namespace unchained::gpu
