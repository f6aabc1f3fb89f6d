// SPDX-License-Identifier: Apache-2.0
#include "engine/market_link.h"

#include "net/net_error.h"
#include "protocol/signed.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace unchained::ui {

using cbor::Array;
using cbor::Value;

namespace {

constexpr int kPollMs = 3'000;

QString shortText(const std::string& from, int most = 200) {
    QString out = QString::fromStdString(from).left(most);
    for (QChar& c : out)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) c = QLatin1Char(' ');
    return out;
}

/// Strict: what is not signed by its renter is left out.
std::vector<ReviewFacts> readReviews(const Value& answer) {
    std::vector<ReviewFacts> out;
    const Array* rows = answer.asArray();
    for (const Value& row : rows ? *rows : Array{}) {
        cbor::Reader in(row, "review", 3);
        const Bytes envelope = in.bytes();
        ReviewFacts review;
        review.time = in.i64();
        review.steps = in.u64();
        const auto rating = protocol::openSigned<contract::Rating>(envelope);
        if (!in.finish() || !rating || rating->value.stars < 1 || rating->value.stars > 5) continue;
        review.renter = bytesOf(rating->signer);
        review.stars = static_cast<int>(rating->value.stars);
        review.text = shortText(rating->value.text, 2000);
        out.push_back(std::move(review));
    }
    return out;
}

} // namespace

QByteArray bytesOf(const PeerId& peer) {
    return {reinterpret_cast<const char*>(peer.bytes.data()), static_cast<qsizetype>(peer.bytes.size())};
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
    out.stepsChecked = host.stepsChecked;
    out.stepsWrong = host.stepsWrong;
    out.contracts = host.contracts;
    out.ratings = host.ratings;
    out.starSum = host.starSum;
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
    connect(&m_poll, &QTimer::timeout, this, &MarketLink::refresh);
    m_poll.start(kPollMs);
}

void MarketLink::askTerms() {
    m_link.call(Array{"terms"}, [this](const Result<Value>& answer) {
        if (!answer) return;
        cbor::Reader in(*answer, "terms", 4);
        (void)in.any();
        (void)in.any();
        (void)in.any();
        const auto fee = Amount::fromMicro(in.i64());
        if (in.finish() && fee) m_checkFee = *fee;
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

void MarketLink::askReviews(const QByteArray& peer, std::function<void(std::vector<ReviewFacts>)> done) {
    m_link.call(Array{"reviews", peerOf(peer)}, [done = std::move(done)](const Result<Value>& answer) {
        done(answer ? readReviews(*answer) : std::vector<ReviewFacts>{});
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
