// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "pages/bet_samples.h"
#include "pages/bets_page.h"
#include "pages/case_page.h"
#include "pages/case_samples.h"
#include "pages/cases_page.h"
#include "pages/host_page.h"
#include "pages/host_samples.h"
#include "pages/wallet_page.h"
#include "shell/locked_page.h"
#include "widgets/segmented.h"

#include <QAbstractButton>
#include <QBoxLayout>

namespace unchained::ui::gallery {

namespace {

constexpr QSize kPageSize{1080, 800}, kWidePageSize{1720, 1080};

QWidget* withPage(const QString& heading, QWidget* page, QSize size = kPageSize) {
    QWidget* section = makeSection(heading);
    page->setFixedSize(scaled(size.width()), scaled(size.height()));
    static_cast<QBoxLayout*>(section->layout())->addWidget(page);
    return section;
}

/// Wins on each of the last days, more of them by day than at night.
std::vector<LedgerLine> weekLines() {
    std::vector<LedgerLine> out;
    for (qint64 ago = 40; ago < 6 * 1440; ago += 50 + (ago * 37) % 180)
        out.push_back({samples::commons(),
                       static_cast<std::uint64_t>(10'000 - ago),
                       samples::kNow - ago * samples::kMinute,
                       QStringLiteral("ticket"),
                       Amount::micros(1'200'000 * (1 + ago % 4)),
                       {}});
    return out;
}

HostPage* hostPage(const HostingFacts& hosting, int part) {
    auto* page = new HostPage;
    page->setNow(samples::kNow);
    page->setMarkets(samples::markets());
    page->setElectricity(318, Amount::credits(10));
    page->setPeer(samples::peer('\x31'));
    page->setHosting(hosting);
    page->setLedger(weekLines());
    auto hosts = samples::hosts();
    hosts.front().peer = samples::peer('\x31'); // this machine
    for (std::size_t i = 0; i < hosts.size(); i += 3)
        hosts[i].open = false;
    page->setMarketHosts(samples::commons(), hosts);
    page->findChild<SegmentedControl*>()->setCurrent(part);
    return page;
}

QWidget* earningsSection() {
    return withPage("Host: earnings", hostPage(samples::hosting(), 0));
}

QWidget* wideEarningsSection() {
    return withPage("Host: earnings in a wide window", hostPage(samples::hosting(), 0), kWidePageSize);
}

QWidget* waitingSection() {
    HostingFacts hosting = samples::hosting();
    hosting.state = HostingState::Waiting;
    hosting.claims.clear();
    hosting.pending = hosting.bondAtStake = {};
    hosting.why = "Asks 9.00 an hour. The 11 hosts that work now ask 7.40 in the middle for the same work.";
    hosting.askInstead = Amount::micros(7'400'000);
    return withPage("Host: waiting for a renter", hostPage(hosting, 0));
}

QWidget* listingFormSection() {
    return withPage("Host: not listed yet", hostPage({}, 0));
}

BetsPage* betsPage() {
    auto* page = new BetsPage;
    page->setNow(samples::kNow);
    page->setMarkets(samples::markets());
    page->setBets(samples::commons(), samples::bets(), {});
    page->setHistory(samples::bets()[0].subject, samples::betPoints());
    return page;
}

QWidget* betsSection() {
    return withPage("Bets", betsPage());
}

QWidget* betsWideSection() {
    return withPage("Bets in a wide window", betsPage(), kWidePageSize);
}

/// What sells the stake, or forces the check, stands ready.
QWidget* betsPreparedSection(const QString& heading, const QString& button) {
    BetsPage* page = betsPage();
    for (QAbstractButton* each : page->findChildren<QAbstractButton*>())
        if (each->text() == button) each->click();
    return withPage(heading, page);
}

QWidget* betsNarrowSection() {
    return withPage("Bets in a window of 960", betsPage(), {904, 640});
}

QWidget* betsEmptySection() {
    auto* page = new BetsPage;
    page->setMarkets(samples::markets());
    page->setBets(samples::commons(), {}, {});
    return withPage("Bets: nothing there", page, {1080, 480});
}

QWidget* walletSection() {
    auto* page = new WalletPage;
    page->setMarkets(samples::markets());
    page->setWallet(samples::wallet());
    return withPage("Wallet", page);
}

QWidget* lockedSection() {
    QWidget* section = makeSection("A directory that cannot be opened, a key with a passphrase");
    QList<QWidget*> pages;
    for (const bool passphrase : {false, true}) {
        auto* page = new LockedPage;
        page->setTrouble(passphrase ? Trouble{"key", "is locked with a passphrase", "give its passphrase", false}
                                    : Trouble{"/data/unchained", "is in use by another process", "end it first", true},
                         passphrase);
        page->setFixedSize(scaled(520), scaled(420));
        pages += page;
    }
    addRow(section, pages);
    return section;
}

QWidget* caseSection(const QString& heading, const CaseFacts& facts, QSize size = kPageSize) {
    auto* page = new CasePage;
    page->setNow(samples::kNow);
    page->setCase(facts);
    return withPage(heading, page, size);
}

QWidget* casesSection(bool any) {
    auto* page = new CasesPage;
    page->setNow(samples::kNow);
    page->setMarkets(samples::markets());
    page->setCases(any ? samples::cases() : std::vector<CaseFacts>{});
    return withPage(any ? "Cases" : "Cases: none", page);
}

QWidget* casesLostSection() {
    auto* page = new CasesPage;
    page->setNow(samples::kNow);
    auto markets = samples::markets();
    markets.resize(1);
    markets.front().state = LinkState::Lost;
    markets.front().since = samples::kNow - 4 * samples::kMinute;
    page->setMarkets(markets);
    return withPage("Cases: no marketplace answers", page);
}

} // namespace

QList<Section> placeSections() {
    return {{"host-earnings", earningsSection},
            {"host-earnings-wide", wideEarningsSection},
            {"host-waiting", waitingSection},
            {"host-form", listingFormSection},
            {"bets", betsSection},
            {"bets-narrow", betsNarrowSection},
            {"bets-wide", betsWideSection},
            {"bets-sell", [] { return betsPreparedSection("Bets: a stake is sold", "Sell"); }},
            {"bets-force", [] { return betsPreparedSection("Bets: a check is forced", "Check it"); }},
            {"bets-empty", betsEmptySection},
            {"wallet", walletSection},
            {"locked", lockedSection},
            {"case-found", [] { return caseSection("A case whose step was found", samples::foundCase()); }},
            {"case-narrowing", [] { return caseSection("A case that is narrowed", samples::narrowingCase()); }},
            {"case-complaint", [] { return caseSection("A complaint with an offer", samples::complaint()); }},
            {"case-arbiter", [] { return caseSection("A case before its arbiter", samples::rulingCase()); }},
            {"case-narrow",
             [] {
                 return caseSection("A case in a narrow window", samples::foundCase(), {880, 1100});
             }},
            {"cases", [] { return casesSection(true); }},
            {"cases-none", [] { return casesSection(false); }},
            {"cases-lost", casesLostSection}};
}

} // namespace unchained::ui::gallery
