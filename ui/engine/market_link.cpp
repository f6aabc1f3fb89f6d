// SPDX-License-Identifier: Apache-2.0
#include "engine/market_link.h"

#include "net/net_error.h"
#include "protocol/bets_view.h"
#include "protocol/signed.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace unchained::ui {

using cbor::Array;
using cbor::Value;

namespace {

constexpr int kPollMs = 3'000, kWordsMax = 2'000;
constexpr int kTasksPollMs = 60'000; ///< a note that was lost, and what is opened by the clock alone

QString shortText(const std::string& from, int most = 200) {
    QString out = QString::fromStdString(from).left(most);
    for (QChar& c : out)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) c = QLatin1Char(' ');
    return out;
}

/// Nothing for what is not signed, or is no review.
std::optional<ReviewFacts> readReview(const std::optional<Bytes>& envelope, const std::optional<Bytes>& reply) {
    if (!envelope) return std::nullopt;
    const auto opened = protocol::openSigned<contract::Review>(*envelope);
    ReviewFacts out;
    if (!opened || opened->value.stars.size() != out.stars.size()) return std::nullopt;
    for (std::size_t i = 0; i < out.stars.size(); ++i)
        out.stars[i] = static_cast<int>(std::clamp<std::uint32_t>(opened->value.stars[i], 1, 5));
    out.by = bytesOf(opened->signer);
    out.time = static_cast<qint64>(opened->value.version);
    out.text = shortText(opened->value.text, kWordsMax);
    if (!reply) return out;
    if (const auto replied = protocol::openSigned<contract::Reply>(*reply))
        out.reply = shortText(replied->value.text, kWordsMax);
    return out;
}

std::vector<ReviewFacts> readReviews(const Value& answer) {
    std::vector<ReviewFacts> out;
    const Array* rows = answer.asArray();
    for (const Value& row : rows ? *rows : Array{}) {
        cbor::Reader in(row, "review", 5);
        contract::FieldReader fields{in};
        Bytes envelope;
        std::optional<Bytes> reply;
        std::int64_t time = 0;
        std::uint64_t tickets = 0, weight = 0;
        fields(envelope, time, tickets, weight, reply);
        auto review = readReview(envelope, reply);
        if (!in.finish() || !review) continue;
        review->time = time;
        review->tickets = tickets;
        review->weight = 1e-3 * static_cast<double>(weight);
        out.push_back(std::move(*review));
    }
    return out;
}

std::vector<ReviewTask> readTasks(const Value& answer, const QString& market) {
    std::vector<ReviewTask> out;
    const Array* rows = answer.asArray();
    for (const Value& row : rows ? *rows : Array{}) {
        cbor::Reader in(row, "review", 9);
        contract::FieldReader fields{in};
        ReviewTask task;
        contract::ContractId id;
        PeerId other;
        std::int64_t until = 0;
        std::optional<Bytes> mine, theirs, reply;
        fields(id, other, task.asRenter, task.mayWrite, until, mine, task.theyWrote, theirs, reply);
        if (!in.finish()) continue;
        task.market = market;
        task.contract = bytesOf(id);
        task.other = bytesOf(other);
        task.until = until;
        task.mine = readReview(mine, std::nullopt);
        task.theirs = readReview(theirs, reply);
        out.push_back(std::move(task));
    }
    return out;
}

HostFacts::Estimate estimateOf(const protocol::FigureOnWire& f) {
    const auto real = [](std::uint64_t thousandths) { return 1e-3 * static_cast<double>(thousandths); };
    return {real(f.mean), real(f.low), real(f.high), real(f.weight), f.count};
}

} // namespace

QByteArray bytesOf(const PeerId& peer) {
    return {reinterpret_cast<const char*>(peer.bytes.data()), static_cast<qsizetype>(peer.bytes.size())};
}

QByteArray bytesOf(const Hash256& hash) {
    return {reinterpret_cast<const char*>(hash.bytes.data()), static_cast<qsizetype>(hash.bytes.size())};
}

