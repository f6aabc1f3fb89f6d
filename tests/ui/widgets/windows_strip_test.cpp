// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "widgets/windows_strip.h"

#include "theme/theme.h"
#include "widgets/strip_marks.h"
#include "widgets/tickets_popup.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

namespace unchained::ui {
namespace {

std::vector<WindowFacts> windows(std::size_t count, std::size_t drawn, std::uint32_t tickets = 64) {
    std::vector<WindowFacts> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        out[i].tickets = tickets;
        out[i].state = i < drawn ? WindowState::Drawn : i == drawn ? WindowState::Computing : WindowState::Pending;
    }
    return out;
}

template <class W>
std::unique_ptr<QWidget> shownStrip(W* widget, int width = 740) {
    auto window = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(window.get());
    column->addWidget(widget);
    window->resize(width, 260);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) return nullptr;
    return window;
}

/// Counts what is painted again.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) painted += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
    QRegion painted;
};

QImage markImage(WinState state) {
    QImage out(14, 14, QImage::Format_Grayscale8);
    out.fill(Qt::white);
    QPainter painter(&out);
    drawStripMark(painter, QRectF(0, 0, 14, 14), state);
    return out;
}
QImage blockImage(WindowState state) {
    QImage out(16, 16, QImage::Format_Grayscale8);
    out.fill(Qt::white);
    QPainter painter(&out);
    drawStripBlock(painter, QRectF(0, 0, 16, 16), state);
    return out;
}

int windowsIn(const std::vector<StripColumn>& columns) {
    int next = 0;
    for (const StripColumn& each : columns) {
        if (each.first != next || each.count < 1) return -1;
        next += each.count;
    }
    return next;
}

} // namespace

class WindowsStripTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void eachWindowIsInOneColumnWhateverTheirNumber() {
        for (const int most : {2, 3, 16, 63, 64, 128})
            for (const int count : {0, 1, 2, 3, 63, 64, 65, 127, 128, 129, 300, 1000, 16'384})
                for (const int drawn : {0, 1, count / 3, count - 1, count}) {
                    if (drawn < 0) continue;
                    const auto columns = planColumns(count, drawn, drawn < count ? 1 : 0, most);
                    const QString which = QString("%1 of %2 in %3").arg(drawn).arg(count).arg(most);
                    QVERIFY2(windowsIn(columns) == count, qPrintable(which));
                    QVERIFY2(static_cast<int>(columns.size()) <= most + 1, qPrintable(which));
                    if (count <= most) QCOMPARE(static_cast<int>(columns.size()), count);
                }
    }

    void theNewestWindowsKeepAColumnOfTheirOwn() {
        const auto columns = planColumns(600, 300, 1, 128);
        int alone = 0;
        for (const StripColumn& each : columns)
            if (each.count == 1 && each.first + each.count <= 301 && each.first >= 300 - 40) ++alone;
        QVERIFY(alone >= 40);
        QVERIFY(columns.front().count > 1);
    }

    void olderGroupsKeepTheirMembersWhileTheFrontMovesOn() {
        const auto before = planColumns(1000, 400, 1, 128), after = planColumns(1000, 401, 1, 128);
        for (std::size_t i = 0; i < before.size() && before[i].count > 1; ++i)
            QCOMPARE(after[i], before[i]);
    }

    void ticketsFallIntoBlocksAndFewTicketsMakeFewBlocks() {
        QCOMPARE(blocksOf(64), 8);
        QCOMPARE(blocksOf(5), 5);
        QCOMPARE(blocksOf(0), 0);
        QCOMPARE(blockOf(0, 64), 0);
        QCOMPARE(blockOf(7, 64), 0);
        QCOMPARE(blockOf(8, 64), 1);
        QCOMPARE(blockOf(63, 64), 7);
        QCOMPARE(blockOf(2, 3), 2);
        QCOMPARE(blockOf(99, 100), 7);
        QCOMPARE(blockOf(1'000'000, 64), 7); // a peer may send anything
    }

    void aMergedColumnKeepsItsWinnersAndTheGravest() {
        auto all = windows(4, 4);
        all[0].wins = {{0, WinState::Paid}};
        all[1].wins = {{1, WinState::Wrong}};
        all[3].wins = {{63, WinState::Right}};
        const StripCells cells = cellsOf(all, {0, 4}, 64);
        QVERIFY(cells.state == WindowState::Drawn);
        QVERIFY(cells.wins[0] == WinState::Wrong);
        QVERIFY(cells.wins[7] == WinState::Right);
        QVERIFY(!cells.wins[3]);
        all[2].state = WindowState::Late;
        QVERIFY(cellsOf(all, {0, 4}, 64).state == WindowState::Late);
    }

    void aShortLastWindowHasFewerBlocks() {
        auto all = windows(2, 2);
        all[1].tickets = 9;
        QCOMPARE(cellsOf(all, {0, 1}, 64).blocks, 8);
        QCOMPARE(cellsOf(all, {1, 1}, 64).blocks, 2);
    }

    void aWindowIsSaidInASentence() {
        auto all = windows(64, 41);
        all[40].wins = {{26, WinState::Paid}};
        QCOMPARE(sentenceOf(all[40], 41, 64), "Window 41 of 64, drawn, 64 ticket(s), 1 won: ticket 27 paid");
        QCOMPARE(sentenceOf(all[41], 42, 64), "Window 42 of 64, computing, 64 ticket(s)");
        all[39].wins = {{1, WinState::Won}, {2, WinState::Right}, {3, WinState::Wrong}};
        QCOMPARE(sentenceOf(all[39], 40, 64),
                 "Window 40 of 64, drawn, 64 ticket(s), 2 won: ticket 2 won, ticket 3 checked right, ticket 4 wrong");
        for (std::uint64_t i = 0; i < 20; ++i)
            all[38].wins.push_back({i, WinState::Paid});
        QVERIFY(sentenceOf(all[38], 39, 64).endsWith("ticket 6 paid, and 14 more"));
    }

    void noStateIsToldByColourAlone() {
        const QList<QImage> marks{markImage(WinState::Won), markImage(WinState::Right), markImage(WinState::Paid),
                                  markImage(WinState::Wrong)};
        const QList<QImage> blocks{blockImage(WindowState::Pending), blockImage(WindowState::Computing),
                                   blockImage(WindowState::Drawn), blockImage(WindowState::Late)};
        for (const auto& images : {marks, blocks})
            for (qsizetype i = 0; i < images.size(); ++i)
                for (qsizetype k = i + 1; k < images.size(); ++k) {
                    int differ = 0;
                    for (int at = 0; at < images[i].width() * images[i].height(); ++at) {
                        const QPoint place(at % images[i].width(), at / images[i].width());
                        if (std::abs(qGray(images[i].pixel(place)) - qGray(images[k].pixel(place))) > 25) ++differ;
                    }
                    QVERIFY2(differ >= 5,
                             qPrintable(QString("%1 and %2 differ in %3 grey pixels").arg(i).arg(k).arg(differ)));
                }
    }

    void theCursorFollowsTheNewestDrawnWindowUntilItIsMoved() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        QSignalSpy moved(strip, &WindowsStrip::cursorMoved);
        strip->setWindows(windows(64, 41), 64);
        QCOMPARE(strip->cursor(), 40);
        strip->setWindows(windows(64, 42), 64);
        QCOMPARE(strip->cursor(), 41);
        QCOMPARE(moved.size(), 2);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Left);
        QCOMPARE(strip->cursor(), 40);
        strip->setWindows(windows(64, 43), 64);
        QCOMPARE(strip->cursor(), 40);
        QTest::keyClick(strip, Qt::Key_Escape);
        QCOMPARE(strip->cursor(), 42);
        strip->setWindows(windows(64, 44), 64);
        QCOMPARE(strip->cursor(), 43);
        strip->forget();
        QCOMPARE(strip->cursor(), -1);
        strip->setWindows({}, 0);
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(strip->cursor(), -1);
    }

    void keysWalkOverWindowsAndOverThoseWithAWin() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        auto all = windows(64, 41);
        all[5].wins = {{1, WinState::Paid}};
        all[20].wins = {{1, WinState::Paid}};
        strip->setWindows(all, 64);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Up);
        QCOMPARE(strip->cursor(), 20);
        QTest::keyClick(strip, Qt::Key_Up);
        QTest::keyClick(strip, Qt::Key_Up);
        QCOMPARE(strip->cursor(), 5);
        QTest::keyClick(strip, Qt::Key_Down);
        QCOMPARE(strip->cursor(), 20);
        QTest::keyClick(strip, Qt::Key_Home);
        QCOMPARE(strip->cursor(), 0);
        QTest::keyClick(strip, Qt::Key_Left);
        QCOMPARE(strip->cursor(), 0);
        QTest::keyClick(strip, Qt::Key_End);
        QCOMPARE(strip->cursor(), 63);
    }

    void aClickPointsAndADoubleClickOpens() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        strip->setWindows(windows(64, 41), 64);
        for (const int at : {0, 17, 63}) {
            QCOMPARE(strip->windowAt(strip->rectOf(at).center()), at);
            QTest::mouseClick(strip, Qt::LeftButton, {}, strip->rectOf(at).center());
            QCOMPARE(strip->cursor(), at);
        }
        QCOMPARE(strip->windowAt({0, 0}), -1);
        QCOMPARE(strip->windowAt({strip->width() - 1, strip->height() - 1}), -1);
        QTest::mouseDClick(strip, Qt::LeftButton, {}, strip->rectOf(9).center());
        QVERIFY(strip->tickets()->isVisible());
        strip->tickets()->hide();
    }

    void enterListsTheTicketsWithTheirSteps() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        auto all = windows(64, 41);
        all[40].wins = {{26, WinState::Won}};
        strip->setWindows(all, 64, 3, 21); // two windows before were another contract's, with 10 tickets each
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Return);
        QVERIFY(strip->tickets()->isVisible());
        QTableView* table = strip->tickets()->table();
        QCOMPARE(table->model()->rowCount(), 64);
        QCOMPARE(table->currentIndex().row(), 26);
        const auto text = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(text(26, TicketsModel::Ticket), "27");
        QCOMPARE(text(26, TicketsModel::Step), "2,607"); // 20 + 40 · 64 + 27
        QCOMPARE(text(26, TicketsModel::State), "won");
        QCOMPARE(text(25, TicketsModel::State), "lost");
        QVERIFY(table->accessibleName().startsWith("Window 43 of 66"));
        all[40].wins[0].state = WinState::Paid;
        strip->setWindows(all, 64, 3, 21);
        QCOMPARE(text(26, TicketsModel::State), "paid");
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!strip->tickets()->isVisible());
    }

    void onlyTheColumnsThatChangedArePaintedAgain() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        auto all = windows(64, 41);
        all[10].wins = {{5, WinState::Won}};
        strip->setWindows(all, 64);
        QCoreApplication::processEvents();
        QTRY_COMPARE(strip->columns(), 64);
        PaintWatch watch(strip);
        strip->repaint();
        QVERIFY(!watch.painted.isEmpty());
        watch.painted = {};
        strip->setWindows(all, 64);
        QCoreApplication::processEvents();
        QVERIFY(watch.painted.isEmpty());
        all[10].wins[0].state = WinState::Paid;
        strip->setWindows(all, 64);
        QTRY_VERIFY(!watch.painted.isEmpty());
        QVERIFY(watch.painted.intersects(strip->rectOf(10)));
        QVERIFY(!watch.painted.intersects(strip->rectOf(14)));
        QVERIFY(!watch.painted.intersects(strip->rectOf(6)));
    }

    void aDrawnWindowSweepsOnceWhereMotionIsOn() {
        applyAppearance({Look::Light, 1, true});
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        strip->setWindows(windows(64, 41), 64);
        strip->setWindows(windows(64, 42), 64);
        const QImage begin = strip->grab().toImage();
        QTRY_VERIFY(strip->grab().toImage() != begin);
        applyAppearance({Look::Light, 1, false});
        auto* still = new WindowsStrip;
        const auto other = shownStrip(still);
        QVERIFY(other);
        still->setWindows(windows(64, 42), 64);
        const QImage end = still->grab().toImage();
        QTRY_VERIFY(strip->grab(QRect(strip->rectOf(41))).toImage() == end.copy(still->rectOf(41)));
    }

    void aScreenReaderMeetsAListOfSentences() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip);
        QVERIFY(window);
        auto all = windows(64, 41);
        all[40].wins = {{26, WinState::Paid}};
        strip->setWindows(all, 64);
        strip->setFocus();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(strip);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), "Windows");
        QCOMPARE(list->childCount(), 64);
        QCOMPARE(list->text(QAccessible::Value), strip->sentence(40));
        QAccessibleInterface* item = list->child(40);
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(item->text(QAccessible::Name), "Window 41 of 64, drawn, 64 ticket(s), 1 won: ticket 27 paid");
        QVERIFY(item->state().focused);
        QCOMPARE(list->focusChild(), item);
        QCOMPARE(list->indexOfChild(item), 40);
        QCOMPARE(item->parent(), list);
        QVERIFY(!list->child(64) && !list->child(-1));
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(list->focusChild(), list->child(41));
        strip->setWindows({}, 0);
        QVERIFY(!item->isValid());
    }

    void aHugeContractIsToldAndPaintedInTime() {
        auto* strip = new WindowsStrip;
        const auto window = shownStrip(strip, 1400);
        QVERIFY(window);
        auto all = windows(16'384, 9'000);
        for (std::size_t i = 0; i < 9'000; i += 2)
            all[i].wins = {{i % 64, WinState::Paid}};
        strip->setWindows(all, 64);
        QVERIFY(strip->columns() <= WindowsStrip::kColumnsMax + 1);
        QElapsedTimer timer;
        timer.start();
        constexpr int kRounds = 10;
        for (std::size_t i = 0; i < kRounds; ++i) {
            all[9'000 + i].state = WindowState::Drawn;
            strip->setWindows(all, 64);
            (void)strip->grab();
        }
        const qint64 each_ms = timer.elapsed() / kRounds;
        qInfo("16,384 windows: %lld ms a change with its paint", each_ms);
        QVERIFY(each_ms < 100);
    }
};

} // namespace unchained::ui

static const unchained::ui::RegisteredTest<unchained::ui::WindowsStripTest> windowsStripTest("widgets/windows_strip");
#include "windows_strip_test.moc"
