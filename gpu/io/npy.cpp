// SPDX-License-Identifier: Apache-2.0
#include "gpu/npy.h"

#include <cstring>

namespace unchained::gpu {

namespace {

/// The header is a Python dict literal with three keys; this reads that and nothing else of Python.
class HeaderReader {
public:
    explicit HeaderReader(std::string_view text) : m_text(text) {}

    std::string descr;
    bool fortran = false;
    std::vector<std::uint64_t> shape;

    /// What is wrong with the header; empty where nothing is.
    std::string read() {
        if (!take('{')) return "does not begin with {";
        while (!take('}')) {
            const auto key = string();
            if (!key || !take(':')) return "has no key where one must stand";
            if (std::string problem = value(*key); !problem.empty()) return problem;
            if (!take(',') && peek() != '}') return "has no comma between its keys";
        }
        if (peek() != '\0') return "goes on behind its }";
        if (m_seen != 7) return "does not have all of descr, fortran_order and shape";
        return {};
    }

private:
    std::string value(std::string_view key) {
        const unsigned bit = key == "descr" ? 1U : key == "fortran_order" ? 2U : key == "shape" ? 4U : 0U;
        if (bit == 0) return "has the unknown key '" + std::string(key.substr(0, 32)) + "'";
        if ((m_seen & bit) != 0) return "has the key '" + std::string(key) + "' twice";
        m_seen |= bit;
        if (bit == 1) {
            const auto text = string();
            if (!text) return "has a descr that is no string (structured types are not read)";
            descr = *text;
            return {};
        }
        if (bit == 2) {
            if (word("True")) {
                fortran = true;
            } else if (!word("False")) {
                return "has a fortran_order that is neither True nor False";
            }
            return {};
        }
        return tuple() ? std::string() : "has a shape that is no tuple of whole numbers";
    }

    bool tuple() {
        if (!take('(')) return false;
        while (!take(')')) {
            std::uint64_t number = 0;
            std::size_t digits = 0;
            for (peek(); m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at, ++digits) {
                number = number * 10 + static_cast<std::uint64_t>(m_text[m_at] - '0');
            }
            if (digits == 0 || digits > 18 || shape.size() == kDimensionsMax) return false;
            shape.push_back(number);
            if (!take(',') && peek() != ')') return false;
        }
        return true;
    }

    char peek() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t'))
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    bool take(char wanted) {
        if (peek() != wanted) return false;
        ++m_at;
        return true;
    }
    bool word(std::string_view wanted) {
        peek();
        if (m_text.substr(m_at, wanted.size()) != wanted) return false;
        m_at += wanted.size();
        return true;
    }
    std::optional<std::string_view> string() {
        const char quote = peek();
        if (quote != '\'' && quote != '"') return std::nullopt;
        const std::size_t end = m_text.find(quote, m_at + 1);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view out = m_text.substr(m_at + 1, end - m_at - 1);
        if (out.find('\\') != std::string_view::npos) return std::nullopt;
        m_at = end + 1;
        return out;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    unsigned m_seen = 0;
};

std::optional<DType> typeOfDescr(std::string_view descr) {
    static constexpr std::pair<std::string_view, DType> kTypes[] = {
        {"<f4", DType::F32}, {"<f8", DType::F64}, {"|i1", DType::I8},  {"|u1", DType::U8},  {"<i1", DType::I8},
        {"<u1", DType::U8},  {"<i2", DType::I16}, {"<i4", DType::I32}, {"<i8", DType::I64},
    };
    for (const auto& [name, type] : kTypes) {
        if (name == descr) return type;
    }
    return std::nullopt;
}

Error truncated(const std::string& source) {
    return makeError(IoError::Truncated, source, "ends inside its header", "write it again");
}

/// The header's text and where the elements begin.
struct Parts {
    std::string_view header;
    std::size_t dataAt = 0;
};

Result<Parts> split(ByteView image, const std::string& source) {
    static constexpr std::string_view kMagic = "\x93NUMPY";
    if (image.size() < kMagic.size() || std::memcmp(image.data(), kMagic.data(), kMagic.size()) != 0) {
        return makeError(IoError::NotTheFormat, source, "is no .npy file: it does not begin with \\x93NUMPY",
                         "write it with numpy.save");
    }
    if (image.size() < 10) return truncated(source);
    const int major = image[6];
    if (major != 1 && major != 2) {
        return makeError(IoError::Unsupported, source, Message("has the .npy version %1", major),
                         "versions 1 and 2 are read");
    }
    const std::size_t lengthBytes = major == 1 ? 2 : 4;
    if (image.size() < 8 + lengthBytes) return truncated(source);
    std::size_t headerBytes = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        headerBytes |= std::size_t{image[8 + i]} << (8 * i);
    const std::size_t begin = 8 + lengthBytes;
    if (headerBytes > image.size() - begin) return truncated(source);
    return Parts{asText(image.subspan(begin, headerBytes)), begin + headerBytes};
}

} // namespace

Result<HostTensor> parseNpy(ByteView image, const std::string& source) {
    const auto parts = split(image, source);
    if (!parts) return parts.error();
    HeaderReader header(parts->header);
    if (const std::string problem = header.read(); !problem.empty()) {
        return makeError(IoError::NotTheFormat, source, Message("the .npy header %1", problem),
                         "write it with numpy.save");
    }
    const auto type = typeOfDescr(header.descr);
    if (!type) {
        return makeError(IoError::Unsupported, source, Message("has the element type '%1'", header.descr.substr(0, 32)),
                         "read are <f4 <f8 |i1 |u1 <i2 <i4 <i8; convert with .astype('<f4')");
    }
    if (header.fortran && header.shape.size() > 1) {
        return makeError(IoError::Unsupported, source, "is in Fortran order", "save numpy.ascontiguousarray(a)");
    }
    const std::uint64_t held = image.size() - parts->dataAt;
    const auto elements = elementsOf(header.shape);
    const std::size_t width = bytesOf(*type);
    if (!elements || *elements > held / width) {
        return makeError(IoError::Truncated, source,
                         Message("announces the shape %1 and holds %2 elements", shapeText(header.shape), held / width),
                         "write it again");
    }
    if (*elements * width != held) {
        return makeError(IoError::NotTheFormat, source,
                         Message("has %1 bytes behind its last element", held - *elements * width), "write it again");
    }
    return HostTensor{*type, header.shape,
                      Bytes(image.begin() + static_cast<std::ptrdiff_t>(parts->dataAt), image.end())};
}

} // namespace unchained::gpu
