// SPDX-License-Identifier: Apache-2.0
#include "engine/hosting.h"

#include "engine/market_link.h"
#include "net/session_parameters.h"
#include "protocol/signed.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

using protocol::ProviderSession;

namespace {
constexpr std::size_t kRefusalsMost = 10'000;        ///< whoever sends more wants no contract
constexpr auto kBenchmark = std::chrono::seconds(2); ///< as unchained-node does by itself

qint64 dayBegin() {
    return QDate::currentDate().startOfDay().toMSecsSinceEpoch();
}

Result<std::unique_ptr<ProviderSession>> providerSessionOf(const storage::SessionRow& row, const identity::Keys& keys) {
    auto stored = net::decodeContract(row.parameters);
    if (!stored) return stored.error();
    const auto offer = protocol::openSigned<contract::Offer>(stored->offer);
    if (!offer) return offer.error();
    auto parameters = net::parametersOf(*stored, offer->value.hub);
    if (!parameters) return parameters.error();
    return std::make_unique<ProviderSession>(keys, std::move(*parameters));
}

QString claimNote(WinState state) {
    switch (state) {
    case WinState::Won:
        return Hosting::tr("waits for batch");
    case WinState::Right:
        return Hosting::tr("right, pays soon");
    case WinState::Wrong:
        return Hosting::tr("found wrong");
    case WinState::Paid:
        break;
    }
    return {};
}

} // namespace

Hosting::Hosting(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, Setup setup,
                 QObject* parent)
    : QObject(parent), m_keys(keys), m_store(store), m_blobs(blobs), m_setup(std::move(setup)) {
    m_earnings.beginDay(dayBegin());
}

void Hosting::start() {
    foldToday();
    m_earnings.listed(QDateTime::currentMSecsSinceEpoch());
    m_measuring = true;
    m_probe.start({m_setup.worker, m_blobs.directory(), "", 0});
    const auto begin = [this](const Result<net::MeasuredRate>& measured) {
        m_measuring = false;
        m_probe.stop();
        if (m_stopping) return;
        if (measured) return list(*measured);
        m_trouble = measured.error();
        emit changed();
    };
    const auto before = net::rateMeasuredBefore(m_setup.rateFile, net::machineFingerprint(m_setup.worker, ""));
    if (before)
        net::measureRate(m_probe, m_blobs, begin, before);
    else
        net::findEngine(m_probe, begin); // the hub measures it
    emit changed();
}

/// What the records say of today.
void Hosting::foldToday() {
    const auto rows = m_store.sessions(false);
    if (!rows) return;
    for (const auto& row : *rows) {
        if (row.role != storage::Role::Provider || row.created < dayBegin() - 86'400'000) continue;
        auto session = providerSessionOf(row, m_keys);
        if (!session) continue;
        (void)m_store.forEach(row.contract, [&](std::uint64_t, TimeMs time, ByteView bytes) -> Result<void> {
            auto event = cbor::decode(bytes);
            if (!event) return event.error();
            if (auto effects = (*session)->handle(*event, time); !effects) return effects.error();
            m_earnings.observe(**session, time, m_setup.request.pricePerHour);
            return {};
        });
    }
}

void Hosting::list(const net::MeasuredRate& measured) {
    net::ProviderSetup setup;
    setup.name = m_setup.request.name.toStdString();
    setup.place = m_setup.request.place.toStdString();
    setup.pricePerHour = m_setup.request.pricePerHour;
    setup.bondMax = m_setup.request.bondMax;
    setup.worker = m_setup.worker;
    setup.device = net::deviceName(measured.device);
    setup.memory = net::memoryBytes();
    setup.engine = measured.engine;
    setup.rate = measured.rate;
    setup.rateKept = measured.kept;
    setup.benchmark = kBenchmark;
    setup.build = std::string("unchained-") + UNCHAINED_VERSION;
    m_node = std::make_unique<net::ProviderNode>(m_keys, m_store, m_blobs, m_setup.hub, std::move(setup));
    connect(m_node.get(), &net::ProviderNode::changed, this, &Hosting::observe);
    connect(m_node.get(), &net::ProviderNode::measured, this, [this](const QString& engine, quint64 rate) {
        const Hash256 machine = net::machineFingerprint(m_setup.worker, "");
        net::keepRate(m_setup.rateFile, machine, {engine.toStdString(), rate});
    });
    connect(m_node.get(), &net::ProviderNode::contractEnded, this, &Hosting::changed);
    connect(m_node.get(), &net::ProviderNode::offerRefused, this, [this](const Error& why) {
        std::erase_if(m_refusedAt, [begin = dayBegin()](qint64 time) { return time < begin; });
        if (m_refusedAt.size() < kRefusalsMost) m_refusedAt.push_back(QDateTime::currentMSecsSinceEpoch());
        m_lastRefusal = why;
        emit changed();
    });
    connect(m_node.get(), &net::ProviderNode::finished, this, &Hosting::ended);
    connect(m_node.get(), &net::ProviderNode::broken, this, [this](const Error& why) {
        m_trouble = why;
        emit broken(why);
    });
    if (auto ok = m_node->start(); !ok) m_trouble = ok.error();
    emit changed();
}

void Hosting::observe() {
    const Amount before = m_earnings.received();
    m_earnings.beginDay(dayBegin());
    for (const ProviderSession* session : m_node->sessions())
        m_earnings.observe(*session, QDateTime::currentMSecsSinceEpoch(), m_setup.request.pricePerHour);
    if (m_earnings.received() != before) emit moneyMoved();
    emit changed();
}

