// SPDX-License-Identifier: Apache-2.0
#include "cuda/kernels.h"
#include "cuda/launch.cuh"

#include <algorithm>

namespace unchained::gpu::cuda {

namespace {

constexpr unsigned kWarp = 32;
/// Elements of a lane that one warp, or one thread where lanes lie side by side, looks through.
constexpr std::size_t kMaximaDepth = 2048;
constexpr std::size_t kMaximaDepthAcross = 128;

/// Lanes whose elements are neighbours: one warp takes kMaximaDepth of them.
__global__ void maximaAlong(Lanes lanes, std::size_t parts, std::uint32_t* max) {
    const std::size_t warp = globalThread() / kWarp;
    const std::size_t lane = warp / parts;
    if (lane >= lanes.count) return; // whole warps leave
    const std::size_t begin = warp % parts * kMaximaDepth;
    const std::size_t end = min(lanes.depth, begin + kMaximaDepth);
    const std::uint32_t mine = maximumOf(lanes, lane, begin + threadIdx.x % kWarp, end, kWarp);
    const std::uint32_t most = overWarp(mine, [](std::uint32_t a, std::uint32_t b) { return a > b ? a : b; });
    if (threadIdx.x % kWarp == 0) atomicMax(max + lane, most);
}

/// Lanes that lie side by side: one thread takes kMaximaDepthAcross elements of one.
__global__ void maximaAcross(Lanes lanes, std::size_t blocksOfLanes, std::uint32_t* max) {
    const std::size_t lane = std::size_t{blockIdx.x} % blocksOfLanes * kThreads + threadIdx.x;
    if (lane >= lanes.count) return;
    const std::size_t begin = std::size_t{blockIdx.x} / blocksOfLanes * kMaximaDepthAcross;
    const std::size_t end = min(lanes.depth, begin + kMaximaDepthAcross);
    atomicMax(max + lane, maximumOf(lanes, lane, begin, end, 1));
}

__global__ void scalesOf(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out, Flags* flags) {
    const std::size_t lane = globalThread();
    if (lane < count) out[lane] = scaleOf(max[lane], bits, flags);
}

/// Four bytes of each plane, of four neighbours along the depth.
template <unsigned kBits>
__device__ void writeFour(const Digits (&digits)[4], const DigitPlanes& out, std::size_t lane, std::size_t k) {
    std::int8_t* to = out.data + lane * out.pitch + k;
#pragma unroll
    for (unsigned plane = 0; plane < planesOf(kBits); ++plane) {
        *reinterpret_cast<char4*>(to + plane * out.planeBytes) =
            make_char4(digits[0].plane[plane], digits[1].plane[plane], digits[2].plane[plane], digits[3].plane[plane]);
    }
}

/// Lanes whose elements are neighbours: one thread takes four of one lane, then of another so many lanes further.
template <unsigned kBits>
__global__ void digitsAlong(Lanes lanes, const LaneScale* scales, DigitPlanes out) {
    const std::size_t k = std::size_t{4} * (std::size_t{blockIdx.x} * kWarp + threadIdx.x);
    if (k >= out.pitch) return;
    for (std::size_t lane = std::size_t{blockIdx.y} * blockDim.y + threadIdx.y; lane < out.lanes;
         lane += std::size_t{gridDim.y} * blockDim.y) {
        Digits digits[4];
        if (lane < lanes.count) {
            const LaneScale scale = scales[lane];
#pragma unroll
            for (unsigned i = 0; i < 4; ++i)
                digits[i] = digitsAt(lanes, scale, lane, k + i, kBits);
        }
        writeFour<kBits>(digits, out, lane, k);
    }
}

constexpr unsigned kTileLanes = 32;
constexpr unsigned kTileDepth = 128;

/// Lanes that lie side by side: a block turns a tile of 32 lanes and 128 elements through shared memory, so that it
/// both reads and writes neighbours.
template <unsigned kBits>
__global__ void digitsAcross(Lanes lanes, const LaneScale* scales, DigitPlanes out, std::size_t tilesOfLanes) {
    __shared__ float tile[kTileLanes][kTileDepth + 1];
    const std::size_t firstLane = std::size_t{blockIdx.x} % tilesOfLanes * kTileLanes;
    const std::size_t firstDepth = std::size_t{blockIdx.x} / tilesOfLanes * kTileDepth;
    const unsigned x = threadIdx.x % kWarp;
    const unsigned y = threadIdx.x / kWarp;
    for (unsigned k = y; k < kTileDepth; k += kThreads / kWarp) {
        const bool inside = firstLane + x < lanes.count && firstDepth + k < lanes.depth;
        tile[x][k] =
            inside ? lanes.data[(firstLane + x) * lanes.laneStride + (firstDepth + k) * lanes.depthStride] : 0.0F;
    }
    __syncthreads();
    const std::size_t k = firstDepth + 4 * x;
    if (k >= out.pitch) return;
    for (unsigned row = y; row < kTileLanes; row += kThreads / kWarp) {
        const std::size_t lane = firstLane + row;
        if (lane >= out.lanes) return;
        Digits digits[4];
        if (lane < lanes.count) {
            const LaneScale scale = scales[lane];
            const Lanes here{tile[row], 1, kTileDepth, 0, 1}; // zeros stand beyond the lane's end
#pragma unroll
            for (unsigned i = 0; i < 4; ++i)
                digits[i] = digitsAt(here, scale, 0, 4 * x + i, kBits);
        }
        writeFour<kBits>(digits, out, lane, k);
    }
}

__global__ void joinRows(Join join) {
    const std::size_t column = std::size_t{blockIdx.x} * kWarp + threadIdx.x;
    if (column >= join.columns) return;
    for (std::size_t row = std::size_t{blockIdx.y} * blockDim.y + threadIdx.y; row < join.rows;
         row += std::size_t{gridDim.y} * blockDim.y) {
        joinElement(join, row, column);
    }
}

/// Blocks of a warp's width and kThreads / kWarp rows, as many as a grid takes; what is beyond, the kernels loop over.
dim3 gridOver(std::size_t width, std::size_t rows) {
    constexpr std::size_t kRowsMax = 65535;
    return {blocksFor(width, kWarp),
            static_cast<unsigned>(std::min<std::size_t>(kRowsMax, (rows + kThreads / kWarp - 1) / (kThreads / kWarp)))};
}

const dim3 kTallBlock{kWarp, kThreads / kWarp};

template <unsigned kBits>
void startDigits(const Lanes& lanes, const LaneScale* scales, const DigitPlanes& out, cudaStream_t stream) {
    if (lanes.depthStride == 1) {
        digitsAlong<kBits><<<gridOver(out.pitch / 4, out.lanes), kTallBlock, 0, stream>>>(lanes, scales, out);
    } else {
        const std::size_t tilesOfLanes = blocksFor(out.lanes, kTileLanes);
        const std::size_t tiles = tilesOfLanes * blocksFor(out.pitch, kTileDepth);
        digitsAcross<kBits><<<blocksFor(tiles, 1), kThreads, 0, stream>>>(lanes, scales, out, tilesOfLanes);
    }
}

} // namespace

cudaError_t launchMaxima(const Lanes& lanes, std::uint32_t* max, cudaStream_t stream) {
    if (lanes.depthStride == 1) {
        const std::size_t parts = blocksFor(lanes.depth, kMaximaDepth);
        maximaAlong<<<blocksFor(lanes.count * parts * kWarp), kThreads, 0, stream>>>(lanes, parts, max);
    } else {
        const std::size_t blocksOfLanes = blocksFor(lanes.count);
        const std::size_t blocks = blocksOfLanes * blocksFor(lanes.depth, kMaximaDepthAcross);
        maximaAcross<<<blocksFor(blocks, 1), kThreads, 0, stream>>>(lanes, blocksOfLanes, max);
    }
    return cudaGetLastError();
}

cudaError_t launchScales(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out, Flags* flags,
                         cudaStream_t stream) {
    scalesOf<<<blocksFor(count), kThreads, 0, stream>>>(max, count, bits, out, flags);
    return cudaGetLastError();
}

cudaError_t launchDigits(const Lanes& lanes, const LaneScale* scales, unsigned bits, const DigitPlanes& out,
                         cudaStream_t stream) {
    switch (bits) {
    case 8:
        startDigits<8>(lanes, scales, out, stream);
        break;
    case 14:
        startDigits<14>(lanes, scales, out, stream);
        break;
    case 16:
        startDigits<16>(lanes, scales, out, stream);
        break;
    default:
        startDigits<21>(lanes, scales, out, stream);
    }
    return cudaGetLastError();
}

cudaError_t launchJoin(const Join& join, cudaStream_t stream) {
    joinRows<<<gridOver(join.columns, join.rows), kTallBlock, 0, stream>>>(join);
    return cudaGetLastError();
}

} // namespace unchained::gpu::cuda
