// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include "models/host_model.h"
#include "pages/bets_page.h"
#include "pages/browse_page.h"
#include "pages/case_page.h"
#include "pages/cases_page.h"
#include "pages/first_run_page.h"
#include "pages/host_page.h"
#include "pages/job_page.h"
#include "pages/jobs_page.h"
#include "pages/listing_page.h"
#include "pages/marketplaces_page.h"
#include "pages/settings_page.h"
#include "pages/wallet_page.h"
#include "shell/locked_page.h"
#include "widgets/banner.h"
#include "widgets/page_stack.h"

#include <QCloseEvent>
#include <QCursor>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QSaveFile>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace unchained::ui {

namespace {
constexpr int kNarrowBelow = 1100, kContentMost = 1640 + 2 * space::kPage, kClockMs = 1'000, kTellMs = 8'000;
constexpr std::array kPlaces{Place::Browse, Place::Jobs,   Place::Host,         Place::Bets,
                             Place::Cases,  Place::Wallet, Place::Marketplaces, Place::Settings};

qint64 now() {
    return QDateTime::currentMSecsSinceEpoch();
}
} // namespace

MainWindow::MainWindow(const EngineThread& engine, Settings& settings, EngineSetup setup, QWidget* parent)
    : QWidget(parent), m_engine(engine), m_settings(settings), m_setup(std::move(setup)) {
    setWindowTitle(m_setup.demo ? tr("Unchained: demo") : tr("Unchained"));
    setMinimumSize(720, 520);
    resize(1280, 800);
    restoreGeometry(m_settings.geometry());
    build();
    wireEngine();
    wireFirstRun();
    wireBrowse();
    wireListing();
    wireJobs();
    wireHost();
    wireBets();
    wireCases();
    wireWallet();
    wireMarketplaces();
    wireSettings();
    addShortcuts();
    m_planSoon.setSingleShot(true);
    connect(&m_planSoon, &QTimer::timeout, this, [this] {
        if (!m_planWanted) return;
        m_engine.post([token = ++m_planToken, request = *m_planWanted](Engine& e) { e.plan(token, request); });
    });
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_jobPage->setNow(now());
        m_host->setNow(now());
        m_bets->setNow(now());
        m_casesPage->setNow(now());
        m_casePage->setNow(now());
        m_marketplaces->setNow(now());
        if (m_locked) m_locked->setNow(now());
    });
    m_clock.start(kClockMs);
}

MainWindow::~MainWindow() {
    m_settings.setGeometry(saveGeometry());
    m_settings.setBrowse(m_browse->state());
}

void MainWindow::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(this);
    row->addWidget(m_rail);
    auto* middle = new QWidget(this);
    middle->setMaximumWidth(kContentMost);
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    m_column = new QVBoxLayout(middle);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_demoBanner = new Banner(Banner::Kind::Info,
                              tr("This is the demo: a hub and three hosts run on this computer, with play credits. "
                                 "It is taken down when you leave."));
    m_demoBanner->setActions({tr("Leave the demo")});
    m_demoBanner->setClosable(false);
    m_demoBanner->hide();
    connect(m_demoBanner, &Banner::action, this, &MainWindow::demoEndWanted);
    auto* around = new QHBoxLayout; // as wide as what lies under it
    around->setContentsMargins(space::kPage, space::k12, space::kPage, 0);
    around->addWidget(m_demoBanner);
    m_column->addLayout(around);
    m_stack = new PageStack(middle);
    m_column->addWidget(m_stack, 1);

    m_hostModel = new HostModel(this);
    m_stack->addWidget(m_firstRun = new FirstRunPage);
    m_stack->addWidget(m_browse = new BrowsePage(*m_hostModel));
    m_stack->addWidget(m_listing = new ListingPage);
    m_stack->addWidget(m_jobsPage = new JobsPage);
    m_stack->addWidget(m_jobPage = new JobPage);
    m_stack->addWidget(m_host = new HostPage);
    m_stack->addWidget(m_bets = new BetsPage);
    m_stack->addWidget(m_casesPage = new CasesPage);
    m_stack->addWidget(m_casePage = new CasePage);
    m_stack->addWidget(m_wallet = new WalletPage);
    m_stack->addWidget(m_marketplaces = new MarketplacesPage);
    m_stack->addWidget(m_settingsPage = new SettingsPage);
    m_browse->setState(m_settings.browse());
    m_wallet->setPlay(m_setup.demo);
    showStart();
    connect(m_rail, &Rail::placeChosen, this, &MainWindow::showPlace);
    connect(m_rail, &Rail::addMarketWanted, this, [this] { showPlace(Place::Marketplaces); });
}