void Hosting::pause(bool paused) {
    m_paused = paused;
    if (m_node) m_node->setOpen(!paused);
    emit changed();
}

void Hosting::setPrice(Amount pricePerHour) {
    m_setup.request.pricePerHour = pricePerHour;
    if (m_node) m_node->setPrice(pricePerHour);
    emit changed();
}

void Hosting::setBond(std::optional<Amount> most) {
    m_setup.request.bondMax = most;
    if (m_node) m_node->setBond(most);
    emit changed();
}

void Hosting::leave() {
    m_leaving = true;
    if (!m_node) return emit ended();
    m_node->setOpen(false);
    m_node->leave();
    emit changed();
}

void Hosting::stop(std::function<void()> done) {
    m_stopping = true;
    m_probe.stop();
    if (!m_node) return done();
    m_node->stop(std::move(done));
}

HostingFacts Hosting::facts(const std::vector<net::ListedHost>& market) const {
    HostingFacts f;
    const HostingRequest& r = m_setup.request;
    f.market = r.market;
    f.name = r.name;
    f.place = r.place;
    f.pricePerHour = r.pricePerHour;
    f.bondIsAll = !r.bondMax;
    f.bondMax = r.bondMax.value_or(Amount{});
    f.device = QString::fromStdString(m_node ? m_node->device() : net::deviceName());
    f.memory = net::memoryBytes();
    f.engine = m_node ? QString::fromStdString(m_node->engine()) : QString();
    // Nobody can rent it before it is listed, and a hub that does not answer is another matter.
    const bool measuring = m_measuring || (m_node && !m_node->isListed() && !m_node->link().lastError());
    f.rate = m_node && !measuring ? m_node->rate() : 0;
    const auto sessions = m_node ? m_node->sessions() : std::vector<const ProviderSession*>{};
    f.state = measuring           ? HostingState::Measuring
              : !sessions.empty() ? (m_leaving ? HostingState::Ending : HostingState::Rented)
              : m_paused          ? HostingState::Paused
                                  : HostingState::Waiting;
    for (const ProviderSession* session : sessions) {
        const auto& offer = session->parameters().offer;
        f.renter = bytesOf(session->parameters().renter);
        f.bondAtStake += session->parameters().admission.bond;
        f.progress = static_cast<double>(session->stepsReceipted()) / static_cast<double>(offer.steps);
        const auto face = offer.price.times(offer.odds);
        for (const auto& window : session->windows())
            for (const std::uint64_t step : window.wins) {
                const WinState state = winStateOf(*session, step);
                if (state == WinState::Paid || !face) continue;
                f.claims.push_back({step, state, *face, claimNote(state)});
                f.pending += *face;
            }
    }
    std::reverse(f.claims.begin(), f.claims.end());
    f.today = m_earnings.received();
    f.winsToday = m_earnings.wins();
    f.rentalsToday = m_earnings.rentals();
    f.paidWithinSeconds = m_earnings.paidWithinSeconds();
    f.earnings = m_earnings.points();
    f.hostedFrom = m_earnings.hostedFrom();
    f.refusedToday = static_cast<std::uint64_t>(
        std::count_if(m_refusedAt.begin(), m_refusedAt.end(), [](qint64 time) { return time >= dayBegin(); }));
    if (m_lastRefusal && f.refusedToday > 0) f.lastRefusal = troubleOf(*m_lastRefusal);
    if (m_trouble) f.trouble = troubleOf(*m_trouble);
    explain(f, market);
    return f;
}

/// Why nobody rents it, from what the others ask for the same work.
void Hosting::explain(HostingFacts& facts, const std::vector<net::ListedHost>& market) const {
    if (facts.state != HostingState::Waiting || facts.rate == 0) return;
    if (!m_node->link().isUp()) {
        facts.why = tr("The marketplace does not answer; it is tried again by itself.");
        return;
    }
    std::vector<double> others;
    bool noBond = false;
    for (const auto& host : market) {
        if (host.peer == m_keys.peer()) {
            noBond = host.balance.isZero();
            continue;
        }
        if (host.online && host.listing.rate > 0)
            others.push_back(static_cast<double>(host.listing.pricePerHour.micro()) /
                             static_cast<double>(host.listing.rate));
    }
    if (noBond) {
        facts.why = tr("It has no credits to bet as a bond. A host needs some before it can be rented.");
        return;
    }
    if (others.empty()) {
        facts.why = tr("No request has come yet. It is the only host here.");
        return;
    }
    std::sort(others.begin(), others.end());
    const double fair = others[others.size() / 2] * static_cast<double>(facts.rate);
    const double own = static_cast<double>(facts.pricePerHour.micro());
    const QLocale locale;
    if (own <= 1.05 * fair) {
        facts.why = tr("No request has come yet. Its price is in the middle of what others ask for the same work.");
        return;
    }
    facts.askInstead = Amount::micros(static_cast<std::int64_t>(fair / 10'000) * 10'000);
    facts.why = tr("Asks %1 an hour. The %n host(s) that work now ask %2 in the middle for the same work.", nullptr,
                   static_cast<int>(others.size()))
                    .arg(locale.toString(own * 1e-6, 'f', 2), locale.toString(fair * 1e-6, 'f', 2));
}

} // namespace unchained::ui
