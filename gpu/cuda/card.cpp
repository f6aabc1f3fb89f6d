// SPDX-License-Identifier: Apache-2.0
#include "cuda/card.h"

#include "cuda/kernels.h"
#include "cuda/operations.h"
#include "cuda/words.h"

namespace unchained::gpu::cuda {

namespace {

static_assert(kRuntimeTooNew == cudaErrorInsufficientDriver && kRuntimeNoCard == cudaErrorNoDevice);

constexpr std::size_t kBlasWorkspaceBytes = std::size_t{32} << 20;
constexpr std::size_t kAlgorithmsMax = 1024; ///< shapes remembered; a job has few

} // namespace

/// What cuBLASLt wants to be told of one product of bytes. To it matrices lie column by column: a product of rows is
/// then that of B's lanes, transposed, and A's.
struct CudaCard::Layouts {
    const CublasLt& blas;
    cublasLtMatmulDesc_t desc = nullptr;
    cublasLtMatrixLayout_t left = nullptr;
    cublasLtMatrixLayout_t right = nullptr;
    cublasLtMatrixLayout_t result = nullptr;

    explicit Layouts(const CublasLt& library) : blas(library) {}
    Layouts(const Layouts&) = delete;
    Layouts& operator=(const Layouts&) = delete;
    ~Layouts() {
        if (result) blas.layoutDestroy(result);
        if (right) blas.layoutDestroy(right);
        if (left) blas.layoutDestroy(left);
        if (desc) blas.descDestroy(desc);
    }

    [[nodiscard]] cublasStatus_t make(const ByteProduct& p) {
        const cublasOperation_t turned = CUBLAS_OP_T;
        const cublasOperation_t plain = CUBLAS_OP_N;
        cublasStatus_t code = blas.descCreate(&desc, CUBLAS_COMPUTE_32I, CUDA_R_32I);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        code = blas.descSet(desc, CUBLASLT_MATMUL_DESC_TRANSA, &turned, sizeof turned);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        code = blas.descSet(desc, CUBLASLT_MATMUL_DESC_TRANSB, &plain, sizeof plain);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        const auto pitch = static_cast<std::int64_t>(p.depthPitch);
        code = blas.layoutCreate(&left, CUDA_R_8I, p.depth, p.columns, pitch);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        code = blas.layoutCreate(&right, CUDA_R_8I, p.depth, p.rows, pitch);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        code = blas.layoutCreate(&result, CUDA_R_32I, p.columns, p.rows, static_cast<std::int64_t>(p.columns));
        if (code != CUBLAS_STATUS_SUCCESS || p.batch == 1) return code;
        code = repeat(left, p.batch, p.columns * p.depthPitch);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        code = repeat(right, p.batch, p.rows * p.depthPitch);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        return repeat(result, p.batch, p.rows * p.columns);
    }

