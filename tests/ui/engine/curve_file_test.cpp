// SPDX-License-Identifier: Apache-2.0
#include "engine/curve_file.h"
#include "registered_test.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class CurveFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString job(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void whatWasLearnedIsThereAfterARestart() {
        const std::vector<unchained::ui::CurvePoint> points{{0, 2.302585, 0.1}, {16, 1.75, 0.4375}, {32, 0.1 + 0.2, 1}};
        QVERIFY(unchained::ui::readCurve(job("one")).empty());
        QVERIFY(unchained::ui::writeCurve(job("one"), points));
        QVERIFY(unchained::ui::readCurve(job("one")) == points); // to the last bit
        QVERIFY(!QFile::exists(job("one")));                     // the result's own place stays free
    }

    void aBrokenFileCostsThePictureOnly_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("points");
        QTest::newRow("no JSON") << QByteArray("[[1,") << 0;
        QTest::newRow("an object") << QByteArray("{\"step\":1}") << 0;
        QTest::newRow("a step that goes back") << QByteArray("[[4,1,0.5],[3,1,0.5]]") << 1;
        QTest::newRow("a word") << QByteArray("[[4,1,0.5],[5,\"low\",0.5]]") << 1;
        QTest::newRow("below zero") << QByteArray("[[-1,1,0.5]]") << 0;
        QTest::newRow("a part of a step") << QByteArray("[[1.5,1,0.5]]") << 0;
        QTest::newRow("too large a step") << QByteArray("[[1e300,1,0.5]]") << 0;
        QTest::newRow("two fields") << QByteArray("[[1,1]]") << 0;
    }
    void aBrokenFileCostsThePictureOnly() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, points);
        QFile file(job("two") + QStringLiteral(".curve.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QCOMPARE(static_cast<int>(unchained::ui::readCurve(job("two")).size()), points);
    }

    void aPlaceThatCannotBeWrittenIsSaid() {
        QVERIFY(!unchained::ui::writeCurve(job("missing/deeper"), {{1, 1, 0.5}}));
    }
};

static const unchained::ui::RegisteredTest<CurveFileTest> curveFileTest("engine/curve_file");
#include "curve_file_test.moc"
