// SPDX-License-Identifier: Apache-2.0
#include "engine/case_book.h"

#include "engine/market_link.h"
#include "identity/random.h"
#include "identity/sealed_box.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::ui {

using cbor::Array;
using cbor::Value;

namespace {

constexpr int kPollMs = 5'000;
constexpr std::int64_t kClockSlackMs = 60'000; ///< our idea of the hub's time is not exact

Hash256 hashOf(const QByteArray& bytes) {
    return hashIn(bytes).value_or(Hash256{});
}

/// Words of others, made harmless for a line.
QString line(const std::string& from) {
    QString out = QString::fromStdString(from);
    for (QChar& c : out)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) c = QLatin1Char(' ');
    return out;
}

CaseLevelFact levelOf(const std::string& word) {
    if (word == "settlement") return CaseLevelFact::Settlement;
    if (word == "machine") return CaseLevelFact::Machine;
    return word == "arbiter" ? CaseLevelFact::Arbiter : CaseLevelFact::Ended;
}

} // namespace

void countFrom(CaseFacts& facts, std::uint64_t firstStep) {
    const std::uint64_t more = firstStep - facts.firstStep;
    facts.firstStep = firstStep;
    for (CaseRoundFacts& round : facts.rounds) {
        round.first += more;
        round.last += more;
    }
    if (facts.step) *facts.step += more;
}

CaseBook::CaseBook(net::HubLink& link, const identity::Keys& keys, QString market, NameOf nameOf)
    : m_link(link), m_keys(keys), m_market(std::move(market)), m_nameOf(std::move(nameOf)) {
    connect(&m_link, &net::HubLink::up, this, &CaseBook::refresh);
    connect(&m_link, &net::HubLink::down, this, [this] { m_asking = false; });
    connect(&m_link, &net::HubLink::note, this, [this](const Value& body) {
        const Array* items = body.asArray();
        const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
        if (name && (*name == "case" || *name == "message")) refresh();
    });
    connect(&m_poll, &QTimer::timeout, this, &CaseBook::refresh);
    m_poll.start(kPollMs);
}

void CaseBook::refresh() {
    if (!m_link.isUp() || m_asking) return;
    m_asking = true;
    m_link.call(Array{"cases"}, [this](const Result<Value>& answer) {
        m_asking = false;
        const Array* list = answer ? answer->asArray() : nullptr;
        if (!list) return;
        std::vector<contract::CaseView> views;
        for (const Value& item : *list)
            if (auto view = contract::decodeCaseView(item)) views.push_back(std::move(*view));
        m_views = std::move(views);
        m_answered = true;
        for (const auto& view : m_views)
            askMessages(view.contract);
        emit changed();
    });
}

void CaseBook::askMessages(const contract::ContractId& id) {
    m_link.call(Array{"messages", id, m_talks[id].heard}, [this, id](const Result<Value>& answer) {
        const Array* list = answer ? answer->asArray() : nullptr;
        if (!list || list->empty()) return;
        Talk& talk = m_talks[id];
        for (const Value& item : *list) {
            const auto carried = contract::decodeCarriedMessage(item);
            if (!carried || carried->number <= talk.heard) continue;
            talk.heard = carried->number;
            CaseMessageFacts facts;
            facts.mine = carried->from == m_keys.peer();
            facts.time = carried->time;
            const auto inner = identity::openBox(m_keys, facts.mine ? carried->to : carried->from, carried->sealed);
            const auto message = inner ? protocol::openSigned<contract::PartyMessage>(*inner)
                                       : Result<protocol::Signed<contract::PartyMessage>>(inner.error());
            facts.readable = message && message->signer == carried->from && message->value.contract == id;
            if (facts.readable) facts.text = line(message->value.text);
            talk.messages.push_back(std::move(facts));
        }
        emit changed();
    });
}

std::vector<CaseFacts> CaseBook::facts() const {
    std::vector<CaseFacts> out;
    for (const auto& view : m_views)
        out.push_back(factsOf(view));
    return out;
}

