// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "widgets/chart.h"

#include "theme/theme.h"
#include "widgets/chart_canvas.h"
#include "widgets/chart_legend.h"
#include "widgets/chart_scale.h"
#include "widgets/chart_table.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <cmath>
#include <limits>
#include <memory>

namespace unchained::ui {
namespace {

constexpr double kHour = 3.6e6;

ChartData learning(int points) {
    ChartData shown;
    shown.x = {"step", ChartUnit::Count, 0, 0.0, 4096.0};
    shown.left = {"loss", ChartUnit::Number, 2, {}, {}};
    shown.right = {"accuracy", ChartUnit::Percent, 1, 0.0, {}};
    ChartSeries loss, accuracy;
    loss.name = "test loss";
    loss.label = false;
    accuracy.name = "accuracy";
    accuracy.token = Token::C3;
    accuracy.rightAxis = true;
    accuracy.label = false;
    for (int i = 0; i < points; ++i) {
        loss.points.append({i * 64.0, 1.2 + 3.3 * std::exp(-i * 0.12)});
        accuracy.points.append({i * 64.0, 0.63 * (1 - std::exp(-i * 0.1))});
    }
    shown.series = {loss, accuracy};
    shown.empty = "Nothing yet";
    return shown;
}

/// Lines from 0 to the given ends, all with labels, over half of a day.
ChartData day(const QList<double>& ends) {
    ChartData shown;
    const double begin = static_cast<double>(QDate(2026, 9, 21).startOfDay().toMSecsSinceEpoch());
    shown.x = {"time", ChartUnit::Time, 0, begin, begin + 24 * kHour};
    shown.left = {"credits", ChartUnit::Credits, 2, 0.0, {}};
    for (const double end : ends) {
        ChartSeries line;
        line.name = "line";
        line.token = Token::C1;
        line.points = {{begin, 0}, {begin + 12 * kHour, end}};
        shown.series.push_back(line);
    }
    return shown;
}

template <class W>
std::unique_ptr<QWidget> shownWith(W* widget, QSize size = {720, 240}) {
    auto window = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(window.get());
    column->addWidget(widget);
    window->resize(size);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) return nullptr;
    return window;
}

QString spoken(QWidget* widget, QAccessible::Text what) {
    return QAccessible::queryAccessibleInterface(widget)->text(what);
}

} // namespace

class ChartTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void aScaleHoldsItsRangeAtNiceNumbers_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("intervals");
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("step");
        QTest::newRow("loss") << 1.2 << 4.5 << 4 << 1.0 << 1.0;
        QTest::newRow("share") << 0.0 << 0.63 << 4 << 0.0 << 0.2;
        QTest::newRow("credits") << 0.0 << 220.0 << 5 << 0.0 << 50.0;
        QTest::newRow("below zero") << -30.0 << 110.0 << 4 << -50.0 << 50.0;
        QTest::newRow("tiny") << 0.00012 << 0.00049 << 4 << 0.0001 << 0.0001;
        QTest::newRow("exactly full") << 0.0 << 4.0 << 4 << 0.0 << 1.0;
    }
    void aScaleHoldsItsRangeAtNiceNumbers() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, intervals);
        const ChartScale scale = niceScale({}, {low, high}, intervals);
        QVERIFY(scale.low <= low && scale.high() >= high);
        QFETCH(double, begin);
        QFETCH(double, step);
        QVERIFY(std::abs(scale.low - begin) < 1e-9);
        QVERIFY(std::abs(scale.step - step) < 1e-9);
    }

    void aScaleOfOneValueHasRoomAroundIt() {
        for (const double value : {0.0, 5.0, -3.0}) {
            const ChartScale scale = niceScale({}, {value, value}, 4);
            QVERIFY(scale.low < value && scale.high() > value);
        }
    }

    void aShareIsNeverAboveAllOfIt() {
        for (const double most : {0.1, 0.33, 0.63, 0.82, 0.97, 1.0}) {
            ChartData shown = learning(2);
            shown.series[1].points = {{0, 0}, {64, most}};
            for (const int intervals : {1, 2, 4, 6}) {
                const ChartScales scales = niceScales(shown, intervals);
                QVERIFY2(scales.right->high() <= 1.001, qPrintable(QString("%1 in %2").arg(most).arg(intervals)));
                QVERIFY(scales.right->high() >= most);
                QCOMPARE(scales.left.intervals, scales.right->intervals);
            }
        }
    }

    void timesStandAtFullHoursAndTheDayEndsAt24() {
        const ChartData shown = day({1});
        const ChartRange range{*shown.x.low, *shown.x.high};
        QStringList texts;
        for (const double at : ticksOf(shown.x, range, 7))
            texts += tickText(shown.x, at, 4 * kHour, range);
        QCOMPARE(texts.join(' '), "00:00 04:00 08:00 12:00 16:00 20:00 24:00");
        const ChartRange minutes{*shown.x.low + 15 * kHour, *shown.x.low + 16 * kHour};
        texts.clear();
        for (const double at : ticksOf(shown.x, minutes, 5))
            texts += tickText(shown.x, at, kHour / 4, minutes);
        QCOMPARE(texts.join(' '), "15:00 15:15 15:30 15:45 16:00");
    }

    void stepsAreCountedInRoundNumbers() {
        const ChartAxis axis{"step", ChartUnit::Count, 0, 0.0, 4096.0};
        QStringList texts;
        for (const double at : ticksOf(axis, {0, 4096}, 6))
            texts += tickText(axis, at, 1000, {0, 4096});
        QCOMPARE(texts.join(' '), "0 1,000 2,000 3,000 4,000");
        for (const double at : ticksOf(axis, {0, 3}, 8)) // no half steps
            QCOMPARE(at, std::round(at));
    }

    void thinningKeepsPeaksAndEnds() {
        QList<QPointF> many;
        for (int i = 0; i < 100'000; ++i)
            many.append({static_cast<double>(i), std::sin(i * 0.01)});
        many[31'007].setY(50);
        many[62'011].setY(-50);
        const auto few = thinned(many, {0, 100'000}, 500);
        QVERIFY(few.size() <= 4 * 501);
        QVERIFY(few.contains(many[31'007]) && few.contains(many[62'011]));
        QCOMPARE(few.first(), many.first());
        QCOMPARE(few.last(), many.last());
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
        QCOMPARE(thinned(many.mid(0, 100), {0, 100}, 500).size(), 100);
    }

    void whatIsNoNumberIsLeftOutAndStepsHaveCorners() {
        ChartSeries line;
        line.points = {{0, 1}, {1, std::nan("")}, {2, 3}, {3, std::numeric_limits<double>::infinity()}, {4, 3}};
        QCOMPARE(shaped(line), (QList<QPointF>{{0, 1}, {2, 3}, {4, 3}}));
        line.shape = ChartSeries::Shape::Steps;
        QCOMPARE(shaped(line), (QList<QPointF>{{0, 1}, {2, 1}, {2, 3}, {4, 3}}));
    }

    void labelsKeepApartInOrderOrAreLeftOut() {
        const auto placed = spreadApart({50, 52, 51, 200}, 16, 0, 300);
        QCOMPARE(placed.size(), std::size_t{4});
        QVERIFY(placed[0] + 16 <= placed[2] + 1e-9 && placed[2] + 16 <= placed[1] + 1e-9);
        QCOMPARE(placed[3], 200.0);
        for (const auto& ends : {std::vector<double>{0, 0, 0}, {300, 300, 299}}) {
            for (const double at : spreadApart(ends, 16, 0, 300))
                QVERIFY(at >= 0 && at <= 300);
        }
        QVERIFY(spreadApart({1, 2, 3}, 16, 0, 30).empty());
    }

    void withoutPointsAndWithOneItSaysSoInWords() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart);
        QVERIFY(window);
        QVERIFY(!chart->tableButton()->isVisible()); // nobody has taken it
        window->layout()->addWidget(chart->tableButton());
        chart->setData(learning(0));
        auto* words = chart->findChild<QLabel*>();
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), "Nothing yet");
        QVERIFY(!chart->tableButton()->isVisible());
        chart->setShowsTable(true);
        QVERIFY(!chart->showsTable());
        chart->setData(learning(1));
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), "One point so far, step 0: test loss 4.50, accuracy 0.0\u00a0%");
        chart->setData(learning(2));
        QVERIFY(!words->isVisible());
        QVERIFY(chart->canvas()->isVisible());
        QVERIFY(chart->tableButton()->isVisible());
    }

    void itTellsFirstLastLowestAndHighest() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart);
        QVERIFY(window);
        ChartData shown = learning(42);
        shown.series[0].points[20].setY(9);
        chart->setData(shown);
        QCOMPARE(spoken(chart->canvas(), QAccessible::Name), "Learning");
        QCOMPARE(QAccessible::queryAccessibleInterface(chart->canvas())->role(), QAccessible::Chart);
        QVERIFY(spoken(chart->canvas(), QAccessible::Description)
                    .startsWith("Test loss: first 4.50 at step 0, last 1.22 at step 2,624, lowest 1.22, highest 9.00. "
                                "Accuracy: first 0.0"));
    }

    void keysWalkAlongThePointsAndSayThem() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart);
        QVERIFY(window);
        chart->setData(learning(42));
        chart->setFocus();
        QVERIFY(chart->canvas()->hasFocus());
        QTest::keyClick(chart->canvas(), Qt::Key_Left);
        QCOMPARE(chart->canvas()->cursor(), std::optional(2624.0));
        QTest::keyClick(chart->canvas(), Qt::Key_Left);
        QCOMPARE(chart->canvas()->cursor(), std::optional(2560.0));
        QVERIFY(
            spoken(chart->canvas(), QAccessible::Description).startsWith("step 2,560: test loss 1.23, accuracy 61"));
        QTest::keyClick(chart->canvas(), Qt::Key_Home);
        QCOMPARE(chart->canvas()->cursor(), std::optional(0.0));
        QTest::keyClick(chart->canvas(), Qt::Key_Escape);
        QVERIFY(!chart->canvas()->cursor());
        QVERIFY(spoken(chart->canvas(), QAccessible::Description).startsWith("Test loss: first"));
    }

    void theKeyTSwapsItForATableThatCopies() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart);
        QVERIFY(window);
        chart->setData(learning(42));
        chart->setFocus();
        QTest::keyClick(chart->canvas(), Qt::Key_T);
        QVERIFY(chart->showsTable());
        QTableView* table = chart->table();
        QVERIFY(table->isVisible() && table->hasFocus());
        QCOMPARE(spoken(table, QAccessible::Name), "Learning, as a table");
        QCOMPARE(table->model()->rowCount(), 42);
        QCOMPARE(table->model()->columnCount(), 3);
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), "test loss");
        QCOMPARE(table->model()->index(41, 0).data().toString(), "2,624");
        table->selectRow(1);
        QTest::keySequence(table, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), "step\ttest loss\taccuracy\n64\t4.13\t6.0\u00a0%");
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!chart->showsTable() && chart->canvas()->hasFocus());
        chart->tableButton()->click();
        QVERIFY(chart->showsTable());
    }

    void moreDataLeavesTheReadersPlaceInTheTable() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart);
        QVERIFY(window);
        chart->setData(learning(20));
        chart->setShowsTable(true);
        chart->table()->selectRow(3);
        chart->setData(learning(42));
        QCOMPARE(chart->table()->model()->rowCount(), 42);
        QCOMPARE(chart->table()->currentIndex().row(), 3);
        chart->setData(learning(5)); // another run
        QCOMPARE(chart->table()->model()->rowCount(), 5);
    }

    void aGapInALineIsAGapInTheTable() {
        ChartData shown = learning(3);
        shown.series[1].points.removeAt(1);
        ChartTableModel model;
        model.setChart(shown);
        QCOMPARE(model.index(1, 2).data().toString(), "–");
        QVERIFY(!model.index(1, 2).data(Qt::EditRole).isValid());
        QCOMPARE(model.index(1, 1).data(Qt::EditRole).toDouble(), shown.series[0].points[1].y());
    }

    void labelsStandAtTheEndsWhereTheyFitAndElseInTheLegend() {
        auto* chart = new Chart("Earned");
        const auto window = shownWith(chart, {720, 240});
        QVERIFY(window);
        window->layout()->addWidget(chart->legend());
        chart->setData(day({10, 12, 60}));
        QCOMPARE(chart->canvas()->labelled(), (std::vector<bool>{true, true, true}));
        QVERIFY(chart->legend()->accessibleName().isEmpty());
        window->resize(720, 90); // too low for eight lines of text
        chart->setData(day({1, 2, 3, 4, 5, 6, 7, 8}));
        QTRY_VERIFY(chart->canvas()->labelled() == std::vector<bool>(8, false));
        QCOMPARE(chart->legend()->accessibleName().count("line"), 8);
    }

    void theEarliestAndTheLatestHourLeaveRoomForLabels() {
        auto* chart = new Chart("Earned");
        const auto window = shownWith(chart);
        QVERIFY(window);
        ChartData shown = day({10});
        const double begin = *shown.x.low;
        for (const double hour : {0.01, 23.99}) {
            shown.series[0].points.last().setX(begin + hour * kHour);
            chart->setData(shown);
            QVERIFY(chart->canvas()->labelled()[0]);
            QVERIFY(chart->canvas()->plot().right() < chart->canvas()->width());
            QVERIFY(chart->canvas()->plot().width() > 300);
        }
    }

    void tenUpdatesASecondOfManyPointsLeaveTimeForTheWindow() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart, {1200, 400});
        QVERIFY(window);
        ChartData shown = learning(0);
        for (int i = 0; i < 20'000; ++i)
            shown.series[0].points.append({i * 0.2, std::sin(i * 0.001) + 0.1 * std::sin(i * 0.9)});
        chart->setData(shown);
        QElapsedTimer timer;
        timer.start();
        constexpr int kRounds = 10;
        for (int i = 0; i < kRounds; ++i) {
            shown.series[0].points.append({4000 + i * 0.2, i * 0.1});
            chart->setData(shown);
            (void)chart->grab();
        }
        const qint64 each_ms = timer.elapsed() / kRounds;
        qInfo("20,000 points: %lld ms an update with its paint", each_ms);
        QVERIFY(each_ms < 100);
    }

    void itFollowsTheLookAndTheSizeOfText() {
        auto* chart = new Chart("Learning");
        const auto window = shownWith(chart);
        QVERIFY(window);
        chart->setData(learning(42));
        const QImage light = chart->grab().toImage();
        const qreal left = chart->canvas()->plot().left();
        applyAppearance({Look::Dark, 1.5, false});
        QTRY_VERIFY(chart->canvas()->plot().left() > left);
        QVERIFY(chart->grab().toImage() != light);
        applyAppearance({Look::Light, 1, false});
        QTRY_COMPARE(chart->canvas()->plot().left(), left);
    }

    void eachLineHasItsOwnStroke() {
        QList<QList<qreal>> dashes;
        for (const Token token : {Token::C1, Token::C2, Token::C3, Token::C4, Token::C5, Token::C6}) {
            ChartSeries line;
            line.token = token;
            const QPen pen = chartPen(line);
            QVERIFY(!dashes.contains(pen.dashPattern()));
            dashes += pen.dashPattern();
        }
    }
};

} // namespace unchained::ui

static const unchained::ui::RegisteredTest<unchained::ui::ChartTest> chartTest("widgets/chart");
#include "chart_test.moc"
