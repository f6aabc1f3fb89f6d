// SPDX-License-Identifier: Apache-2.0
#include "models/host_model.h"
#include "pages/bet_samples.h"
#include "pages/bets_page.h"
#include "pages/browse_page.h"
#include "pages/case_page.h"
#include "pages/case_samples.h"
#include "pages/cases_page.h"
#include "pages/first_run_page.h"
#include "pages/host_page.h"
#include "pages/job_page.h"
#include "pages/jobs_page.h"
#include "pages/listing_page.h"
#include "pages/listing_samples.h"
#include "pages/marketplaces_page.h"
#include "pages/samples.h"
#include "pages/settings_page.h"
#include "pages/wallet_page.h"
#include "registered_test.h"
#include "shell/locked_page.h"
#include "shell/rail.h"
#include "widgets/chart.h"
#include "widgets/figure.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QAccessible>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

#include <functional>

using namespace unchained::ui;

/// Every page, as the keyboard and a screen reader find it.
class AuditTest : public QObject {
    Q_OBJECT

    struct Case {
        const char* name;
        std::function<QWidget*()> make;
    };
    HostModel m_hosts;

    static HostFacts host() {
        HostFacts out;
        out.market = samples::commons();
        out.peer = samples::peer('\x05');
        out.name = QStringLiteral("Gallium forge");
        out.device = QStringLiteral("RTX 4090");
        out.place = QStringLiteral("Turin");
        out.engine = QStringLiteral("cuda");
        out.pricePerHour = samples::Amount::micros(9'000'000);
        out.bond = samples::Amount::micros(360'000'000);
        out.memory = 24ULL << 30;
        out.rate = 41'000'000'000'000;
        out.stepsChecked = 1284;
        out.rating = {4.94, 4.9, 4.97, 131.2, 212};
        out.contracts = 240;
        out.online = out.open = true;
        return out;
    }
    template <class Page, class Fill>
    static QWidget* filled(Fill fill) {
        auto* page = new Page;
        fill(*page);
        return page;
    }
    QWidget* browse() {
        m_hosts.apply({host()});
        auto* page = new BrowsePage(m_hosts);
        page->setMarkets(samples::markets());
        return page;
    }
    static QWidget* listing() {
        auto* page = new ListingPage;
        page->setJobs({{QStringLiteral("/jobs/digits.toml"), QStringLiteral("Handwritten digits")}});
        page->setHost(host());
        PlanFacts plan = samples::plan();
        plan.claimCheckRate = 1.0 / 6;
        page->setPlan(plan);
        page->setReviews(samples::hosting().reviews);
        page->setBalance(samples::Amount::micros(184'200'000));
        return page;
    }
    /// Between two stops of Tab, as in the window: rows that come later must not follow the next page.
    static QWidget* marketplaces() {
        auto* room = new QWidget;
        auto* column = new QVBoxLayout(room);
        auto* page = new MarketplacesPage;
        column->addWidget(new QPushButton(QStringLiteral("Before")));
        column->addWidget(page);
        column->addWidget(new QPushButton(QStringLiteral("After")));
        page->setMarkets(samples::markets());
        return room;
    }
    std::vector<Case> pages() {
        const auto job = [](const JobFacts& facts) {
            return [facts] { return filled<JobPage>([&](JobPage& page) { page.setJob(facts); }); };
        };
        return {
            {"browse", [this] { return browse(); }},
            {"listing", [] { return listing(); }},
            {"first run", [] { return new FirstRunPage; }},
            {"locked",
             [] {
                 return filled<LockedPage>([](LockedPage& p) { p.setTrouble({"key", "is locked", {}, false}, true); });
             }},
            {"job running", job(samples::runningJob())},
            {"job caught", job(samples::movedJob())},
            {"job complete", job(samples::completeJob())},
            {"jobs",
             [] {
                 return filled<JobsPage>([](JobsPage& p) {
                     p.setJobs({samples::runningJob(), samples::completeJob()});
                 });
             }},
            {"cases", [] { return filled<CasesPage>([](CasesPage& p) { p.setCases(samples::cases()); }); }},
            {"case found", [] { return filled<CasePage>([](CasePage& p) { p.setCase(samples::foundCase()); }); }},
            {"case complaint", [] { return filled<CasePage>([](CasePage& p) { p.setCase(samples::complaint()); }); }},
            {"case ruling", [] { return filled<CasePage>([](CasePage& p) { p.setCase(samples::rulingCase()); }); }},
            {"host",
             [] {
                 return filled<HostPage>([](HostPage& p) {
                     p.setMarkets(samples::markets());
                     p.setHosting(samples::hosting());
                 });
             }},
            {"host form",
             [] {
                 return filled<HostPage>([](HostPage& p) {
                     p.setMarkets(samples::markets());
                     p.setHosting({});
                 });
             }},
            {"bets",
             [] {
                 return filled<BetsPage>([](BetsPage& p) {
                     p.setNow(samples::kNow);
                     p.setMarkets(samples::markets());
                     p.setBets(samples::commons(), samples::bets(), {});
                     p.setHistory(samples::bets()[0].subject, samples::betPoints());
                 });
             }},
            {"wallet",
             [] {
                 return filled<WalletPage>([](WalletPage& p) {
                     p.setMarkets(samples::markets());
                     p.setWallet(samples::wallet());
                 });
             }},
            {"marketplaces", [] { return marketplaces(); }},
            {"settings", [] { return new SettingsPage; }},
            {"rail", [] { return filled<Rail>([](Rail& r) { r.setMarkets(samples::markets()); }); }}};
    }
    static std::vector<QWidget*> focusable(QWidget& page) {
        std::vector<QWidget*> out;
        QWidget* each = &page;
        do {
            const bool stops = (each->focusPolicy() & Qt::TabFocus) != 0 && !each->focusProxy();
            if (stops && each->isVisible() && each->isEnabled() && page.isAncestorOf(each)) out.push_back(each);
            each = each->nextInFocusChain();
        } while (each != &page);
        return out;
    }
    static QString describe(const QWidget* widget) {
        return QStringLiteral("%1 '%2' at %3,%4")
            .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
            .arg(widget->mapTo(widget->window(), QPoint()).x())
            .arg(widget->mapTo(widget->window(), QPoint()).y());
    }

