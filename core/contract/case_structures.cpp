// SPDX-License-Identifier: Apache-2.0
#include "contract/case_structures.h"

namespace unchained::contract {

namespace {
template <class T>
Result<T> decodeFields(const cbor::Value& value, const char* name) {
    const cbor::Array* array = value.asArray();
    cbor::Reader in(value, name, array ? array->size() : 0);
    FieldReader reader{in};
    T out;
    out.fields(reader);
    if (auto done = in.finish(); !done) return done.error();
    return out;
}
} // namespace

Result<CaseView> decodeCaseView(const cbor::Value& value) {
    return decodeFields<CaseView>(value, "case");
}

Result<CarriedMessage> decodeCarriedMessage(const cbor::Value& value) {
    return decodeFields<CarriedMessage>(value, "message");
}

} // namespace unchained::contract
