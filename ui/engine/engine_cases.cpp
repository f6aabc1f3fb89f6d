// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "engine/inside.h"
#include "net/session_parameters.h"
#include "protocol/signed.h"
#include "theme/host_picture.h"
#include "widgets/format.h"

/// What the user does in a case.
namespace unchained::ui {

void Engine::Inside::addCases(const QString& address, MarketLink& market) {
    const auto nameOf = [&market](const QByteArray& peer) {
        const net::ListedHost* host = market.host(peer);
        return host && !host->listing.name.empty() ? QString::fromStdString(host->listing.name).left(64)
                                                   : nickname(peer);
    };
    auto book = std::make_unique<CaseBook>(market.link(), *keys, address, nameOf);
    connect(book.get(), &CaseBook::changed, &engine, [this] { casesDirty = true; });
    cases[address] = std::move(book);
}

void Engine::Inside::tellCases() {
    std::vector<CaseFacts> all;
    bool answered = markets.empty();
    for (const auto& [address, book] : cases) {
        answered = answered || book->answered();
        for (CaseFacts& each : book->facts()) {
            countFrom(each, jobStepOf(each.contract));
            all.push_back(std::move(each));
        }
    }
    if (answered) emit engine.casesChanged(all);
    tellHosted();
}

/// Read again only when another contract has begun.
void Engine::Inside::tellHosted() {
    constexpr std::size_t kHostedMost = 20;
    if (!store) return;
    const std::size_t seen = hosting ? hosting->rentals() : 0;
    if (hostedSeen != seen) hosted = hostedIn(*store, kHostedMost);
    hostedSeen = seen;
    std::vector<HostedContract> out;
    for (const Hosted& each : hosted)
        for (const auto& [address, market] : markets) {
            if (!market->link().isUp() || market->link().hub() != each.hub) continue;
            out.push_back(each.facts);
            out.back().market = address;
        }
    emit engine.hostedChanged(out);
}

/// The step of its job with which a contract begins, counted from 1; 1 for what is no contract of a job of ours.
std::uint64_t Engine::Inside::jobStepOf(const QByteArray& contract) {
    if (const auto known = jobSteps.find(contract); known != jobSteps.end()) return known->second;
    const auto id = hashIn(contract);
    const auto row = id && store ? store->session(*id) : Result<std::optional<storage::SessionRow>>(std::nullopt);
    if (!row) return 1;
    if (!*row || (*row)->role != storage::Role::Renter) return jobSteps[contract] = 1;
    const auto stored = net::decodeContract((*row)->parameters);
    if (!stored) return 1;
    const auto offer = protocol::openSigned<contract::Offer>(stored->offer);
    return jobSteps[contract] = offer ? firstStepOf(offer->value) : 1;
}

CaseBook* Engine::Inside::bookOf(const QString& market, const QString& what) {
    const auto at = cases.find(market);
    const auto link = markets.find(market);
    if (keys && at != cases.end() && link != markets.end() && link->second->link().isUp()) return at->second.get();
    emit engine.answered(what, {Engine::tr("marketplace"), Engine::tr("is not connected"),
                                Engine::tr("try again when it answers"), true});
    return nullptr;
}

namespace {
CaseBook::Done saying(Engine* engine, const QString& what, const QString& done) {
    return [engine, what, done](const std::optional<Error>& why) {
        emit engine->answered(why ? what : done, why ? troubleOf(*why) : Trouble{});
    };
}

/// Before it is said what came of it: the field that holds the words is told.
CaseBook::Done answering(Engine* engine, const QByteArray& about, const QString& words, const CaseBook::Done& say) {
    return [=](const std::optional<Error>& why) {
        emit engine->wordsAnswered(about, words, !why);
        say(why);
    };
}
} // namespace

void Engine::settleCase(const QString& market, const QByteArray& id, qint64 toOpener) {
    const QString what = tr("Propose a settlement");
    const auto amount = Amount::fromMicro(toOpener);
    CaseBook* book = m->bookOf(market, what);
    if (book && amount)
        book->settle(id, *amount, saying(this, what, tr("Proposed: the other side may accept it for a day")));
}

void Engine::acceptSettlement(const QString& market, const QByteArray& id) {
    const QString what = tr("Accept a settlement");
    if (CaseBook* book = m->bookOf(market, what))
        book->accept(id, [this, what](const std::optional<Error>& why) {
            emit answered(why ? what : tr("Settled: both have signed"), why ? troubleOf(*why) : Trouble{});
            m->refreshAccounts();
        });
}

void Engine::ruleCase(const QString& market, const QByteArray& id, qint64 toOpener, const QString& text) {
    const QString what = tr("Rule");
    const auto amount = Amount::fromMicro(toOpener);
    CaseBook* book = m->bookOf(market, what);
    if (book && amount) book->rule(id, *amount, text, saying(this, what, tr("Your ruling is signed")));
}

void Engine::addStatement(const QString& market, const QByteArray& id, const QString& text) {
    const QString what = tr("Add a statement");
    CaseBook* book = m->bookOf(market, what);
    if (!book) return emit wordsAnswered(id, text, false);
    const auto say = saying(this, what, tr("The statement is in the case, under your signature"));
    book->state(id, text, answering(this, id, text, say));
}

void Engine::writeMessage(const QString& market, const QByteArray& contract, const QByteArray& to,
                          const QString& text) {
    const QString what = tr("Write");
    CaseBook* book = m->bookOf(market, what);
    if (!book) return emit wordsAnswered(contract, text, false);
    const auto say = [this, what](const std::optional<Error>& why) {
        if (why) emit answered(what, troubleOf(*why)); // else it stands in the list
    };
    book->write(contract, to, text, answering(this, contract, text, say));
}

void Engine::openCase(const QString& market, const QByteArray& contract, const QByteArray& against, qint64 asked,
                      const QString& text) {
    const QString what = tr("Open a case");
    const auto amount = Amount::fromMicro(asked);
    CaseBook* book = m->bookOf(market, what);
    if (!book || !amount) return emit wordsAnswered(contract, text, false);
    const auto say = saying(this, what, tr("The case is open"));
    book->open(contract, against, *amount, text, answering(this, contract, text, say));
}

} // namespace unchained::ui