// ---- ways

void MainWindow::showStart() {
    if (m_settings.firstRunDone() || m_setup.demo)
        showPlace(Place::Browse);
    else
        showPage(m_firstRun, Place::Browse);
}

void MainWindow::showPage(QWidget* page, Place place) {
    if (m_locked) return;
    m_rail->setPlace(place);
    m_stack->setCurrentWidget(page);
}

void MainWindow::showPlace(Place place) {
    m_shownListing.reset();
    QWidget* pages[] = {m_browse, m_jobsPage, m_host, m_bets, m_casesPage, m_wallet, m_marketplaces, m_settingsPage};
    showPage(pages[static_cast<std::size_t>(place)], place);
}

const HostFacts* MainWindow::find(const QString& market, const QByteArray& peer) const {
    const auto list = m_hosts.find(market);
    if (list == m_hosts.end()) return nullptr;
    const auto at =
        std::find_if(list->second.begin(), list->second.end(), [&](const HostFacts& h) { return h.peer == peer; });
    return at == list->second.end() ? nullptr : &*at;
}

void MainWindow::openListing(const QString& market, const QByteArray& peer) {
    const HostFacts* host = find(market, peer);
    if (!host) return;
    m_shownListing = {market, peer};
    m_listing->setReviews({});
    m_listing->setCaseRecord(std::nullopt);
    m_listing->setLink(linkTo(market, peer));
    m_listing->setMarketHosts(m_hosts[market]);
    m_listing->setHost(*host);
    for (const MarketFacts& each : m_markets)
        if (each.address == market) m_listing->setBalance(each.balance);
    m_engine.post([market, peer](Engine& e) { e.askReviews(market, peer); });
    showPage(m_listing, Place::Browse);
}

void MainWindow::openJob(qint64 id) {
    m_shownJob = id;
    m_shownListing.reset();
    for (const JobFacts& job : m_jobs)
        if (job.id == id) m_jobPage->setJob(job);
    m_jobPage->setNow(now());
    showPage(m_jobPage, Place::Jobs);
}

void MainWindow::follow(const Link& link) {
    if (!m_isOpen) {
        m_heldLink = link;
        return;
    }
    m_engine.post([address = link.market](Engine& e) { e.addMarket(address); });
    m_settings.setFirstRunDone();
    showPlace(Place::Browse);
    if (link.peer.isEmpty()) return;
    m_pendingLink = link;
    if (find(link.market, link.peer)) openListing(link.market, link.peer);
}

void MainWindow::setFavourite(const QString& market, const QByteArray& peer, bool on) {
    m_settings.setFavourite(peer, on);
    onHosts(market, m_hosts[market]);
}

void MainWindow::askFile(const QString& title, const QString& filter, bool save, std::function<void(QString)> then) {
    if (!m_nextFile.isEmpty()) return then(std::exchange(m_nextFile, {}));
    auto* dialog = new QFileDialog(this, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(then));
    dialog->open();
}

// ---- keys

void MainWindow::addKey(const QKeySequence& keys, std::function<void()> action) {
    auto* shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, [this, action = std::move(action)] {
        if (!m_locked) action();
    });
}

void MainWindow::addShortcuts() {
    for (std::size_t i = 0; i < kPlaces.size(); ++i)
        addKey(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
               [this, place = kPlaces[i]] { showPlace(place); });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPlace(Place::Settings); });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        showPlace(Place::Browse);
        m_browse->focusSearch();
    });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        showPlace(Place::Browse);
        m_browse->focusFilters();
    });
    addKey(QKeySequence(Qt::ALT | Qt::Key_Left), [this] {
        if (m_stack->currentWidget() == m_listing) return showPlace(Place::Browse);
        if (m_stack->currentWidget() == m_jobPage) return showPlace(Place::Jobs);
        if (m_stack->currentWidget() == m_casePage) return showPlace(Place::Cases);
    });
    addKey(QKeySequence(Qt::Key_F5), [this] {
        for (const MarketFacts& each : m_markets)
            m_engine.post([address = each.address](Engine& e) { e.refresh(address); });
    });
    addKey(QKeySequence(Qt::Key_F1), [this] { explainFocus(); });
}

