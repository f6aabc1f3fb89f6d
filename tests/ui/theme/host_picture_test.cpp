// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "theme/host_picture.h"

#include "theme/host_drawing.h"
#include "theme/theme.h"

#include <QPainter>
#include <QSet>
#include <QTest>

using namespace unchained::ui;

class HostPictureTest : public QObject {
    Q_OBJECT

    static QByteArray peer(int number) {
        QByteArray out(32, '\0');
        out[0] = static_cast<char>(number);
        out[1] = static_cast<char>(number >> 8);
        return out;
    }
    static QImage picture(const QByteArray& peer, QSize size = {248, 112}, qreal ratio = 1) {
        return hostPicture(peer, size, 12, ratio).toImage().convertToFormat(QImage::Format_ARGB32);
    }
    static double brightness(const QImage& image) {
        double sum = 0;
        for (int y = 0; y < image.height(); y += 4)
            for (int x = 0; x < image.width(); x += 4)
                sum += qGray(image.pixel(x, y));
        return sum;
    }

private slots:
    void init() { applyAppearance({Look::Light, 1, false}); }

    void aPeerHasOnePictureForEver() {
        QCOMPARE(picture(peer(7)), picture(peer(7)));
        QImage drawn(248, 112, QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        drawHostPicture(painter, QRectF(0, 0, 248, 112), 12, peer(7)); // not from the cache
        painter.end();
        QCOMPARE(drawn.convertToFormat(QImage::Format_ARGB32), picture(peer(7)));
    }

    void peersDiffer() {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const QImage image = picture(peer(i));
            seen.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), 200);
    }

    void everyFamilyFillsItsPlace_data() {
        QTest::addColumn<int>("family");
        for (int i = 0; i < kPictureFamilies; ++i)
            QTest::addRow("%d", i) << i;
    }
    void everyFamilyFillsItsPlace() {
        QFETCH(int, family);
        for (const double width : {112.0, 248.0, 664.0}) {
            for (std::uint64_t seed = 0; seed < 8; ++seed) {
                QImage image(static_cast<int>(width), 112, QImage::Format_ARGB32_Premultiplied);
                image.fill(Qt::transparent);
                QPainter painter(&image);
                painter.setRenderHint(QPainter::Antialiasing);
                PicturePlan plan;
                plan.colors = {QColor(10, 20, 40), QColor(60, 80, 120), QColor(140, 160, 200), QColor(230, 235, 240)};
                plan.family = static_cast<PictureFamily>(family);
                plan.seed = seed;
                drawPlan(painter, width, plan);
                painter.end();
                QSet<QRgb> colors;
                for (int y = 0; y < image.height(); y += 3) {
                    for (int x = 0; x < image.width(); x += 3) {
                        QCOMPARE(qAlpha(image.pixel(x, y)), 255);
                        colors.insert(image.pixel(x, y));
                    }
                }
                QVERIFY(colors.size() >= 3);
            }
        }
    }

    void theDarkLookIsTwelveInAHundredDarker() {
        for (int i = 0; i < 12; ++i) {
            const double light = brightness(picture(peer(i)));
            applyAppearance({Look::Dark, 1, false});
            const double dark = brightness(picture(peer(i)));
            applyAppearance({Look::Light, 1, false});
            QVERIFY2(dark / light > 0.82 && dark / light < 0.94, qPrintable(QString::number(dark / light)));
        }
    }

    void cornersAreRoundAndPixelsAreTheScreens() {
        const QImage image = picture(peer(3));
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        QCOMPARE(qAlpha(image.pixel(124, 0)), 255);
        QCOMPARE(picture(peer(3), {100, 50}, 1.5).size(), QSize(150, 75));
        QVERIFY(!hostPicture({}, {40, 40}, 8, 1).isNull()); // nobody yet
        QVERIFY(hostPicture(peer(3), {0, 0}, 8, 1).width() <= 1);
    }

    void aNicknameIsTwoWordsAndANumber() {
        const QRegularExpression shape(QStringLiteral("^[a-z]+-[a-z]+-[1-9][0-9]$"));
        QSet<QString> names;
        for (int i = 0; i < 256; ++i) {
            QByteArray key(32, static_cast<char>(i));
            QVERIFY(shape.match(nickname(key)).hasMatch());
            names.insert(nickname(key));
        }
        QVERIFY(names.size() >= 64);
        QCOMPARE(nickname(QByteArray::fromHex("012610")), QStringLiteral("bramble-oat-26"));
        QCOMPARE(nickname({}), QString());
    }
};

static const unchained::ui::RegisteredTest<HostPictureTest> hostPictureTest("theme/host_picture");
#include "host_picture_test.moc"
