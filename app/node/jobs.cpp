// SPDX-License-Identifier: Apache-2.0
#include "net/renter_job.h"
#include "net/session_parameters.h"
#include "node/commands.h"
#include "protocol/signed.h"
#include "storage/peer_store.h"

namespace unchained::node {

namespace {

using storage::JobRow;
using storage::JobState;
using storage::SessionRow;

const char* nameOf(JobState state) {
    switch (state) {
    case JobState::New:
        return "new";
    case JobState::Running:
        return "running";
    case JobState::Finished:
        return "finished";
    case JobState::Failed:
        return "failed";
    case JobState::Cancelled:
        return "cancelled";
    }
    return "unknown";
}

std::string orDash(const std::string& text) {
    return text.empty() ? "-" : printable(text);
}

Json textOrNull(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

/// Job file and hub as they were asked for; empty for options of another version.
struct Asked {
    std::string job, hub;
};
Asked askedFor(const JobRow& row) {
    const auto options = net::decodeOptions(row.options);
    return options ? Asked{options->job, options->hub} : Asked{};
}

std::optional<contract::Offer> offerOf(const SessionRow& row) {
    const auto stored = net::decodeContract(row.parameters);
    if (!stored) return std::nullopt;
    auto offer = protocol::openSigned<contract::Offer>(stored->offer);
    if (!offer) return std::nullopt;
    return std::move(offer->value);
}

void addJob(const JobRow& row, Json& document, std::string& text) {
    const Asked asked = askedFor(row);
    const bool open = row.state == JobState::New || row.state == JobState::Running;
    document.push_back({{"id", row.id},
                        {"state", nameOf(row.state)},
                        {"open", open},
                        {"cancelled", row.cancelled},
                        {"created", row.created},
                        {"job", textOrNull(asked.job)},
                        {"hub", textOrNull(asked.hub)},
                        {"out", textOrNull(row.directory)}});
    text += "job " + std::to_string(row.id) + "  " + nameOf(row.state) + (open && row.cancelled ? ", cancelled" : "") +
            "  " + timeText(row.created) + "  " + orDash(asked.job) + " -> " + orDash(row.directory) + "\n";
}

void addContract(const SessionRow& row, Json& document, std::string& text) {
    const auto offer = offerOf(row);
    const bool renter = row.role == storage::Role::Renter;
    document.push_back({{"contract", toJson(row.contract)},
                        {"role", renter ? "renter" : "host"},
                        {"open", !row.done},
                        {"outcome", textOrNull(row.outcome)},
                        {"created", row.created},
                        {"provider", offer ? toJson(offer->provider) : Json()},
                        {"steps", offer ? Json(offer->steps) : Json()},
                        {"price", offer ? toJson(offer->price) : Json()},
                        {"job", row.job ? Json(*row.job) : Json()}});
    text += "contract " + toHex(row.contract.view()) + "  as " + (renter ? "renter" : "host") + "  " +
            (row.done ? orDash(row.outcome) : std::string("under way")) + "  " + timeText(row.created);
    if (offer) text += "  " + std::to_string(offer->steps) + " steps at " + offer->price.str();
    text += "\n";
}

} // namespace

int runJobs(Context& context, const Arguments&) {
    const auto directory = context.read();
    if (!directory) return context.fail(directory.error());
    Json document{{"jobs", Json::array()}, {"contracts", Json::array()}};
    std::string text;
    std::error_code failure;
    if (std::filesystem::exists(directory->peerDatabase(), failure)) {
        const auto store = storage::PeerStore::openReadOnly(directory->peerDatabase());
        if (!store) return context.fail(store.error());
        const auto jobs = store->jobs();
        if (!jobs) return context.fail(jobs.error());
        for (const JobRow& row : *jobs)
            addJob(row, document["jobs"], text);
        const auto sessions = store->sessions(false);
        if (!sessions) return context.fail(sessions.error());
        for (const SessionRow& row : *sessions)
            addContract(row, document["contracts"], text);
    }
    return context.finish(document, text.empty() ? "nothing was rented or provided from this directory yet" : text);
}

} // namespace unchained::node
