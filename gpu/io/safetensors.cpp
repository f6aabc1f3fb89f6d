// SPDX-License-Identifier: Apache-2.0
#include "gpu/safetensors.h"

#include "io/json_header.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace unchained::gpu {

namespace {

constexpr std::size_t kNameBytesMax = 4096;
constexpr std::size_t kMetadataBytesMax = std::size_t{1} << 20;
constexpr DType kTypes[] = {DType::Bool, DType::U8,  DType::I8,  DType::U16, DType::I16, DType::F16, DType::Bf16,
                            DType::U32,  DType::I32, DType::F32, DType::U64, DType::I64, DType::F64};

Error damaged(const std::string& source, const std::string& what) {
    return makeError(IoError::NotTheFormat, source, Message("is no valid .safetensors file: %1", what),
                     "write it again");
}

std::optional<DType> typeOfName(std::string_view name) {
    for (const DType type : kTypes) {
        if (name == nameOf(type)) return type;
    }
    return std::nullopt;
}

struct Entry {
    TensorView tensor;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// Reads the header into entries; what is wrong with it is a sentence, empty where nothing is.
class HeaderParser {
public:
    explicit HeaderParser(std::string_view text) : m_in(text), m_text(text) {}

    std::vector<Entry> entries;
    std::vector<std::pair<std::string, std::string>> metadata;

    std::string parse() {
        if (m_text.empty() || m_text.front() != '{') return "the header does not begin with {";
        m_in.take('{');
        std::set<std::string> names;
        if (!m_in.take('}')) {
            while (true) {
                auto name = m_in.string(kNameBytesMax);
                if (!name || !m_in.take(':')) return "the header has no name" + where();
                if (!names.insert(*name).second) return "the name '" + *name + "' comes twice";
                if (names.size() > kSafetensorsTensorsMax) return "it has too many tensors";
                std::string problem = *name == "__metadata__" ? parseMetadata() : parseTensor(*name);
                if (!problem.empty()) return problem;
                if (m_in.take('}')) break;
                if (!m_in.take(',')) return "the header has neither , nor }" + where();
            }
        }
        // Only spaces may pad; another byte there could carry what no reader sees.
        if (m_text.find_first_not_of(' ', m_in.at()) != std::string_view::npos)
            return "the header goes on behind its }";
        return {};
    }

private:
    [[nodiscard]] std::string where() const { return " at byte " + std::to_string(m_in.at()); }

    std::string parseMetadata() {
        if (!m_in.take('{')) return "__metadata__ is no object";
        if (m_in.take('}')) return {};
        std::set<std::string> keys;
        while (true) {
            auto key = m_in.string(kMetadataBytesMax);
            if (!key || !m_in.take(':')) return "__metadata__ has no key" + where();
            auto value = m_in.string(kMetadataBytesMax);
            if (!value) return "__metadata__ has a value that is no string" + where();
            if (!keys.insert(*key).second) return "__metadata__ has the key '" + *key + "' twice";
            metadata.emplace_back(std::move(*key), std::move(*value));
            if (m_in.take('}')) return {};
            if (!m_in.take(',')) return "__metadata__ has neither , nor }" + where();
        }
    }

    std::string parseTensor(const std::string& name) {
        Entry entry;
        entry.tensor.name = name;
        if (!m_in.take('{')) return "tensor '" + name + "' is no object";
        unsigned seen = 0;
        while (true) {
            const auto key = m_in.string(kNameBytesMax);
            if (!key || !m_in.take(':')) return "tensor '" + name + "' has no key" + where();
            const unsigned bit = *key == "dtype" ? 1U : *key == "shape" ? 2U : *key == "data_offsets" ? 4U : 0U;
            if (bit == 0) return "tensor '" + name + "' has the unknown key '" + *key + "'";
            if ((seen & bit) != 0) return "tensor '" + name + "' has the key '" + *key + "' twice";
            seen |= bit;
            if (std::string problem = parseField(bit, entry); !problem.empty())
                return "tensor '" + name + "' " + problem;
            if (m_in.take('}')) break;
            if (!m_in.take(',')) return "tensor '" + name + "' has neither , nor }" + where();
        }
        if (seen != 7) return "tensor '" + name + "' does not have all of dtype, shape and data_offsets";
        entries.push_back(std::move(entry));
        return {};
    }

    std::string parseField(unsigned bit, Entry& entry) {
        if (bit == 1) {
            const auto name = m_in.string(16);
            const auto type = name ? typeOfName(*name) : std::nullopt;
            if (!type) return "has an unknown dtype";
            entry.tensor.type = *type;
        } else if (bit == 2) {
            auto shape = m_in.numbers(kDimensionsMax);
            if (!shape) return "has a shape that is no array of at most 8 whole numbers";
            entry.tensor.shape = std::move(*shape);
        } else {
            const auto offsets = m_in.numbers(2);
            if (!offsets || offsets->size() != 2) return "has data_offsets that are not two whole numbers";
            entry.begin = (*offsets)[0];
            entry.end = (*offsets)[1];
        }
        return {};
    }

