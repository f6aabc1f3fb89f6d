// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "gpu/cbor.h"

#include <concepts>
#include <optional>
#include <string>
#include <vector>

/// A structure lists its fields once, in `template <class F> void fields(F& f)`, and is written and read by that list.
/// The order of the list is the order on the wire.
namespace unchained::contract {

template <class T>
concept HasFields = requires(T t, struct FieldWriter& w) {
    t.fields(w);
};

struct FieldWriter {
    cbor::Array out;

    template <class... Ts>
    void operator()(Ts&... values) {
        (out.push_back(toValue(values)), ...);
    }

    template <class T>
    static cbor::Value toValue(T& v) {
        if constexpr (std::same_as<T, Amount>) {
            return cbor::Value(v.micro());
        } else if constexpr (HasFields<T>) {
            FieldWriter inner;
            v.fields(inner);
            return cbor::Value(std::move(inner.out));
        } else {
            return cbor::Value(v);
        }
    }
    template <class T>
    static cbor::Value toValue(std::optional<T>& v) {
        return v ? toValue(*v) : cbor::Value(cbor::Null{});
    }
    template <class T>
    requires(!std::same_as<T, std::uint8_t> && !std::same_as<T, cbor::Value>) static cbor::Value
        toValue(std::vector<T>& items) {
        cbor::Array array;
        for (T& item : items)
            array.push_back(toValue(item));
        return cbor::Value(std::move(array));
    }
};

struct FieldReader {
    cbor::Reader& in;

    template <class... Ts>
    void operator()(Ts&... values) {
        (read(values), ...);
    }

    void read(bool& v) { v = in.boolean(); }
    void read(std::uint64_t& v) { v = in.u64(); }
    void read(std::uint32_t& v) { v = in.u32(); }
    void read(std::int64_t& v) { v = in.i64(); }
    void read(std::int32_t& v) {
        const std::int64_t wide = in.i64();
        if (wide < INT32_MIN || wide > INT32_MAX) in.fail("is out of range");
        v = static_cast<std::int32_t>(wide);
    }
    void read(Amount& v) {
        const auto amount = Amount::fromMicro(in.i64());
        if (!amount) in.fail("is out of the range of amounts");
        v = amount ? *amount : Amount{};
    }
    void read(std::string& v) { v = in.text(); }
    void read(Bytes& v) { v = in.bytes(); }
    void read(cbor::Value& v) { v = in.any(); }
    template <class Tag, std::size_t N>
    void read(FixedBytes<Tag, N>& v) {
        v = in.fixed<FixedBytes<Tag, N>>();
    }
    template <class T>
    void read(std::optional<T>& v) {
        const cbor::Value& item = in.any();
        v.reset();
        if (!item.isNull()) v = element<T>(item);
    }
    template <class T>
    requires(!std::same_as<T, std::uint8_t>) void read(std::vector<T>& v) {
        v.clear();
        for (const cbor::Value& item : in.array()) {
            if (in.failed()) return;
            v.push_back(element<T>(item));
        }
    }
    template <HasFields T>
    void read(T& v) {
        v = element<T>(in.any());
    }

private:
    template <class T>
    T element(const cbor::Value& item) {
        T out{};
        const cbor::Value* source = &item;
        cbor::Value wrapped;
        if constexpr (!HasFields<T>) {
            wrapped = cbor::Value(cbor::Array{item});
            source = &wrapped;
        }
        const cbor::Array* array = source->asArray();
        cbor::Reader inner(*source, "element", array ? array->size() : 0);
        FieldReader reader{inner};
        if constexpr (HasFields<T>) {
            out.fields(reader);
        } else {
            reader.read(out);
        }
        if (auto done = inner.finish(); !done || !array) in.fail("holds a wrong element");
        return out;
    }
};

/// A value that is the list of T's fields and nothing else; errors name `subject`.
template <HasFields T>
[[nodiscard]] Result<T> readFields(const cbor::Value& value, std::string subject) {
    const cbor::Array wrapped{value};
    const cbor::Value list(wrapped);
    cbor::Reader in(list, std::move(subject), 1);
    FieldReader reader{in};
    T out{};
    reader(out);
    if (auto done = in.finish(); !done) return done.error();
    return out;
}

[[nodiscard]] inline std::string structureTag(const char* name) {
    return std::string("unchained/").append(name).append("/v1");
}

/// ["unchained/<name>/v1", fields…]
template <class T>
[[nodiscard]] Bytes encodeStructure(const T& value) {
    T copy = value;
    FieldWriter writer;
    writer.out.push_back(cbor::Value(structureTag(T::kName)));
    copy.fields(writer);
    return cbor::encode(cbor::Value(std::move(writer.out)));
}

/// The inverse; refuses a foreign tag, a missing or further field, and what is not canonical.
template <class T>
[[nodiscard]] Result<T> decodeStructure(ByteView payload) {
    auto value = cbor::decode(payload);
    if (!value) return value.error();
    const cbor::Array* array = value->asArray();
    cbor::Reader in(*value, T::kName, array ? array->size() : 0);
    T out{};
    if (in.text() != structureTag(T::kName)) in.fail("is not a structure of this name and version");
    FieldReader reader{in};
    out.fields(reader);
    if (auto done = in.finish(); !done) return done.error();
    return out;
}

} // namespace unchained::contract