/// What is this figure: the tooltip, at the widget that has the keyboard, else under the mouse.
void MainWindow::explainFocus() {
    const QWidget* widget = focusWidget();
    if (!widget || widget->toolTip().isEmpty()) widget = childAt(mapFromGlobal(QCursor::pos()));
    while (widget && widget != this && widget->toolTip().isEmpty())
        widget = widget->parentWidget();
    if (widget && widget != this)
        QToolTip::showText(widget->mapToGlobal(QPoint(0, widget->height())), widget->toolTip());
}

// ---- what happened, in its place

void MainWindow::tell(Banner::Kind kind, const QString& text, const QStringList& actions,
                      std::function<void(int)> then) {
    delete m_banner;
    m_banner = new Banner(kind, text);
    m_banner->setActions(actions);
    m_column->insertWidget(m_column->indexOf(m_stack), m_banner);
    connect(m_banner, &Banner::closed, m_banner, &QObject::deleteLater);
    connect(m_banner, &Banner::action, this, [this, then = std::move(then)](int index) {
        m_banner->hide();
        m_banner->deleteLater();
        if (then) then(index);
    });
    if (kind == Banner::Kind::Info && actions.isEmpty())
        QTimer::singleShot(kTellMs, m_banner, [banner = m_banner.get()] { delete banner; });
}

/// The key is all that credits hang on: asked before the first money moves, and never in the demo. The question has a
/// banner of its own, which nothing that happens meanwhile takes away.
void MainWindow::afterBackup(std::function<void()> then, std::function<void()> notYet) {
    if (m_setup.demo || m_settings.backedUp(m_walletFacts.peer) || m_goesWithoutBackup) return then();
    m_held.push_back({std::move(then), std::move(notYet)});
    if (m_askBackup) return;
    m_askBackup = new Banner(
        Banner::Kind::Caution,
        tr("Your credits hang on a key that is on this computer only. Back it up before the first money moves."));
    m_askBackup->setActions({tr("Back it up"), tr("Go on without")});
    m_column->insertWidget(m_column->indexOf(m_stack), m_askBackup);
    connect(m_askBackup, &Banner::closed, this, [this] { answerBackup(false); });
    connect(m_askBackup, &Banner::action, this, [this](int index) {
        answerBackup(index == 1);
        if (index == 0) showPlace(Place::Wallet);
    });
}

void MainWindow::answerBackup(bool goOn) {
    if (!m_askBackup) return;
    m_askBackup->hide();
    std::exchange(m_askBackup, nullptr)->deleteLater();
    m_goesWithoutBackup = goOn;
    for (const Held& each : std::exchange(m_held, {}))
        if (const auto& answer = goOn ? each.then : each.notYet) answer();
}

void MainWindow::writeHistory(const QString& name) {
    QSaveFile file(name);
    const QByteArray lines = m_wallet->csv();
    if (file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.commit())
        return tell(Banner::Kind::Info, tr("The history is in %1").arg(name));
    tell(Banner::Kind::Error, tr("%1 cannot be written: %2. Choose another place").arg(name, file.errorString()));
}

/// What is lost by closing, before it is.
void MainWindow::askHowToClose(bool jobs) {
    const QString rented = tr("Somebody computes on this machine. While the window is closed that stands still, and "
                              "the renter may go to another host after a while.");
    if (!jobs)
        return tell(Banner::Kind::Caution, rented, {tr("Stay open"), tr("Close all the same")}, [this](int index) {
            m_closing = index == 1;
            if (m_closing) emit closeWanted(false);
        });
    const QString job = tr("A job is under way. It can go on in the background while the window is closed; the next "
                           "start takes it over. Or it stands still until then, and the host may leave after a while.");
    tell(Banner::Kind::Caution, isRented() ? job + QLatin1Char(' ') + rented : job,
         {tr("Keep it running"), tr("Let it stand still")}, [this](int index) {
             m_closing = true;
             emit closeWanted(index == 0);
         });
}

bool MainWindow::isRented() const {
    return m_hosting == HostingState::Rented || m_hosting == HostingState::Ending;
}

// ---- size and end

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < kNarrowBelow);
}

void MainWindow::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), color(Token::Canvas));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool underWay = std::any_of(m_jobs.begin(), m_jobs.end(), [](const JobFacts& j) { return j.underWay(); });
    event->ignore();
    if (m_closing || m_setup.demo || !(underWay || isRented())) {
        m_closing = true;
        return emit closeWanted(false);
    }
    askHowToClose(underWay);
}

} // namespace unchained::ui