CaseFacts CaseBook::factsOf(const contract::CaseView& v) const {
    CaseFacts out;
    out.market = m_market;
    out.id = bytesOf(v.id);
    out.contract = bytesOf(v.contract);
    out.opener = bytesOf(v.opener);
    out.against = bytesOf(v.against);
    out.renter = bytesOf(v.renter);
    if (v.arbiter) out.arbiter = bytesOf(*v.arbiter);
    out.me = bytesOf(m_keys.peer());
    out.openerName = m_nameOf(out.opener);
    out.againstName = m_nameOf(out.against);
    if (v.arbiter) out.arbiterName = m_nameOf(out.arbiter);
    out.number = v.number;
    out.ofResult = v.kind == contract::kCaseOfResult;
    out.level = levelOf(v.level);
    out.text = line(v.text);
    out.outcome = line(v.outcome);
    out.byDefault = line(v.byDefault);
    out.opened = v.opened;
    out.until = v.until.value_or(0);
    out.ended = v.ended;
    out.asked = v.asked;
    out.deposit = v.deposit;
    out.toOpener = v.toOpener;
    out.steps = v.steps;
    for (const auto& round : v.rounds)
        out.rounds.push_back({round.first + 1, round.last});
    out.waitsForHost = v.waitsForHost;
    out.waitsForOpener = v.waitsForOpener;
    out.checking = v.checking;
    out.settled = v.settled;
    if (v.step) out.step = *v.step + 1;
    if (v.computed && v.claimed) out.stepRight = *v.computed == *v.claimed;
    out.engine = line(v.engine);
    out.tensor = line(v.tensor);
    out.differing = v.differing;
    out.values = v.values;
    for (const auto& offer : v.offers) {
        const bool mine = offer.by == m_keys.peer();
        (mine ? out.myOffer : out.theirOffer) = offer.toOpener;
        if (!mine) out.theirOfferUntil = offer.expires;
    }
    if (!out.isParty()) out.theirOffer.reset(); // an arbiter sees both and signs neither
    for (const auto& item : v.evidence)
        out.evidence.push_back({bytesOf(item.hash), line(item.kind), line(item.title), bytesOf(item.by),
                                line(item.standing), item.bytes, item.time});
    if (const auto talk = m_talks.find(v.contract); talk != m_talks.end()) out.messages = talk->second.messages;
    return out;
}

// ---- what a person does

void CaseBook::send(Value command, Done done) {
    m_link.call(std::move(command), [this, done = std::move(done)](const Result<Value>& answer) {
        done(answer ? std::nullopt : std::optional(answer.error()));
        refresh();
    });
}

void CaseBook::settle(const QByteArray& id, Amount toOpener, Done done) {
    const contract::Settlement v{m_link.hub(), hashOf(id), toOpener,
                                 m_link.hubNow() + contract::kSettlementLifeMs - kClockSlackMs};
    send(Array{"case-settle", protocol::sealed(m_keys, v)}, std::move(done));
}

void CaseBook::accept(const QByteArray& id, Done done) {
    const Hash256 subject = hashOf(id);
    for (const auto& view : m_views) {
        if (view.id != subject) continue;
        for (const auto& offer : view.offers) {
            const auto theirs = protocol::openSigned<contract::Settlement>(offer.envelope);
            if (offer.by == m_keys.peer() || !theirs || theirs->signer != offer.by ||
                theirs->value.subject != subject || theirs->value.toOpener != offer.toOpener)
                continue;
            return send(Array{"case-settle", protocol::sealed(m_keys, theirs->value)}, std::move(done));
        }
    }
    done(makeError(protocol::ProtocolError::WrongPhase, "settlement", "the other side proposes nothing any more",
                   "look at the case again"));
}

void CaseBook::rule(const QByteArray& id, Amount toOpener, const QString& text, Done done) {
    const contract::Ruling v{m_link.hub(), hashOf(id), toOpener, text.toStdString()};
    send(Array{"case-rule", protocol::sealed(m_keys, v)}, std::move(done));
}

void CaseBook::state(const QByteArray& id, const QString& text, Done done) {
    const std::string words = text.toStdString();
    const contract::CaseEvidence v{hashOf(id), "statement", "", Bytes(words.begin(), words.end())};
    send(Array{"case-evidence", protocol::sealed(m_keys, v)}, std::move(done));
}

void CaseBook::write(const QByteArray& contract, const QByteArray& to, const QString& text, Done done) {
    const contract::PartyMessage v{hashOf(contract), peerOf(to), m_link.hubNow(), text.toStdString()};
    const auto sealedBox =
        identity::sealBox(m_keys, v.to, protocol::sealed(m_keys, v), identity::randomFixed<identity::BoxNonce>());
    if (!sealedBox) return done(sealedBox.error());
    send(Array{"message", v.contract, v.to, *sealedBox}, std::move(done));
}

void CaseBook::open(const QByteArray& contract, const QByteArray& against, Amount asked, const QString& text,
                    Done done) {
    contract::CaseOpening v;
    v.hub = m_link.hub();
    v.id = identity::randomCommandId();
    v.contract = hashOf(contract);
    v.kind = contract::kCaseOfConduct;
    v.against = peerOf(against);
    v.asked = asked;
    v.text = text.toStdString();
    send(Array{"case-open", protocol::sealed(m_keys, v), Bytes{}, Bytes{}, Hash256{}}, std::move(done));
}

} // namespace unchained::ui