    json::Scanner m_in;
    std::string_view m_text;
};

/// Bytes of a tensor; nothing where the product does not fit.
std::optional<std::uint64_t> bytesOfShape(DType type, const std::vector<std::uint64_t>& shape) {
    const auto elements = elementsOf(shape);
    if (!elements || *elements > std::uint64_t{INT64_MAX} / bytesOf(type)) return std::nullopt;
    return *elements * bytesOf(type);
}

/// Gives each entry its bytes; a sentence where they are not exactly the data, one after the other.
std::string place(std::vector<Entry>& entries, ByteView data) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t at = 0;
    for (Entry& entry : entries) {
        const std::string name = "tensor '" + entry.tensor.name + "' ";
        if (entry.begin != at) return name + "does not begin where the one before it ends";
        if (entry.end < entry.begin || entry.end > data.size()) return name + "ends outside the file";
        if (bytesOfShape(entry.tensor.type, entry.tensor.shape) != entry.end - entry.begin) {
            return name + "has another size than its shape and dtype say";
        }
        entry.tensor.data = data.subspan(entry.begin, entry.end - entry.begin);
        at = entry.end;
    }
    if (at != data.size()) return std::to_string(data.size() - at) + " bytes stand behind the last tensor";
    return {};
}

template <class T>
Result<std::vector<T>> copyOf(const SafeTensors& image, std::string_view name, std::size_t dimensions, DType type) {
    const TensorView* tensor = image.find(name);
    if (tensor == nullptr) {
        return makeError(IoError::Missing, image.source, Message("has no tensor '%1'", name), "add it");
    }
    if (tensor->type != type || tensor->shape.size() != dimensions) {
        return makeError(IoError::Mismatch, image.source,
                         Message("tensor '%1' is %2 %3, wanted is %4 with %5 dimensions", name, nameOf(tensor->type),
                                 shapeText(tensor->shape), nameOf(type), dimensions),
                         "convert it");
    }
    std::vector<T> out(tensor->data.size() / sizeof(T));
    if (!out.empty()) std::memcpy(out.data(), tensor->data.data(), tensor->data.size());
    return out;
}

} // namespace

const TensorView* SafeTensors::find(std::string_view name) const {
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [&](const TensorView& t) { return t.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

Result<std::vector<float>> SafeTensors::floats(std::string_view name, std::size_t dimensions) const {
    return copyOf<float>(*this, name, dimensions, DType::F32);
}

Result<std::vector<std::int32_t>> SafeTensors::ints(std::string_view name, std::size_t dimensions) const {
    return copyOf<std::int32_t>(*this, name, dimensions, DType::I32);
}

Result<SafeTensors> parseSafetensors(ByteView image, const std::string& source) {
    if (image.size() < 8) {
        return makeError(IoError::Truncated, source,
                         Message("is %1 bytes long, a .safetensors file has at least 8", image.size()),
                         "fetch it again");
    }
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, image.data(), 8);
    if (headerBytes > kSafetensorsHeaderMax) {
        return makeError(IoError::TooLarge, source,
                         Message("announces a header of %1 bytes, more than %2", headerBytes, kSafetensorsHeaderMax),
                         "give a .safetensors file");
    }
    if (headerBytes > image.size() - 8) {
        return makeError(IoError::Truncated, source,
                         Message("announces a header of %1 bytes and ends after %2", headerBytes, image.size() - 8),
                         "fetch it again");
    }
    HeaderParser parser(asText(image.subspan(8, headerBytes)));
    if (const std::string problem = parser.parse(); !problem.empty()) return damaged(source, problem);
    if (const std::string problem = place(parser.entries, image.subspan(8 + headerBytes)); !problem.empty()) {
        return damaged(source, problem);
    }
    SafeTensors out;
    out.source = source;
    out.metadata = std::move(parser.metadata);
    out.tensors.reserve(parser.entries.size());
    for (Entry& entry : parser.entries)
        out.tensors.push_back(std::move(entry.tensor));
    return out;
}

Result<Bytes> writeSafetensors(const std::vector<TensorView>& tensors,
                               const std::vector<std::pair<std::string, std::string>>& metadata) {
    std::string header = "{";
    std::set<std::string_view> names;
    if (!metadata.empty()) {
        header += "\"__metadata__\":{";
        for (const auto& [key, value] : metadata) {
            if (!names.insert(key).second || !json::isUtf8(key) || !json::isUtf8(value)) {
                return makeError(IoError::Mismatch, key, "comes twice in the metadata, or is no UTF-8", "rename it");
            }
            header += json::quoted(key) + ":" + json::quoted(value) + ",";
        }
        header.back() = '}';
        header += ",";
    }
    names.clear();
    std::uint64_t at = 0;
    for (const TensorView& tensor : tensors) {
        if (tensor.name == "__metadata__" || !json::isUtf8(tensor.name) || !names.insert(tensor.name).second) {
            return makeError(IoError::Mismatch, tensor.name, "is no name for a tensor, or comes twice", "rename it");
        }
        if (bytesOfShape(tensor.type, tensor.shape) != tensor.data.size()) {
            return makeError(IoError::Mismatch, tensor.name,
                             Message("has %1 bytes, which is not %2 %3", tensor.data.size(), nameOf(tensor.type),
                                     shapeText(tensor.shape)),
                             "give the shape of the data");
        }
        header += json::quoted(tensor.name) + ":{\"dtype\":\"" + nameOf(tensor.type) + "\",\"shape\":[";
        for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
            if (i != 0) header += ',';
            header += std::to_string(tensor.shape[i]);
        }
        header += "],\"data_offsets\":[" + std::to_string(at) + "," + std::to_string(at + tensor.data.size()) + "]},";
        at += tensor.data.size();
    }
    if (header.back() == ',') header.pop_back();
    header += "}";
    header.append((8 - header.size() % 8) % 8, ' ');
    const std::uint64_t headerBytes = header.size();
    Bytes out;
    out.reserve(8 + headerBytes + at);
    for (unsigned i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(headerBytes >> (8 * i)));
    out.insert(out.end(), header.begin(), header.end());
    for (const TensorView& tensor : tensors)
        out.insert(out.end(), tensor.data.begin(), tensor.data.end());
    return out;
}

} // namespace unchained::gpu
