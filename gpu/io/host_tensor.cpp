// SPDX-License-Identifier: Apache-2.0
#include "gpu/host_tensor.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace unchained::gpu {

static_assert(std::endian::native == std::endian::little, "arrays are read by copying little-endian bytes");

std::size_t bytesOf(DType type) {
    switch (type) {
    case DType::Bool:
    case DType::U8:
    case DType::I8:
        return 1;
    case DType::U16:
    case DType::I16:
    case DType::F16:
    case DType::Bf16:
        return 2;
    case DType::U32:
    case DType::I32:
    case DType::F32:
        return 4;
    case DType::U64:
    case DType::I64:
    case DType::F64:
        return 8;
    }
    return 1;
}

const char* nameOf(DType type) {
    switch (type) {
    case DType::Bool:
        return "BOOL";
    case DType::U8:
        return "U8";
    case DType::I8:
        return "I8";
    case DType::U16:
        return "U16";
    case DType::I16:
        return "I16";
    case DType::F16:
        return "F16";
    case DType::Bf16:
        return "BF16";
    case DType::U32:
        return "U32";
    case DType::I32:
        return "I32";
    case DType::F32:
        return "F32";
    case DType::U64:
        return "U64";
    case DType::I64:
        return "I64";
    case DType::F64:
        return "F64";
    }
    return "?";
}

std::optional<std::uint64_t> elementsOf(const std::vector<std::uint64_t>& shape) {
    std::uint64_t product = 1;
    for (const std::uint64_t size : shape) {
        if (__builtin_mul_overflow(product, size, &product)) return std::nullopt;
        if (product > std::uint64_t{INT64_MAX}) return std::nullopt;
    }
    return product;
}

std::string shapeText(const std::vector<std::uint64_t>& shape) {
    std::string out = "[";
    for (const std::uint64_t size : shape) {
        if (out.size() > 1) out += ", ";
        out += std::to_string(size);
    }
    return out + "]";
}

namespace {

template <class T>
T elementAt(ByteView data, std::size_t index) {
    T out;
    std::memcpy(&out, data.data() + index * sizeof(T), sizeof(T));
    return out;
}

Error badElement(const std::string& name, std::size_t index, const char* what, const char* remedy) {
    return makeError(IoError::BadValue, name, Message("element %1 %2", index, what), remedy);
}

template <class T>
Result<std::vector<float>> floatsFrom(ByteView data, const std::string& name) {
    std::vector<float> out(data.size() / sizeof(T));
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = static_cast<float>(elementAt<T>(data, i));
        if constexpr (std::is_floating_point_v<T>) {
            if (!std::isfinite(out[i])) {
                return badElement(name, i, "is not a finite binary32 number", "remove or replace it");
            }
        }
    }
    return out;
}

template <class T>
Result<std::vector<std::int32_t>> labelsFrom(ByteView data, const std::string& name) {
    std::vector<std::int32_t> out(data.size() / sizeof(T));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const T value = elementAt<T>(data, i);
        bool good = false;
        if constexpr (std::is_floating_point_v<T>) {
            good = value >= T{0} && value < static_cast<T>(2147483648.0) && value == std::floor(value);
        } else {
            good = std::cmp_greater_equal(value, 0) && std::cmp_less_equal(value, INT32_MAX);
        }
        if (!good) return badElement(name, i, "is no class number", "labels are whole numbers from 0");
        out[i] = static_cast<std::int32_t>(value);
    }
    return out;
}

Error unsupportedType(DType type, const std::string& name) {
    return makeError(IoError::Unsupported, name, Message("elements of type %1 are not read here", nameOf(type)),
                     "convert them to F32");
}

} // namespace

Result<std::vector<float>> toFloats(DType type, ByteView data, const std::string& name) {
    switch (type) {
    case DType::Bool:
    case DType::U8:
        return floatsFrom<std::uint8_t>(data, name);
    case DType::I8:
        return floatsFrom<std::int8_t>(data, name);
    case DType::U16:
        return floatsFrom<std::uint16_t>(data, name);
    case DType::I16:
        return floatsFrom<std::int16_t>(data, name);
    case DType::U32:
        return floatsFrom<std::uint32_t>(data, name);
    case DType::I32:
        return floatsFrom<std::int32_t>(data, name);
    case DType::F32:
        return floatsFrom<float>(data, name);
    case DType::U64:
        return floatsFrom<std::uint64_t>(data, name);
    case DType::I64:
        return floatsFrom<std::int64_t>(data, name);
    case DType::F64:
        return floatsFrom<double>(data, name);
    case DType::F16:
    case DType::Bf16:
        break;
    }
    return unsupportedType(type, name);
}

Result<std::vector<std::int32_t>> toLabels(DType type, ByteView data, const std::string& name) {
    switch (type) {
    case DType::Bool:
    case DType::U8:
        return labelsFrom<std::uint8_t>(data, name);
    case DType::I8:
        return labelsFrom<std::int8_t>(data, name);
    case DType::U16:
        return labelsFrom<std::uint16_t>(data, name);
    case DType::I16:
        return labelsFrom<std::int16_t>(data, name);
    case DType::U32:
        return labelsFrom<std::uint32_t>(data, name);
    case DType::I32:
        return labelsFrom<std::int32_t>(data, name);
    case DType::F32:
        return labelsFrom<float>(data, name);
    case DType::U64:
        return labelsFrom<std::uint64_t>(data, name);
    case DType::I64:
        return labelsFrom<std::int64_t>(data, name);
    case DType::F64:
        return labelsFrom<double>(data, name);
    case DType::F16:
    case DType::Bf16:
        break;
    }
    return unsupportedType(type, name);
}

} // namespace unchained::gpu
