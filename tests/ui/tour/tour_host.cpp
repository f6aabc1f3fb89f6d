// SPDX-License-Identifier: Apache-2.0
#include "tour/tour.h"

#include "pages/browse_page.h"
#include "pages/find.h"
#include "pages/host_page.h"
#include "widgets/segmented.h"

#include <QFile>
#include <QJsonDocument>

namespace story {

namespace {
constexpr int kMeasureSeconds = 120, kRentSeconds = 300;
}

/// A search that finds nothing, and the market as a list.
bool Tour::lookAround() {
    m_desk.window().showPlace(Place::Browse);
    auto* page = m_desk.page<BrowsePage>();
    auto* search = page->findChild<QLineEdit*>();
    find::type(search, QStringLiteral("a host that nobody runs"));
    if (!need("page for a search without a host", [&] { return !m_desk.card(QStringLiteral("Nordlys")).isValid(); }))
        return false;
    if (!shoot(QStringLiteral("browse-nothing-found"))) return false;
    search->clear();
    page->findChild<SegmentedControl*>()->setCurrent(1);
    return shoot(QStringLiteral("browse-list"));
}

/// This machine listed, rented by somebody else from a terminal, and the three parts of its page.
bool Tour::earn() {
    m_desk.window().showPlace(Place::Host);
    HostingRequest request;
    request.market = m_desk.market();
    request.name = QStringLiteral("my-desk");
    request.place = QStringLiteral("Turin");
    request.pricePerHour = unchained::Amount::credits(30);
    QMetaObject::invokeMethod(m_desk.engine(), [engine = m_desk.engine(), request] { engine->host(request); });
    if (!need(
            "machine that is measured and listed", [&] { return m_desk.hosting().state == HostingState::Waiting; },
            kMeasureSeconds))
        return false;
    if (!shoot(QStringLiteral("host-waiting")) || !beRented()) return false;
    const char* names[] = {"host-earnings", "host-listing", "host-renters"};
    auto* parts = m_desk.page<HostPage>()->findChild<SegmentedControl*>();
    for (int i = 0; i < 3; ++i) {
        parts->setCurrent(i);
        if (!shoot(QString::fromLatin1(names[i]))) return false;
    }
    return true;
}

bool Tour::beRented() {
    const auto words = [&](QStringList more) {
        return QStringList{QStringLiteral("--json"), QStringLiteral("--data-dir"), m_renter.path()} + more;
    };
    QFile terms(m_renter.filePath(QStringLiteral("terms.toml")));
    if (!terms.open(QIODevice::WriteOnly) ||
        terms.write("release = \"5s\"\nopening = \"30s\"\nsecret = \"30s\"\nbond = \"2s\"\ngrace = \"20s\"\n") < 0)
        return false;
    terms.close();
    QProcess& keys =
        m_desk.run(QStringLiteral("unchained-node"), words({QStringLiteral("keys"), QStringLiteral("new")}));
    if (!need("key of a renter", [&] { return keys.state() == QProcess::NotRunning; })) return false;
    const QString peer =
        QJsonDocument::fromJson(keys.readAllStandardOutput()).object().value(QStringLiteral("peer")).toString();
    QMetaObject::invokeMethod(m_desk.engine(), [engine = m_desk.engine(), market = m_desk.market(), peer] {
        engine->pay(market, QByteArray::fromHex(peer.toLatin1()), 200'000'000);
    });
    m_desk.run(QStringLiteral("unchained-node"),
               words({QStringLiteral("rent"), QStringLiteral("--hub"), m_desk.market(), QStringLiteral("--job"),
                      QStringLiteral(SOURCE_DIR "/tests/jobs/tiny.toml"), QStringLiteral("--provider"),
                      QString::fromLatin1(m_desk.wallet().peer.toHex()), QStringLiteral("--terms"), terms.fileName(),
                      QStringLiteral("--out"), m_renter.filePath(QStringLiteral("result"))}));
    return need(
        "first payment", [&] { return m_desk.hosting().winsToday > 3 && !m_desk.hosting().today.isZero(); },
        kRentSeconds);
}

} // namespace story
