// SPDX-License-Identifier: Apache-2.0
#include "jobs/terms_file.h"

#include "gpu/host_tensor.h"
#include "jobs/job_file.h"
#include "jobs/toml_fields.h"

namespace unchained::jobs {

namespace {

constexpr std::uint64_t kTermsFileBytesMax = 65536;
constexpr std::uint64_t kFeeCreditsMax = 1'000'000;

std::optional<std::uint64_t> period(const TomlTable& in, Key key) {
    if (!in.has(key.name)) return std::nullopt;
    return in.duration(key, 0);
}

std::optional<Amount> fee(const TomlTable& in, TermsOf of) {
    constexpr Key key{"check_fee", "check_fee = \"0.001\""};
    if (!in.has(key.name)) return std::nullopt;
    if (of == TermsOf::Renter) {
        in.fail(JobError::Inconsistent, key.name, "is set by the hub alone", "remove it");
        return std::nullopt;
    }
    if (!in.isText(key.name)) return Amount::credits(static_cast<std::int64_t>(in.integer(key, 0, kFeeCreditsMax)));
    const std::string text = in.text(key, 32);
    if (in.failed()) return std::nullopt;
    const auto amount = Amount::parse(text);
    if (!amount) {
        in.fail(JobError::BadValue, key.name,
                Message("'%1' is no amount in credits: %2", text, amount.error().sentence.str()),
                Message("write %1", key.example));
        return std::nullopt;
    }
    if (*amount > Amount::credits(kFeeCreditsMax)) {
        in.fail(JobError::OutOfRange, key.name, Message("is more than %1 credits", kFeeCreditsMax),
                Message("write %1", key.example));
    }
    return *amount;
}

} // namespace

contract::Periods Terms::over(contract::Periods periods) const {
    periods.release = release.value_or(periods.release);
    periods.opening = opening.value_or(periods.opening);
    periods.secret = secret.value_or(periods.secret);
    periods.bond = bond.value_or(periods.bond);
    periods.grace = grace.value_or(periods.grace);
    return periods;
}

Result<Terms> parseTerms(std::string_view text, const std::string& fileName, TermsOf of) {
    const auto in = TomlTable::parse(text, fileName);
    if (!in) return in.error();
    if (of == TermsOf::Hub || in->has("check_fee")) {
        in->allow({"release", "opening", "secret", "bond", "grace", "check_fee"});
    } else {
        in->allow({"release", "opening", "secret", "bond", "grace"});
    }
    Terms out;
    out.release = period(*in, {"release", "release = \"1h\""});
    out.opening = period(*in, {"opening", "opening = \"24h\""});
    out.secret = period(*in, {"secret", "secret = \"24h\""});
    out.bond = period(*in, {"bond", "bond = \"1h\""});
    out.grace = period(*in, {"grace", "grace = \"15min\""});
    out.checkFee = fee(*in, of);
    if (in->failed()) return in->error();
    return out;
}

Result<Terms> loadTerms(const std::filesystem::path& path, TermsOf of) {
    const auto text = gpu::readFile(path, kTermsFileBytesMax);
    if (!text) {
        const bool tooLarge = text.error().is(gpu::IoError::TooLarge);
        return makeError(tooLarge ? JobError::TooLarge : JobError::CannotRead, path.string(),
                         tooLarge ? Message("is longer than %1 bytes", kTermsFileBytesMax) : text.error().sentence,
                         "give the path of a terms file, such as one with the line release = \"10s\"");
    }
    return parseTerms(asText(*text), path.string(), of);
}

} // namespace unchained::jobs