    /// Words of ours that their widget cuts off. What people type, a name or a place, may be of any length.
    static QStringList cutOff(const QWidget& page) {
        static const QStringList theirs{QStringLiteral("Gallium forge"), QStringLiteral("Turin"),
                                        QStringLiteral("Torino Lab"), QStringLiteral("/data/results"),
                                        QStringLiteral("example")};
        QStringList out;
        const auto check = [&](const QWidget* each, const QString& text, int needs) {
            const auto has = [&text](const QString& part) { return text.contains(part); };
            if (each->isVisible() && each->width() < needs && std::none_of(theirs.begin(), theirs.end(), has))
                out << QStringLiteral("'%1' is %2 wide and needs %3").arg(text).arg(each->width()).arg(needs);
        };
        for (const auto* area : page.findChildren<QScrollArea*>())
            if (area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
                if (area->isVisible() && area->widget()->width() > area->viewport()->width())
                    out << QStringLiteral("%1 is wider than its %2")
                               .arg(area->widget()->width())
                               .arg(area->viewport()->width());
        for (const auto* label : page.findChildren<Label*>())
            if (!label->wordWrap()) check(label, label->text(), label->sizeHint().width() - 1);
        for (const auto* figure : page.findChildren<FigureLabel*>())
            check(figure, figure->text(), figure->sizeHint().width() - 1);
        for (const auto* row : page.findChildren<KeyValueRow*>())
            check(row, row->text(), row->sizeHint().width());
        for (const auto* bar : page.findChildren<MarkBar*>())
            if (bar->isVisible() && !bar->fits())
                out << QStringLiteral("'%1' does not fit its column").arg(bar->accessibleName());
        for (const auto* button : page.findChildren<RailButton*>())
            check(button, button->text(), button->sizeHint().width());
        return out;
    }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void everyFocusableWidgetHasAName() {
        for (const Case& each : pages()) {
            const std::unique_ptr<QWidget> page(each.make());
            page->resize(1080, 800);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            for (QWidget* widget : focusable(*page)) {
                const auto* spoken = QAccessible::queryAccessibleInterface(widget);
                const bool named = spoken && !spoken->text(QAccessible::Name).trimmed().isEmpty();
                QVERIFY2(named,
                         qPrintable(QStringLiteral("%1: %2").arg(QString::fromLatin1(each.name), describe(widget))));
            }
        }
    }

    /// Down, or up only where a column to the right begins.
    void tabGoesInReadingOrder() {
        for (const Case& each : pages()) {
            const std::unique_ptr<QWidget> page(each.make());
            page->resize(1080, 1600);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            const QWidget* before = nullptr;
            for (const QWidget* widget : focusable(*page)) {
                const auto rect = [&](const QWidget* w) { return QRect(w->mapTo(page.get(), QPoint()), w->size()); };
                if (before) {
                    const QRect a = rect(before), b = rect(widget);
                    const bool inside = a.contains(b.center()) || b.contains(a.center());
                    const bool backInLine = b.right() < a.left() && b.top() < a.bottom() && a.top() < b.bottom();
                    const bool upLeft = b.bottom() <= a.top() && b.left() < a.right();
                    QVERIFY2(inside || (!backInLine && !upLeft),
                             qPrintable(QStringLiteral("%1: from %2 to %3")
                                            .arg(QString::fromLatin1(each.name), describe(before), describe(widget))));
                }
                before = widget;
            }
        }
    }

    void everyChartHasItsTable() {
        int charts = 0;
        for (const Case& each : pages()) {
            const std::unique_ptr<QWidget> page(each.make());
            page->resize(1080, 1200);
            page->show();
            for (Chart* chart : page->findChildren<Chart*>()) {
                chart->setFocus();
                const auto points = [&] {
                    qsizetype most = 0;
                    for (const ChartSeries& series : chart->data().series)
                        most = std::max(most, static_cast<qsizetype>(series.points.size()));
                    return most;
                }();
                QVERIFY(!chart->accessibleName().isEmpty());
                if (points == 0) continue; // it says so in words
                ++charts;
                chart->setShowsTable(true);
                QVERIFY2(chart->table()->model()->rowCount() >= points, each.name);
                QVERIFY(chart->showsTable());
            }
        }
        QVERIFY(charts >= 2);
    }

    /// In both languages, as wide as a page is in a window of 1280 and of 960.
    void noWordOfOursIsCutOff() {
        QStringList found;
        for (const char* code : {"en", "de"}) {
            QTranslator words;
            QVERIFY(words.load(QStringLiteral(":/i18n/unchained_%1.qm").arg(QLatin1String(code))));
            QVERIFY(QCoreApplication::installTranslator(&words));
            QLocale::setDefault(QLocale(QString::fromLatin1(code)));
            for (const Case& each : pages())
                for (const QSize size : {QSize(1080, 800), QSize(904, 640)}) {
                    const std::unique_ptr<QWidget> page(each.make());
                    page->resize(size);
                    page->show();
                    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
                    for (const QString& cut : cutOff(*page))
                        found << QStringLiteral("%1, %2, %3: %4")
                                     .arg(QLatin1String(code), QLatin1String(each.name))
                                     .arg(size.width())
                                     .arg(cut);
                }
            QCoreApplication::removeTranslator(&words);
        }
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void nothingIsCutOffInANarrowWindowWithLargeText() {
        applyAppearance({Look::Light, 1.4, false});
        for (const Case& each : pages()) {
            const std::unique_ptr<QWidget> page(each.make());
            page->resize(904, 640);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            for (const auto* button : page->findChildren<QAbstractButton*>()) {
                if (!button->isVisible() || button->text().isEmpty()) continue;
                QVERIFY2(button->width() + 1 >= button->minimumSizeHint().width(),
                         qPrintable(QStringLiteral("%1: '%2' is %3 wide and needs %4")
                                        .arg(QString::fromLatin1(each.name), button->text())
                                        .arg(button->width())
                                        .arg(button->minimumSizeHint().width())));
            }
        }
        applyAppearance({Look::Light, 1, false});
    }
};

static const unchained::ui::RegisteredTest<AuditTest> auditTest("accessibility/audit");
#include "audit_test.moc"