    /// A matrix of each product of a batch, `step` elements behind the one before.
    [[nodiscard]] cublasStatus_t repeat(cublasLtMatrixLayout_t layout, std::size_t batch, std::size_t step) const {
        const auto count = static_cast<std::int32_t>(batch);
        const auto stride = static_cast<std::int64_t>(step);
        const cublasStatus_t code = blas.layoutSet(layout, CUBLASLT_MATRIX_LAYOUT_BATCH_COUNT, &count, sizeof count);
        if (code != CUBLAS_STATUS_SUCCESS) return code;
        return blas.layoutSet(layout, CUBLASLT_MATRIX_LAYOUT_STRIDED_BATCH_OFFSET, &stride, sizeof stride);
    }
};

Result<CudaCard*> CudaCard::get() {
    static const Result<CudaCard*> card = make();
    return card;
}

Result<CudaCard*> CudaCard::make() {
    int count = 0;
    int driver = 0;
    if (cudaDriverGetVersion(&driver) != cudaSuccess) driver = 0;
    const cudaError_t code = cudaGetDeviceCount(&count);
    if (code != cudaSuccess || count < 1) {
        return makeError(EngineError::Unavailable, "cuda",
                         whyNoCard(code, cudaGetErrorString(code), driver, CUDART_VERSION));
    }
    auto blas = loadCublasLt();
    if (!blas) return blas.error();
    // What is made below is kept for the life of the process.
    std::unique_ptr<CudaCard> card(new CudaCard);
    card->m_blas = *blas;
    const auto unavailable = [](const Error& error) {
        return makeError(EngineError::Unavailable, "cuda", error.sentence, error.remedy);
    };
    cudaDeviceProp properties{};
    const cudaError_t nameCode = cudaGetDeviceProperties(&properties, 0);
    if (auto done = card->check(nameCode, "starting"); !done) return unavailable(done.error());
    card->m_name = properties.name;
    const cudaError_t streamCode = cudaStreamCreateWithFlags(&card->m_stream, cudaStreamNonBlocking);
    if (auto done = card->check(streamCode, "starting"); !done) return unavailable(done.error());
    if (auto done = card->checkBlas(card->m_blas.create(&card->m_handle)); !done) return unavailable(done.error());
    return card.release();
}

Result<void> CudaCard::check(cudaError_t code, const char* doing) {
    if (code == cudaSuccess && m_broken.empty()) return {};
    if (code == cudaErrorMemoryAllocation) return full(1);
    if (m_broken.empty()) m_broken = cudaGetErrorString(code);
    return cardFailed(doing, m_broken);
}

Result<void> CudaCard::checkBlas(cublasStatus_t code) {
    if (code == CUBLAS_STATUS_SUCCESS) return {};
    if (code == CUBLAS_STATUS_ALLOC_FAILED) return check(cudaErrorMemoryAllocation, "multiplying");
    // A failed card shows in the stream; what does not is the library's own refusal, and the card can go on.
    if (auto done =
            check(cudaStreamQuery(m_stream) == cudaErrorNotReady ? cudaSuccess : cudaGetLastError(), "multiplying");
        !done) {
        return done;
    }
    return cardFailed("multiplying", std::string("cuBLASLt: ") + m_blas.statusString(code));
}

Result<void> CudaCard::wait(const char* doing) {
    return check(cudaStreamSynchronize(m_stream), doing);
}

Error CudaCard::full(std::size_t wantedBytes) {
    static_cast<void>(cudaGetLastError()); // else the next launch reports it again
    std::size_t free = 0;
    std::size_t all = 0;
    if (cudaMemGetInfo(&free, &all) != cudaSuccess) free = 0;
    for (Block& block : m_blocks) {
        if (block.memory) static_cast<void>(cudaFree(block.memory));
        block = {};
    }
    return cardFull(wantedBytes, free);
}

Result<void*> CudaCard::memory(CardSlot slot, std::size_t bytes) {
    Block& block = m_blocks[static_cast<std::size_t>(slot)];
    if (!m_broken.empty()) return cardFailed("taking memory", m_broken);
    if (bytes <= block.bytes && block.memory) return block.memory;
    if (block.memory) {
        if (auto done = check(cudaFree(block.memory), "giving memory back"); !done) return done.error();
    }
    block = {};
    void* memory = nullptr;
    const cudaError_t code = cudaMalloc(&memory, bytes);
    if (code == cudaErrorMemoryAllocation) return full(bytes);
    if (auto done = check(code, "taking memory"); !done) return done.error();
    block = {memory, bytes};
    return memory;
}

Result<void*> CudaCard::allocate(std::size_t bytes) {
    if (!m_broken.empty()) return cardFailed("taking memory", m_broken);
    void* memory = nullptr;
    const cudaError_t code = cudaMalloc(&memory, bytes);
    if (code == cudaErrorMemoryAllocation) return full(bytes);
    if (auto done = check(code, "taking memory"); !done) return done.error();
    return memory;
}

void CudaCard::release(void* memory) {
    // Of a card that has failed there is nothing to give back.
    if (m_broken.empty()) static_cast<void>(check(cudaFree(memory), "giving memory back"));
}

Result<void> CudaCard::copy(void* to, const void* from, std::size_t bytes) {
    return check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToDevice, m_stream), "copying on the card");
}

Result<void> CudaCard::run(const StepCall& call) {
    return check(launchStep(call, m_stream), "computing a layer");
}

Result<void> CudaCard::addNoise(float* out, const float* clean, std::size_t elements, const NoiseStream& noise,
                                float unit) {
    return check(launchNoise(out, clean, elements, noise, unit, m_stream), "adding noise");
}

Result<void> CudaCard::columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* max,
                                  float* out, Flags* flags) {
    return columnSumsOnCard(*this, data, rows, columns, max, out, flags);
}

Result<std::unique_ptr<LeavingBytes>> CudaCard::leave(const void* from, std::size_t bytes) {
    if (!m_broken.empty()) return cardFailed("copying from the card", m_broken);
    return m_exit.leave(from, bytes, m_stream);
}

Result<Hash256> CudaCard::root(const std::uint8_t* state, std::size_t bytes) {
    return stateRootOnCard(*this, state, bytes);
}

Result<void> CudaCard::clear(void* memory, std::size_t bytes) {
    return check(cudaMemsetAsync(memory, 0, bytes, m_stream), "clearing memory");
}

Result<void> CudaCard::upload(void* to, const HostRows& from) {
    constexpr const char* kDoing = "copying to the card";
    const std::size_t width = from.width * sizeof(float);
    const cudaError_t code = from.rows <= 1 || from.stride == from.width
                                 ? cudaMemcpyAsync(to, from.data, from.rows * width, cudaMemcpyHostToDevice, m_stream)
                                 : cudaMemcpy2DAsync(to, width, from.data, from.stride * sizeof(float), width,
                                                     from.rows, cudaMemcpyHostToDevice, m_stream);
    if (auto done = check(code, kDoing); !done) return done;
    return wait(kDoing);
}

