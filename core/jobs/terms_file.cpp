// SPDX-License-Identifier: Apache-2.0
#include "jobs/terms_file.h"

#include "gpu/host_tensor.h"
#include "jobs/job_file.h"
#include "jobs/toml_fields.h"

namespace unchained::jobs {

namespace {

constexpr std::uint64_t kTermsFileBytesMax = 65536;
constexpr std::uint64_t kCreditsMax = 1'000'000, kPoolCreditsMax = 1'000'000'000;

std::optional<std::uint64_t> period(const TomlTable& in, Key key) {
    if (!in.has(key.name)) return std::nullopt;
    return in.duration(key, 0);
}

/// What only a hub sets, an amount of credits.
std::optional<Amount> ofHub(const TomlTable& in, TermsOf of, Key key, std::uint64_t most) {
    if (!in.has(key.name)) return std::nullopt;
    if (of == TermsOf::Renter) {
        in.fail(JobError::Inconsistent, key.name, "is set by the hub alone", "remove it");
        return std::nullopt;
    }
    if (!in.isText(key.name)) return Amount::credits(static_cast<std::int64_t>(in.integer(key, 0, most)));
    const std::string text = in.text(key, 32);
    if (in.failed()) return std::nullopt;
    const auto amount = Amount::parse(text);
    if (!amount) {
        in.fail(JobError::BadValue, key.name,
                Message("'%1' is no amount in credits: %2", text, amount.error().sentence.str()),
                Message("write %1", key.example));
        return std::nullopt;
    }
    if (*amount > Amount::credits(static_cast<std::int64_t>(most)))
        in.fail(JobError::OutOfRange, key.name, Message("is more than %1 credits", most),
                Message("write %1", key.example));
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
    in->allow(
        {"release", "opening", "secret", "bond", "grace", "check_fee", "machine_hour", "transfer_gigabyte", "pool"});
    Terms out;
    out.release = period(*in, {"release", "release = \"1h\""});
    out.opening = period(*in, {"opening", "opening = \"24h\""});
    out.secret = period(*in, {"secret", "secret = \"24h\""});
    out.bond = period(*in, {"bond", "bond = \"1h\""});
    out.grace = period(*in, {"grace", "grace = \"15min\""});
    out.checkFee = ofHub(*in, of, {"check_fee", "check_fee = \"0.001\""}, kCreditsMax);
    out.machinePerHour = ofHub(*in, of, {"machine_hour", "machine_hour = \"1\""}, kCreditsMax);
    out.transferPerGigabyte = ofHub(*in, of, {"transfer_gigabyte", "transfer_gigabyte = \"0.01\""}, kCreditsMax);
    out.pool = ofHub(*in, of, {"pool", "pool = \"1000\""}, kPoolCreditsMax);
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
