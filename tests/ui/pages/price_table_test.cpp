// SPDX-License-Identifier: Apache-2.0
#include "pages/price_table.h"
#include "registered_test.h"

#include "pages/find.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace unchained::ui;

namespace {

constexpr const char* kTable = R"(
as_of = "May 2030"
credit = 0.5
[processor]
cloud = 0.125
cloud_source = "threads of a cloud"
[[device]]
name = "RTX 4090"
cloud = 2
cloud_source = "a cloud"
mining = 12
mining_source = "a pool"
[[device]]
name = "H100"
cloud = 3
cloud_source = "a cloud"
[[device]]
name = "H100 PCIe"
cloud = 2.5
cloud_source = "a cloud"
)";

double cloudOf(const PriceTable& table, const char* device) {
    const auto found = table.cloud(QString::fromUtf8(device));
    return found ? found->creditsPerHour : -1;
}

} // namespace

class PriceTableTest : public QObject {
    Q_OBJECT

private slots:
    void theBuiltInTableCanBeRead() {
        QFile file(QStringLiteral(":/prices.toml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = PriceTable::parse(file.readAll().toStdString(), "prices.toml");
        QVERIFY2(read.ok(), read ? "" : read.error().text().c_str());
        QVERIFY(!read->asOf().isEmpty());
        const auto cloud = priceTable().cloud(QStringLiteral("NVIDIA GeForce RTX 4090"));
        QVERIFY(cloud && cloud->creditsPerHour > 0 && !cloud->source.isEmpty());
        QVERIFY(miningPerHour(QStringLiteral("RTX 4090")).value_or(0) > 0);
        QVERIFY(!miningPerHour(QStringLiteral("AMD EPYC 7763, 16 threads")));
        QVERIFY(!priceTable().cloud(QStringLiteral("Abacus")));
    }

    void aDeviceIsFoundByTheWordsOfItsName() {
        const auto table = PriceTable::parse(kTable, "prices.toml");
        QVERIFY(table.ok());
        QCOMPARE(cloudOf(*table, "NVIDIA GeForce RTX 4090"), 4.0);
        QCOMPARE(cloudOf(*table, "2 × RTX 4090"), 8.0);
        QCOMPARE(cloudOf(*table, "NVIDIA H100 80GB HBM3"), 6.0);
        QCOMPARE(cloudOf(*table, "NVIDIA H100 PCIe"), 5.0);
        QCOMPARE(cloudOf(*table, "AMD EPYC 7763, 16 threads"), 4.0);
        QCOMPARE(cloudOf(*table, "RTX 4090 Laptop GPU"), -1.0); // another card
        QCOMPARE(cloudOf(*table, "RTX 4090 D"), -1.0);
        QCOMPARE(cloudOf(*table, "RTX 40901"), -1.0);
        QCOMPARE(cloudOf(*table, ""), -1.0);
        QCOMPARE(table->mining(QStringLiteral("RTX 4090"))->creditsPerHour, 1.0);
        QCOMPARE(table->mining(QStringLiteral("RTX 4090"))->source, QStringLiteral("a pool"));
        QVERIFY(!table->mining(QStringLiteral("H100")));
    }

    void aFileTakesItsPlaceAndABadOneDoesNot() {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("prices.toml"));
        QVERIFY(!usePriceFile(path).any()); // none is no mistake
        const auto write = [&](const QByteArray& text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("credit = 0.01\nas_off = \"2026\"\n");
        const Trouble why = usePriceFile(path);
        QVERIFY(why.any());
        QVERIFY(why.remedy.contains(QStringLiteral("as_of")));
        QVERIFY(priceTable().asOf() != QStringLiteral("May 2030"));
        write(kTable);
        QVERIFY(!usePriceFile(path).any());
        QCOMPARE(priceTable().asOf(), QStringLiteral("May 2030"));
        QCOMPARE(miningPerHour(QStringLiteral("RTX 4090")).value_or(0), 1.0);
    }

    void aFigureNeedsItsSource() {
        const auto read = PriceTable::parse("as_of = \"now\"\ncredit = 1\n[[device]]\nname = \"X\"\ncloud = 1\n", "p");
        QVERIFY(!read.ok());
        QVERIFY(read.error().subject.find("cloud_source") != std::string::npos);
    }
};

static const unchained::ui::RegisteredTest<PriceTableTest> priceTableTest("pages/price_table");
#include "price_table_test.moc"