Result<void> CudaCard::download(float* to, std::size_t stride, const float* from, std::size_t rows, std::size_t width) {
    if (rows <= 1 || stride == width) return fetch(to, from, rows * width * sizeof(float));
    constexpr const char* kDoing = "copying from the card";
    const cudaError_t code = cudaMemcpy2DAsync(to, stride * sizeof(float), from, width * sizeof(float),
                                               width * sizeof(float), rows, cudaMemcpyDeviceToHost, m_stream);
    if (auto done = check(code, kDoing); !done) return done;
    return wait(kDoing);
}

Result<void> CudaCard::fetch(void* to, const void* from, std::size_t bytes) {
    constexpr const char* kDoing = "copying from the card";
    const cudaError_t code = cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, m_stream);
    if (auto done = check(code, kDoing); !done) return done;
    return wait(kDoing);
}

Result<void> CudaCard::maxima(const Lanes& lanes, std::uint32_t* max) {
    return check(launchMaxima(lanes, max, m_stream), "finding maxima");
}

Result<void> CudaCard::scales(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out,
                              Flags* flags) {
    return check(launchScales(max, count, bits, out, flags, m_stream), "finding scales");
}

Result<void> CudaCard::digits(const Lanes& lanes, const LaneScale* scales, unsigned bits, const DigitPlanes& out) {
    return check(launchDigits(lanes, scales, bits, out, m_stream), "quantising");
}

Result<void> CudaCard::join(const Join& join) {
    return check(launchJoin(join, m_stream), "joining sums");
}

Result<Flags> CudaCard::flags(const Flags* onCard) {
    Flags out;
    if (auto done = fetch(&out, onCard, sizeof out); !done) return done.error();
    return out;
}

Result<std::optional<cublasLtMatmulAlgo_t>> CudaCard::algorithmFor(const ByteProduct& p, const Layouts& layouts) {
    const Shape shape{p.rows, p.columns, p.depth, p.depthPitch, p.batch};
    if (const auto known = m_algorithms.find(shape); known != m_algorithms.end()) return known->second;
    cublasLtMatmulPreference_t preference = nullptr;
    if (auto done = checkBlas(m_blas.preferenceCreate(&preference)); !done) return done.error();
    const std::unique_ptr<cublasLtMatmulPreferenceOpaque_t, decltype(m_blas.preferenceDestroy)> owner(
        preference, m_blas.preferenceDestroy);
    const std::size_t workspace = kBlasWorkspaceBytes;
    auto done = checkBlas(
        m_blas.preferenceSet(preference, CUBLASLT_MATMUL_PREF_MAX_WORKSPACE_BYTES, &workspace, sizeof workspace));
    if (!done) return done.error();
    cublasLtMatmulHeuristicResult_t best{};
    int found = 0;
    const cublasStatus_t code = m_blas.heuristic(m_handle, layouts.desc, layouts.left, layouts.right, layouts.result,
                                                 layouts.result, preference, 1, &best, &found);
    std::optional<cublasLtMatmulAlgo_t> algorithm;
    if (code != CUBLAS_STATUS_NOT_SUPPORTED) {
        if (auto asked = checkBlas(code); !asked) return asked.error();
        if (found > 0) algorithm = best.algo;
    }
    if (m_algorithms.size() >= kAlgorithmsMax) m_algorithms.clear();
    m_algorithms.emplace(shape, algorithm);
    return algorithm;
}

Result<void> CudaCard::multiplyOneByOne(const ByteProduct& batch) {
    ByteProduct one = batch;
    one.batch = 1;
    for (std::size_t i = 0; i < batch.batch; ++i) {
        if (auto done = multiply(one); !done) return done;
        one.a += batch.rows * batch.depthPitch;
        one.b += batch.columns * batch.depthPitch;
        one.c += batch.rows * batch.columns;
    }
    return {};
}

Result<void> CudaCard::multiply(const ByteProduct& p) {
    if (!m_broken.empty()) return cardFailed("multiplying", m_broken);
    auto workspace = memory(CardSlot::Workspace, kBlasWorkspaceBytes);
    if (!workspace) return workspace.error();
    Layouts layouts(m_blas);
    if (auto done = checkBlas(layouts.make(p)); !done) return done;
    auto algorithm = algorithmFor(p, layouts);
    if (!algorithm) return algorithm.error();
    if (!*algorithm) {
        if (p.batch > 1) return multiplyOneByOne(p);
        return cardFailed("multiplying", "cuBLASLt has no product of signed bytes for this card");
    }
    const std::int32_t one = 1;
    const std::int32_t zero = 0;
    return checkBlas(m_blas.matmul(m_handle, layouts.desc, &one, p.b, layouts.left, p.a, layouts.right, &zero, p.c,
                                   layouts.result, p.c, layouts.result, &**algorithm, *workspace, kBlasWorkspaceBytes,
                                   m_stream));
}

} // namespace unchained::gpu::cuda
