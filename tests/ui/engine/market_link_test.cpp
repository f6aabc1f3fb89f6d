// SPDX-License-Identifier: Apache-2.0
#include "engine/market_link.h"
#include "net/hub_server.h"
#include "net/provider_node.h"
#include "registered_test.h"

#include "identity/random.h"
#include "protocol/signed.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

namespace unchained::ui {

/// Against a hub of its own, over real connections.
class MarketLinkTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    identity::Keys m_hubKeys{identity::KeySeed{{7}}}, m_keys{identity::KeySeed{{8}}};
    std::optional<storage::HubStore> m_hubStore;
    std::optional<storage::PeerStore> m_store;
    std::optional<storage::BlobStore> m_blobs;
    std::unique_ptr<net::HubServer> m_hub;

    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    void issue(Amount amount) {
        const contract::Issuance issuance{m_hubKeys.peer(), identity::randomCommandId(), m_keys.peer(), amount};
        QVERIFY(m_hub->operatorCommand(cbor::Array{"issue", protocol::sealed(m_hubKeys, issuance)}).ok());
    }

private slots:
    void initTestCase() {
        auto hubStore = storage::HubStore::open(file("hub.sqlite"));
        auto store = storage::PeerStore::open(file("peer.sqlite"));
        auto blobs = storage::BlobStore::open(file("blobs"));
        QVERIFY(hubStore && store && blobs);
        m_hubStore.emplace(std::move(*hubStore));
        m_store.emplace(std::move(*store));
        m_blobs.emplace(std::move(*blobs));
        m_hub = std::make_unique<net::HubServer>(m_hubKeys, *m_hubStore, *m_blobs,
                                                 net::HubSetup{{"127.0.0.1", 0}, {}, {}, "", 0});
        QVERIFY(m_hub->start().ok());
    }

    /// A pair of figures that contradict each other is worse than a late one: whoever asks is told when it is there.
    void whatHasMovedIsToldAsSoonAsTheMarketplaceSaysIt() {
        MarketLink market(m_hub->address(), m_keys, *m_store, false, nullptr);
        QSignalSpy changed(&market, &MarketLink::changed), polled(&market, &MarketLink::hostsChanged);
        market.start();
        while (!market.facts().balance)
            QVERIFY(changed.wait());
        const Amount before = *market.facts().balance;
        while (polled.isEmpty())
            QVERIFY(polled.wait());
        issue(Amount::credits(25));
        market.refreshAccount();
        polled.clear();
        while (*market.facts().balance == before)
            QVERIFY(changed.wait());
        QVERIFY(*market.facts().balance == before + Amount::credits(25));
        QVERIFY2(polled.isEmpty(), "told only with the next look at the list");
    }

    void theBondOfAListedHostIsChangedWhereRentersSeeIt() {
        issue(Amount::credits(50));
        net::ProviderSetup setup;
        setup.name = "forge";
        setup.pricePerHour = Amount::credits(1);
        setup.rate = 1'000'000;
        setup.device = "cpu";
        setup.engine = "scalar";
        setup.build = "test";
        net::ProviderNode node(m_keys, *m_store, *m_blobs, m_hub->address(), setup);
        QVERIFY(node.start().ok());
        MarketLink renter(m_hub->address(), m_keys, *m_store, false, nullptr);
        renter.start();
        Amount bond;
        const auto becomes = [&](const std::function<bool(Amount)>& wanted) {
            return QTest::qWaitFor([&] {
                renter.refresh();
                const net::ListedHost* host = renter.host(bytesOf(m_keys.peer()));
                if (host) bond = host->listing.bondMax;
                return host && wanted(bond);
            });
        };
        QVERIFY(becomes([](Amount most) { return most > Amount::credits(50); })); // all that it has
        const Amount whole = bond;
        node.setBond(Amount::credits(7));
        QVERIFY(becomes([](Amount most) { return most == Amount::credits(7); }));
        issue(Amount::credits(30)); // what has come since counts
        node.setBond(std::nullopt);
        QVERIFY(becomes([whole](Amount most) { return most == whole + Amount::credits(30); }));
        bool ended = false;
        node.stop([&ended] { ended = true; });
        QVERIFY(ended);
    }

    void cleanupTestCase() {
        bool ended = false;
        m_hub->stop([&ended] { ended = true; });
        QVERIFY(QTest::qWaitFor([&ended] { return ended; }));
        m_hub.reset();
    }
};

} // namespace unchained::ui

static const unchained::ui::RegisteredTest<unchained::ui::MarketLinkTest> marketLinkTest("engine/market_link");
#include "market_link_test.moc"
