// SPDX-License-Identifier: Apache-2.0
#include "e2e/trio.h"

#include <random>
#include <set>

using namespace unchained::e2e;

/// Hub, host and renter are killed at random points of small rentals and started again, until each rental has ended.
/// UNCHAINED_KILLS says how often in all, UNCHAINED_SEED repeats the choices of an earlier run.

namespace {

using Ms = Trio::Ms;

std::uint64_t numberOf(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

class Storm {
public:
    Storm(Trio& market, std::uint64_t seed, std::uint64_t kills)
        : m_market(market), m_random(seed), m_left(kills), m_job(shortJob(market)) {}

    /// One rental from its first command to its end.
    void rental(std::size_t number) {
        const std::string out = m_market.file("out" + std::to_string(number));
        m_market.rent(m_job, out);
        Ended ended;
        for (bool over = false; !over;) {
            if (m_left == 0 || !waitForMoment()) {
                over = m_market.runs(Trio::Renter) && finished(ended, out);
            } else {
                strike();
            }
        }
        judge(ended, out);
    }
    [[nodiscard]] std::uint64_t left() const { return m_left; }
    [[nodiscard]] std::int64_t ticketsReported() const { return m_tickets; }
    [[nodiscard]] std::size_t complete() const { return m_complete; }

private:
    std::uint64_t below(std::uint64_t n) { return std::uniform_int_distribution<std::uint64_t>(0, n - 1)(m_random); }

    /// A random number of lines or milliseconds later; false when the rental ended meanwhile.
    bool waitForMoment() {
        const std::size_t until = m_market.lines() + below(25);
        const bool byLines = below(2) == 0;
        const auto patience = byLines ? Ms(2000) : Ms(below(3000));
        const auto over = [&] { return m_market.hasEnded(Trio::Renter); };
        (void)m_market.until([&] { return over() || (byLines && m_market.lines() >= until); }, patience);
        return !over();
    }

    /// Kills one party or several, and starts them again, at once or a moment later, in any order.
    void strike() {
        std::vector<Trio::Role> victims{Trio::Hub, Trio::Host, Trio::Renter};
        std::shuffle(victims.begin(), victims.end(), m_random);
        victims.resize(below(4) == 0 ? 2 + below(2) : 1);
        if (victims.size() > m_left) victims.resize(m_left);
        if (below(3) == 0) // a worker too: its party starts another one
            for (const pid_t worker : childrenOf(m_market.id(victims[0] == Trio::Host ? Trio::Hub : Trio::Host)))
                ::kill(worker, SIGKILL);
        for (const Trio::Role role : victims)
            m_market.signal(role, SIGKILL);
        for (const Trio::Role role : victims) {
            (void)m_market.reap(role);
            --m_left;
        }
        if (below(2) == 0) (void)m_market.until([] { return false; }, Ms(below(600)));
        for (const Trio::Role role : victims) {
            if (role == Trio::Hub) m_market.startHub();
            if (role == Trio::Host) m_market.startHost();
            if (role == Trio::Renter) m_market.resume();
        }
    }

    /// True when the renter's program has said its last word about the rental.
    bool finished(Ended& ended, const std::string& out) {
        ended = m_market.reap(Trio::Renter);
        if (ended.status == 0 && ended.json().is_null()) { // nothing is under way
            const auto known = m_market.tool(Trio::Renter, {"jobs"}).json();
            for (const auto& job : known["jobs"]) {
                if (job["out"] != out) continue;
                ended.out.clear(); // killed after the job was done and before that was printed
                return true;
            }
            m_market.rent(m_job, out); // killed before the job was recorded: nothing was begun
            return false;
        }
        if (ended.status > 1) m_market.say();
        REQUIRE_MESSAGE(ended.status <= 1, "status ", ended.status, ": ", ended.out, ended.err);
        return true;
    }

    void judge(const Ended& ended, const std::string& out) {
        const std::string file = out + "/report.json";
        const auto report = ended.out.empty() ? nlohmann::json::parse(readText(file), nullptr, false) : ended.json();
        REQUIRE_MESSAGE(report.is_object(), ended.out, ended.err);
        if (!report.contains("tickets")) { // the job never began, or was refused
            MESSAGE("without a contract: ", ended.out);
            CHECK(ended.status != 0);
            return;
        }
        std::string outcomes;
        for (const auto& contract : report["contracts"])
            outcomes += contract["outcome"].get<std::string>() + " ";
        MESSAGE("rental: ", outcomes, report["tickets"].dump());
        if (ended.status == 0) {
            ++m_complete;
            CHECK(report["tickets"]["paid"] == report["tickets"]["won"]);
            CHECK(report["verification"]["complaints"].empty());
        }
        CHECK(report["tickets"]["paid"] <= report["tickets"]["won"]);
        CHECK(report["verification"]["failed"] == 0);
        m_tickets += report["tickets"]["paid"].get<std::int64_t>();
        const Ended verified = m_market.tool(Trio::Renter, {"verify", out, "--steps", "2"});
        CHECK_MESSAGE(verified.status == 0, verified.out, verified.err);
    }

    Trio& m_market;
    std::mt19937_64 m_random;
    std::uint64_t m_left;
    const std::string m_job;
    std::int64_t m_tickets = 0;
    std::size_t m_complete = 0;
};

} // namespace

TEST_CASE("kill -9 of hub, host and renter at any moment loses no credit, pays nothing twice, and rentals go on") {
    const std::uint64_t seed = numberOf("UNCHAINED_SEED", std::random_device{}());
    const std::uint64_t kills = numberOf("UNCHAINED_KILLS", 60);
    MESSAGE("UNCHAINED_SEED=", seed, " UNCHAINED_KILLS=", kills);
    const auto begin = Trio::Clock::now();
    Trio market(kShortTerms);
    market.startHub();
    market.startHost();
    market.expect(Trio::Host, "listed");
    Storm storm(market, seed, kills);
    std::size_t rentals = 0;
    do {
        storm.rental(++rentals);
    } while (storm.left() > 0);
    CHECK(storm.complete() > 0);

    market.untilAllIsFree();
    CHECK(market.end(Trio::Host, SIGTERM).status == 0);
    CHECK(market.end(Trio::Hub, SIGTERM).status == 0);
    market.checkBooks();
    std::int64_t paid = 0;
    for (const auto& [escrow, tickets] : market.ticketsPaid())
        paid += tickets;
    CHECK(paid == storm.ticketsReported());
    MESSAGE(rentals, " rentals, ", storm.complete(), " complete, in ",
            std::chrono::duration_cast<std::chrono::seconds>(Trio::Clock::now() - begin).count(), " s");
}
