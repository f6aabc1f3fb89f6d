// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "theme/figure_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <cmath>

namespace unchained::ui {
namespace {

double channel(int value) {
    const double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue());
}

/// WCAG 2.1, "contrast ratio".
double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

struct Pair {
    const char* name;
    Token ink;
    QList<Token> grounds;
    double least;
};

const QList<Token> kGrounds{Token::Canvas, Token::Rail, Token::Sunken, Token::Raised, Token::Hover};

QList<Token> groundsAnd(Token soft) {
    return kGrounds + QList<Token>{soft};
}

const QList<Pair>& pairs() {
    static const QList<Token> softs{Token::AccentSoft, Token::RightSoft, Token::WonSoft, Token::WrongSoft};
    static const QList<Pair> all{
        {"text", Token::Text, kGrounds + softs, 4.5},
        {"text2", Token::Text2, kGrounds + softs, 4.5},
        {"text3", Token::Text3, kGrounds, 4.5},
        {"accentText", Token::AccentText, groundsAnd(Token::AccentSoft), 4.5},
        {"right", Token::Right, groundsAnd(Token::RightSoft), 4.5},
        {"won", Token::Won, groundsAnd(Token::WonSoft), 4.5},
        {"wrong", Token::Wrong, groundsAnd(Token::WrongSoft), 4.5},
        {"onAccent", Token::OnAccent, {Token::Accent, Token::AccentHover}, 4.5},
        {"onMark", Token::OnMark, {Token::RightFill, Token::WrongFill}, 4.5},
        {"onWon", Token::OnWon, {Token::WonFill}, 4.5},
        {"borderStrong", Token::BorderStrong, {Token::Canvas, Token::Rail, Token::Raised}, 3.0},
        {"the focus ring", Token::AccentText, kGrounds, 3.0},
        {"c1", Token::C1, {Token::Raised}, 4.5},
        {"c2", Token::C2, {Token::Raised}, 4.5},
        {"c3", Token::C3, {Token::Raised}, 4.5},
        {"c4", Token::C4, {Token::Raised}, 4.5},
        {"c5", Token::C5, {Token::Raised}, 4.5},
        {"c6", Token::C6, {Token::Raised}, 4.5},
    };
    return all;
}

QImage drawn(const char* name, const QColor& color) {
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawIcon(painter, QRectF(0, 0, 40, 40), name, color);
    return image;
}

bool hasInk(const QImage& image) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 200) return true;
    return false;
}

