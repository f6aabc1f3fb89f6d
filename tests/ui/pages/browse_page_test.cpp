// SPDX-License-Identifier: Apache-2.0
#include "pages/browse_page.h"
#include "registered_test.h"

#include "pages/find.h"
#include "pages/host_samples.h"
#include "pages/host_table.h"
#include "theme/theme.h"
#include "widgets/card_view.h"
#include "widgets/chip.h"
#include "widgets/four_state_page.h"
#include "widgets/host_card_delegate.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDateTime>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace unchained::ui;
using unchained::Amount;

class BrowsePageTest : public QObject {
    Q_OBJECT

    static std::vector<MarketFacts> commons() {
        std::vector<MarketFacts> markets = samples::markets();
        markets.resize(1);
        return markets;
    }
    static CardView* cards(const BrowsePage& page) { return page.findChild<CardView*>(); }
    static QModelIndex row(const QAbstractItemView* view, int row) { return view->model()->index(row, 0); }
    static FourStatePage::State stateOf(const BrowsePage& page) { return page.findChild<FourStatePage*>()->state(); }
    /// The entry of the menu that is open now.
    static QAction* entry(const QWidget& page, const QString& text) {
        for (const QMenu* menu : page.findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                if (menu->isVisible() && action->text() == text) return action;
        return nullptr;
    }
    static void shown(BrowsePage& page, HostModel& hosts, QSize size = {1080, 800}) {
        hosts.apply(samples::hosts());
        page.setMarkets(commons());
        find::show(page, size);
        QTRY_VERIFY(stateOf(page) == FourStatePage::State::Content && find::says(page, "13 host"));
    }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void cardsFillTheLineAtEverySize() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        QCOMPARE(cards(page)->columns(), 4);
        const CardGeometry first(cards(page)->visualRect(row(cards(page), 0)));
        QCOMPARE(first.picture.size(), QSize(248, 112));
        QCOMPARE(cards(page)->viewport()->mapTo(&page, first.picture.topLeft()), QPoint(20, 132));
        QCOMPARE(first.heart.size(), QSize(28, 28));
        QCOMPARE(first.picture.right() - first.heart.right(), 8);
        QCOMPARE(first.badge.topLeft(), first.picture.topLeft() + QPoint(8, 8));
        QCOMPARE(first.title.top(), first.picture.bottom() + 9);
        QCOMPARE(first.checks.bottom() + 8 + 8, first.frame.bottom());
        const QRect second = cards(page)->visualRect(row(cards(page), 1)),
                    below = cards(page)->visualRect(row(cards(page), 4));
        QCOMPARE(second.left() - first.frame.left(), 248 + 16);
        QCOMPARE(below.top() - first.frame.top(), 204 + 16);
        page.resize(904, 640);
        QCOMPARE(cards(page)->columns(), 3);
        QVERIFY(find::button(page, "More filters"));
        page.resize(1640, 1080);
        QCOMPARE(cards(page)->columns(), 6);
        QVERIFY(!find::button(page, "More filters"));
    }