std::optional<Hash256> hashIn(const QByteArray& bytes) {
    return Hash256::from(
        ByteView{reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
}

PeerId peerOf(const QByteArray& bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.constData());
    return PeerId::from(ByteView{data, static_cast<std::size_t>(bytes.size())}).value_or(PeerId{});
}

Trouble troubleOf(const Error& error) {
    // The engine's own sentence, translated as a pattern; translations/messages.py finds them all.
    const auto said = [](const Message& message) {
        const QString pattern = QCoreApplication::translate("core", message.pattern().c_str());
        return shortText(Message::fromParts(pattern.toStdString(), message.args()).str(), 1000);
    };
    return {shortText(error.subject), said(error.sentence), said(error.remedy), error.transient};
}

HostFacts hostFacts(const net::ListedHost& host, const QString& market) {
    const contract::Listing& l = host.listing;
    HostFacts out;
    out.market = market;
    out.peer = bytesOf(host.peer);
    out.name = shortText(l.name);
    out.device = shortText(l.device);
    out.place = shortText(l.place);
    out.engine = shortText(l.engine);
    out.build = shortText(l.build);
    out.pricePerHour = l.pricePerHour;
    out.bond = std::min(l.bondMax, host.balance);
    out.memory = l.memory;
    out.rate = std::max<std::uint64_t>(1, l.rate);
    out.seenByHub = host.measured && host.measured->rate() >= l.rate;
    out.stepsChecked = host.standing.stepsChecked;
    out.stepsWrong = host.standing.stepsWrong;
    out.contracts = host.standing.contracts;
    out.rating = estimateOf(host.standing.rating);
    out.reliability = estimateOf(host.standing.reliability);
    out.posterior = host.posterior;
    out.online = host.online;
    out.open = l.open;
    out.since = static_cast<qint64>(l.version);
    return out;
}

MarketLink::MarketLink(const net::HubAddress& address, const identity::Keys& keys, storage::PeerStore& store, bool demo,
                       QObject* parent)
    : QObject(parent), m_store(store), m_demo(demo), m_link(address, keys), m_account(m_link, store),
      m_bets(m_link, this), m_since(QDateTime::currentMSecsSinceEpoch()) {
    connect(&m_link, &net::HubLink::up, this, [this] {
        m_since = QDateTime::currentMSecsSinceEpoch();
        m_trouble.reset();
        askTerms();
        refresh();
        refreshTasks();
        emit changed();
    });
    connect(&m_link, &net::HubLink::down, this, [this](const Error& why) {
        if (!m_trouble) m_since = QDateTime::currentMSecsSinceEpoch();
        m_trouble = why;
        m_nextTry = QDateTime::currentMSecsSinceEpoch() + m_link.backoffMs();
        m_asking = false;
        emit changed();
    });
    connect(&m_account, &net::AccountKeeper::updated, this, &MarketLink::changed);
    connect(&m_link, &net::HubLink::note, this, &MarketLink::onNote);
    connect(&m_poll, &QTimer::timeout, this, &MarketLink::refresh);
    m_poll.start(kPollMs);
    connect(&m_tasksPoll, &QTimer::timeout, this, [this] {
        if (m_link.isUp()) refreshTasks();
    });
    m_tasksPoll.start(kTasksPollMs);
}

void MarketLink::askTerms() {
    m_link.call(Array{"terms"}, [this](const Result<Value>& answer) {
        if (!answer) return;
        if (const auto told = contract::readFields<protocol::ToldTerms>(*answer, "terms")) m_terms = *told;
    });
}

void MarketLink::refresh() {
    if (!m_link.isUp() || m_asking) return;
    m_asking = true;
    m_asked.start();
    m_link.call(Array{"listings"}, [this](const Result<Value>& answer) {
        m_asking = false;
        if (!answer) return;
        m_delayMs = static_cast<int>(m_asked.elapsed());
        m_answered = true;
        auto hosts = net::readListings(*answer);
        if (!hosts) return;
        std::erase_if(*hosts, [this](const net::ListedHost& h) { return h.listing.hub != m_link.hub(); });
        m_hosts = std::move(*hosts);
        emit hostsChanged();
        emit changed(); // the delay
        m_account.update();
    });
}

/// There is something to review, to read or to reply to: the hub tells the two of a contract when that changes.
void MarketLink::onNote(const Value& note) {
    const Array* items = note.asArray();
    const std::string* name = items && items->size() == 4 ? items->front().asText() : nullptr;
    const Array* body = name && *name == "notice" ? items->back().asArray() : nullptr;
    const std::string* what = body && !body->empty() ? body->front().asText() : nullptr;
    if (!what) return;
    for (const char* of : {"settled", "reviewed", "reviews-open", "replied"})
        if (*what == of) return refreshTasks();
}

void MarketLink::refreshTasks() {
    m_link.call(Array{"own-reviews"}, [this](const Result<Value>& answer) {
        if (!answer) return;
        auto tasks = readTasks(*answer, QString::fromStdString(m_link.address().str()));
        if (tasks == m_tasks) return;
        m_tasks = std::move(tasks);
        emit tasksChanged();
    });
}

void MarketLink::askReviews(const QByteArray& peer, std::function<void(std::vector<ReviewFacts>)> done) {
    m_link.call(Array{"reviews", peerOf(peer)}, [done = std::move(done)](const Result<Value>& answer) {
        done(answer ? readReviews(*answer) : std::vector<ReviewFacts>{});
    });
}

void MarketLink::askCaseRecord(const QByteArray& peer, std::function<void(protocol::CaseRecord)> done) {
    m_link.call(Array{"case-record", peerOf(peer)}, [done = std::move(done)](const Result<Value>& answer) {
        const auto record =
            answer ? protocol::readView<protocol::CaseRecord>(*answer) : Result<protocol::CaseRecord>(answer.error());
        if (record) done(*record);
    });
}

const net::ListedHost* MarketLink::host(const QByteArray& peer) const {
    const PeerId wanted = peerOf(peer);
    const auto at = std::find_if(m_hosts.begin(), m_hosts.end(), [&](const auto& h) { return h.peer == wanted; });
    return at == m_hosts.end() ? nullptr : &*at;
}

MarketFacts MarketLink::facts() const {
    MarketFacts out;
    out.address = QString::fromStdString(m_link.address().str());
    out.name = m_demo ? tr("Demo") : QString::fromStdString(m_link.address().endpoint.str());
    out.state = m_link.isUp() && m_answered ? LinkState::Up : m_trouble ? LinkState::Lost : LinkState::Connecting;
    out.since = m_since;
    out.delayMs = m_delayMs;
    if (m_trouble) {
        out.trouble = troubleOf(*m_trouble);
        out.nextTry = m_nextTry;
    }
    out.hosts = m_hosts.size();
    if (m_answered) out.checkFee = m_terms.checkFee;
    out.demo = m_demo;
    if (!m_answered) return out;
    const auto balances = m_store.balances();
    if (!balances) return out;
    const auto at = balances->find(toHex(m_link.hub().view()));
    if (at == balances->end()) return out;
    out.balance = at->second.balance;
    out.locked = at->second.locked;
    return out;
}

} // namespace unchained::ui