bool hasColour(const QImage& image, QRgb wanted) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) == wanted) return true;
    return false;
}

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance({Look::Light, 1.0, false}); }

    void everyTextIsReadableOnEveryGroundItStandsOn_data() {
        QTest::addColumn<int>("look");
        QTest::addRow("light") << static_cast<int>(Look::Light);
        QTest::addRow("dark") << static_cast<int>(Look::Dark);
        QTest::addRow("high contrast light") << static_cast<int>(Look::HighContrastLight);
        QTest::addRow("high contrast dark") << static_cast<int>(Look::HighContrastDark);
    }
    void everyTextIsReadableOnEveryGroundItStandsOn() {
        QFETCH(int, look);
        const auto shown = static_cast<Look>(look);
        for (const Pair& pair : pairs()) {
            for (const Token ground : pair.grounds) {
                const double ratio = contrast(color(pair.ink, shown), color(ground, shown));
                QVERIFY2(ratio >= pair.least, qPrintable(QString("%1 on ground %2: %3, wanted %4")
                                                             .arg(pair.name)
                                                             .arg(static_cast<int>(ground))
                                                             .arg(ratio)
                                                             .arg(pair.least)));
            }
        }
    }

    void highContrastHasStrongBordersAndOneInk() {
        for (const Look look : {Look::HighContrastLight, Look::HighContrastDark}) {
            QCOMPARE(color(Token::Border, look), color(Token::BorderStrong, look));
            QCOMPARE(color(Token::Text2, look), color(Token::Text, look));
            QCOMPARE(color(Token::Text3, look), color(Token::Text, look));
        }
    }

    void everyIconOfTheDesignIsThere() {
        const QString list(
            "browse grid list jobs host bets cases wallet hub settings bell heart check cross shield warn "
            "info clock chev back fwd plus pause stop hand chip mem net bolt therm pin file sign user "
            "gavel link off sun up ext eye split retry star play copy qr search more logo");
        const QStringList names = iconNames();
        for (const QString& name : list.split(u' '))
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void everyIconDrawsSomethingOfItsOwn() {
        QList<std::pair<QString, QImage>> seen;
        for (const QString& name : iconNames()) {
            const QImage image = drawn(name.toLatin1().constData(), Qt::black);
            QVERIFY2(hasInk(image), qPrintable(name));
            for (const auto& [other, picture] : seen)
                QVERIFY2(picture != image, qPrintable(name + " looks like " + other));
            seen.append({name, image});
        }
    }

    void anIconTakesTheColourAskedFor() {
        const QImage image = drawn("stop", QColor(0xB9, 0x2F, 0x0C));
        QVERIFY(hasColour(image, qRgb(0xB9, 0x2F, 0x0C)));
        QVERIFY(!hasColour(image, qRgb(0, 0, 0)));
    }

    void anIconOfAButtonFollowsTheLook() {
        const QIcon made = icon("check", Token::Text);
        const QImage light = made.pixmap(20).toImage();
        applyAppearance({Look::Dark, 1.0, false});
        const QImage dark = made.pixmap(20).toImage();
        applyAppearance({Look::Light, 1.0, false});
        QVERIFY(light != dark);
        QVERIFY(light == made.pixmap(20).toImage());
    }

    void anUnknownIconDrawsNothingAndWarnsOnce() {
        QTest::ignoreMessage(QtWarningMsg, "No icon has the name unheard");
        QVERIFY(!hasInk(drawn("unheard", Qt::black)));
        QVERIFY(!hasInk(drawn("unheard", Qt::red)));
    }

    void allDigitsOfAFigureAreEquallyWide() {
        for (const Type type : {Type::Figure, Type::FigureSmall, Type::Value, Type::Body, Type::Small, Type::Axis}) {
            const QFont drawnWith = font(type);
            const qreal eights = figureWidth(drawnWith, "8888");
            for (int digit = 0; digit < 10; ++digit)
                QCOMPARE(figureWidth(drawnWith, QString(4, QChar(u'0' + digit))), eights);
            QCOMPARE(figureWidth(drawnWith, "1,111.11"), figureWidth(drawnWith, "8,000.99"));
        }
    }

    void aFigureThatDoesNotFitIsElidedInsideItsPlace() {
        QImage image(200, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawFigure(painter, QRectF(0, 0, 60, 30), Qt::AlignLeft | Qt::AlignVCenter, font(Type::Value), Qt::black,
                   "1,284,000.00 credits");
        painter.end();
        QVERIFY(hasInk(image.copy(0, 0, 60, 30)));
        QVERIFY(!hasInk(image.copy(62, 0, 138, 30)));
    }

    void textGrowsWithTheSettingAndTheSheetWithIt() {
        const int before = font(Type::Body).pixelSize();
        const QString sheet = styleSheet();
        applyAppearance({Look::Light, 2.0, false});
        QCOMPARE(font(Type::Body).pixelSize(), 2 * before);
        QVERIFY(styleSheet() != sheet);
        applyAppearance({Look::Light, 1.0, false});
    }

    void theSheetLeavesNoWordOfItsOwnUnreplaced() {
        QVERIFY(!styleSheet().contains(u'@'));
        static const QRegularExpression bare("#[0-9]+px");
        QVERIFY(!styleSheet().contains(bare));
    }
};

} // namespace unchained::ui

static const unchained::ui::RegisteredTest<unchained::ui::ContrastTest> contrastTest("theme/contrast");
#include "contrast_test.moc"