    void theKeyboardWalksOpensAndKeeps() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        QSignalSpy opened(&page, &BrowsePage::opened), kept(&page, &BrowsePage::favouriteToggled);
        CardView* view = cards(page);
        view->setFocus(Qt::TabFocusReason);
        QCOMPARE(view->currentIndex().row(), 0);
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(view->currentIndex().row(), 5);
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(view->currentIndex().row(), 1);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), samples::commons());
        QCOMPARE(opened[0][1].toByteArray(), samples::hosts()[0].peer); // Gallium forge is the second by standing
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(kept.count(), 1);
        QCOMPARE(kept[0][2].toBool(), false); // it was one
        QCOMPARE(opened.count(), 1);
    }

    void theHeartIsNotTheCard() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        QSignalSpy opened(&page, &BrowsePage::opened), kept(&page, &BrowsePage::favouriteToggled);
        CardView* view = cards(page);
        const CardGeometry first(view->visualRect(row(view, 0)));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, first.heart.center());
        QCOMPARE(kept.count(), 1);
        QCOMPARE(kept[0][2].toBool(), true);
        QCOMPARE(opened.count(), 0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, first.picture.center());
        QCOMPARE(opened.count(), 1);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, first.heart.center());
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, first.title.center()); // thought better of it
        QCOMPARE(opened.count(), 1);
        QCOMPARE(kept.count(), 1);
    }

    void searchAndChipsNarrowAndClear() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        find::type(page.findChild<QLineEdit*>(), "4090");
        QTRY_VERIFY(find::says(page, "2 of 13"));
        find::click(find::button(page, "Clear all filters"));
        QTRY_VERIFY(find::says(page, "13 host"));
        QVERIFY(page.findChild<QLineEdit*>()->text().isEmpty());
        find::click(find::button(page, "Memory"));
        QAction* large = entry(page, QStringLiteral("48") + QChar::Nbsp + QStringLiteral("GB or more"));
        QVERIFY(large);
        large->trigger();
        QTRY_VERIFY(find::says(page, "7 of 13"));
        auto* chip = static_cast<Chip*>(find::button(page, QStringLiteral("Memory: 48 GB or more")));
        QVERIFY(chip && chip->isActive());
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_VERIFY(find::says(page, "13 host"));
        find::click(find::button(page, "Device"));
        auto boxes = page.findChildren<QCheckBox*>();
        QCOMPARE(boxes.front()->text(), QStringLiteral("RTX 3090")); // the most frequent kinds first
        boxes.front()->click();
        QTRY_VERIFY(find::says(page, "2 of 13"));
    }

    void rareFiltersAreUnderMore() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts, {904, 640});
        QVERIFY(!find::button(page, "Favourites"));
        find::click(find::button(page, "More filters"));
        QAction* favourites = entry(page, "Favourites");
        QVERIFY(favourites);
        favourites->trigger();
        QTRY_VERIFY(find::says(page, "2 of 13"));
        QVERIFY(find::button(page, "More filters, 1 in force"));
    }

    void whatHidesAllIsNamedAndTakenAway() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        page.setState({{"filters", QVariantMap{{"priceMax", 10'000'000}, {"memoryMin", 80ULL << 30}}}});
        QTRY_COMPARE(stateOf(page), FourStatePage::State::Empty);
        QVERIFY(find::says(page, "Up to 10 credits/h") || find::says(page, "up to 10 credits/h"));
        QVERIFY(find::says(page, "The nearest is Old Mill"));
        find::click(find::button(page, "Raise price to 36"));
        QTRY_COMPARE(stateOf(page), FourStatePage::State::Content);
        QVERIFY(find::button(page, "Price: Up to 36 credits/h"));

        page.setState({{"filters", QVariantMap{{"favourites", true}, {"places", QStringList{"Norway"}}}}});
        QTRY_VERIFY(find::button(page, "Leave that out"));
        find::click(find::button(page, "Clear filters"));
        QTRY_VERIFY(find::says(page, "13 host"));
    }

    void loadingIsNotEmptyAndEmptyIsNotLost() {
        HostModel hosts;
        BrowsePage page(hosts);
        find::show(page);
        QSignalSpy add(&page, &BrowsePage::addMarketWanted), demo(&page, &BrowsePage::demoWanted),
            host(&page, &BrowsePage::hostWanted), retry(&page, &BrowsePage::retryWanted);
        page.setMarkets({});
        QTRY_COMPARE(stateOf(page), FourStatePage::State::Empty);
        find::click(find::button(page, "Add a marketplace"));
        find::click(find::button(page, "Look around in the demo"));
        find::click(find::button(page, "List this machine"));
        QCOMPARE(add.count() + demo.count() + host.count(), 3);

        std::vector<MarketFacts> markets = commons();
        markets[0].state = LinkState::Connecting;
        page.setMarkets(markets);
        QTRY_COMPARE(stateOf(page), FourStatePage::State::Loading);
        QTRY_VERIFY(find::says(page, "0 of 214 hosts from Commons"));

        markets[0].state = LinkState::Up;
        markets[0].hosts = 0;
        page.setMarkets(markets);
        QTRY_VERIFY(find::says(page, "No host on Commons yet"));
        find::click(find::button(page, "List this machine"));
        QCOMPARE(host.count(), 2);

        markets[0].state = LinkState::Lost;
        markets[0].nextTry = QDateTime::currentMSecsSinceEpoch() + 60'000;
        page.setMarkets(markets);
        QTRY_COMPARE(stateOf(page), FourStatePage::State::Error);
        QVERIFY(find::says(page, "Commons does not answer"));
        QVERIFY(find::says(page, "Next try by itself in"));
        find::click(find::button(page, "Try again"));
        QCOMPARE(retry.count(), 1);
        QCOMPARE(retry[0][0].toString(), samples::commons());
    }

    void whoIsLostIsSaidOverTheOthers() {
        HostModel hosts;
        BrowsePage page(hosts);
        hosts.apply(samples::hosts());
        page.setMarkets(samples::markets()); // Torino Lab is lost
        find::show(page);
        QTRY_VERIFY(find::says(page, "Torino Lab has not answered since"));
        QCOMPARE(stateOf(page), FourStatePage::State::Content);
        QSignalSpy retry(&page, &BrowsePage::retryWanted);
        find::click(find::button(page, "Try again"));
        QCOMPARE(retry.count(), 1);
        QCOMPARE(retry[0][0].toString(), samples::torino());
        page.setMarkets(commons());
        QTRY_VERIFY(!find::says(page, "Torino Lab"));
    }

    void theCurrentHostStaysOverEverySort() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        CardView* view = cards(page);
        view->setCurrentIndex(row(view, 3));
        const QString name = view->currentIndex().data(Qt::AccessibleTextRole).toString();
        page.setState({{"sort", "memory"}});
        QVERIFY(view->currentIndex().row() != 3);
        QCOMPARE(view->currentIndex().data(Qt::AccessibleTextRole).toString(), name);
        page.setState({{"sort", "memory"}, {"view", "rows"}});
        auto* table = page.findChild<HostTable*>();
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->currentIndex().data(Qt::AccessibleTextRole).toString(), name);
    }

    void theListHasAPreviewWhereThereIsRoom() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts, {1640, 1080});
        page.setState({{"view", "rows"}, {"sort", "price"}});
        auto* table = page.findChild<HostTable*>();
        QVERIFY(find::says(page, "Choose a host in the list"));
        QSignalSpy opened(&page, &BrowsePage::opened), kept(&page, &BrowsePage::favouriteToggled);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row(table, 2)).center());
        QCOMPARE(opened.count(), 0);
        QVERIFY(find::says(page, "Tatra node"));
        find::click(find::button(page, "Keep as a favourite"));
        QCOMPARE(kept.count(), 1);
        find::click(find::button(page, "Open this host"));
        QCOMPARE(opened.count(), 1);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(kept.count(), 2);
        page.resize(1080, 800);
        QVERIFY(!find::button(page, "Open this host"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row(table, 0)).center());
        QCOMPARE(opened.count(), 2);
    }

    void whatWasChosenOutlivesTheProgram() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        find::type(page.findChild<QLineEdit*>(), "rtx");
        find::click(find::button(page, "Free now"));
        find::click(find::button(page, "Saved searches"));
        find::click(find::button(page, "Keep"));
        page.setState([&page] {
            QVariantMap state = page.state();
            state["view"] = "rows";
            state["sort"] = "rate";
            state["ascending"] = true;
            return state;
        }());
        const QVariantMap state = page.state();
        QCOMPARE(state["saved"].toList().size(), 1);
        QCOMPARE(state["saved"].toList()[0].toMap()["name"].toString(), QStringLiteral("“rtx”, free now"));

        BrowsePage again(hosts);
        again.setState(state);
        QCOMPARE(again.state(), state);
        again.setState({});
        QCOMPARE(again.state(), BrowsePage(hosts).state());
        again.setState({{"view", 7}, {"sort", "?"}, {"filters", "x"}, {"saved", QVariantList{1, "a"}}});
        QCOMPARE(again.state(), BrowsePage(hosts).state());
    }

    void whateverTakesTheKeyboardHasAName() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        int met = 0;
        for (QWidget* widget : page.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()) continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
            ++met;
        }
        QVERIFY(met >= 12);
        page.focusSearch();
        QVERIFY(page.findChild<QLineEdit*>()->hasFocus());
        page.focusFilters();
        QVERIFY(find::button(page, "Device")->hasFocus());
    }

    void aChangeOfLookAndSizeKeepsThePage() {
        HostModel hosts;
        BrowsePage page(hosts);
        shown(page, hosts);
        const QImage light = page.grab().toImage();
        applyAppearance({Look::Dark, 1.5, false});
        QTRY_COMPARE(cards(page)->columns(), 2);
        QVERIFY(page.grab().toImage() != light);
        applyAppearance({Look::Light, 1, false});
        QTRY_COMPARE(cards(page)->columns(), 4);
    }
};

static const unchained::ui::RegisteredTest<BrowsePageTest> browsePageTest("pages/browse_page");
#include "browse_page_test.moc"
