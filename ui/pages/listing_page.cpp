// SPDX-License-Identifier: Apache-2.0
#include "pages/listing_page.h"

#include "models/host_words.h"
#include "pages/inner_scroll.h"
#include "pages/listing_facts.h"
#include "pages/listing_words.h"
#include "pages/price_box.h"
#include "pages/rent_sheet.h"
#include "theme/icons.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedLayout>

namespace unchained::ui {

namespace {
constexpr int kBox = 344, kBoxAlone = 460, kBar = 64, kGutter = 16;
constexpr int kNarrowWindow = 1100, kNarrowPage = 940; ///< below it the box lies behind the bar
} // namespace

/// Price and the way to the box, where the box has no room.
class ListingPage::BottomBar : public Themed<QWidget> {
public:
    BottomBar()
        : m_price(new FigureLabel({}, {}, Type::FigureSmall)), m_badge(new Badge({})),
          m_rent(makeBigButton(ListingPage::tr("Rent"))) {
        setFixedHeight(scaled(kBar));
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(space::kPage, 0, space::kPage, 0);
        row->setSpacing(scaled(space::k12));
        row->addWidget(m_price);
        row->addWidget(m_badge);
        row->addStretch(1);
        row->addWidget(m_rent);
    }
    void set(const HostFacts& host) {
        const Availability state = availabilityOf(host);
        m_price->setFigure(creditText(host.pricePerHour), ListingPage::tr("credits an hour"));
        m_badge->setBadge(state.text, state.tone, state.icon);
        m_rent->setText(state.free() ? ListingPage::tr("Rent") : ListingPage::tr("See the price"));
    }
    [[nodiscard]] QPushButton* button() const { return m_rent; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.fillRect(rect(), color(Token::Raised));
        painter.fillRect(QRect(0, 0, width(), 1), color(Token::Border));
    }

private:
    FigureLabel* m_price;
    Badge* m_badge;
    QPushButton* m_rent;
};

ListingPage::ListingPage(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedLayout(this)), m_facts(new ListingFacts), m_box(new PriceBox),
      m_bar(new BottomBar), m_sheet(new RentSheet) {
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_main = buildMain());
    m_stack->addWidget(m_boxPage = buildBoxPage());
    m_stack->addWidget(m_sheet);
    m_side->insertWidget(0, m_box);
    m_bar->hide();
    m_bar->button()->setObjectName(QStringLiteral("box"));
    connect(m_box, &PriceBox::planWanted, this, &ListingPage::planWanted);
    connect(m_box, &PriceBox::chooseJobFile, this, &ListingPage::chooseJobFile);
    connect(m_box, &PriceBox::reviewWanted, this, &ListingPage::review);
    connect(m_bar->button(), &QPushButton::clicked, this, &ListingPage::showBox);
    connect(m_sheet, &RentSheet::back, this, &ListingPage::leave);
    connect(m_sheet, &RentSheet::confirmed, this, &ListingPage::rentConfirmed);
    addKeys();
    fill();
}

ListingPage::~ListingPage() = default;

QWidget* ListingPage::buildMain() {
    auto* page = new QWidget;
    m_scroll = new InnerScroll(kGutter);
    m_scroll->column()->addWidget(m_facts);
    m_side = new QVBoxLayout;
    m_side->setContentsMargins(scaled(kGutter), 0, space::kPage, scaled(space::k16));
    m_side->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kPage, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_scroll, 1);
    row->addLayout(m_side);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    column->addLayout(row, 1);
    column->addWidget(m_bar);
    return page;
}

QWidget* ListingPage::buildTop() {
    auto* top = new QWidget;
    auto* browse = makeButton(ButtonKind::Quiet, tr("Browse"), "back");
    m_name = makeLabel({}, Type::Value);
    m_name->setElided(true);
    m_favourite = makeButton(ButtonKind::Quiet, {}, "heart");
    m_copy = makeButton(ButtonKind::Quiet, tr("Copy address"), "link");
    m_more = makeIconButton("more", tr("More about this host"));
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(space::k8, scaled(space::k8), space::k12, scaled(space::k8));
    row->setSpacing(scaled(space::k4));
    row->addWidget(browse);
    row->addWidget(makeLabel(QStringLiteral("/"), Type::Body, Token::Text3));
    row->addSpacing(scaled(space::k4));
    row->addWidget(m_name, 1);
    row->addWidget(m_favourite);
    row->addWidget(m_copy);
    row->addWidget(m_more);
    connect(browse, &QPushButton::clicked, this, &ListingPage::back);
    connect(m_favourite, &QPushButton::clicked, this,
            [this] { emit favouriteToggled(m_host.market, m_host.peer, !m_host.favourite); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_link);
        m_copy->setText(tr("Copied"));
        setButtonIcon(m_copy, "check");
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const bool on = !m_host.blocked;
        menu->addAction(icon("off"), on ? tr("Block this host") : tr("Unblock this host"), this,
                        [this, on] { emit blockToggled(on); });
        menu->addAction(icon("copy"), tr("Copy its peer id"), this,
                        [this] { QGuiApplication::clipboard()->setText(QString::fromLatin1(m_host.peer.toHex())); });
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    return top;
}

QWidget* ListingPage::buildBoxPage() {
    auto* page = new QWidget;
    auto* facts = makeButton(ButtonKind::Quiet, tr("Back to the host"), "back");
    m_boxName = makeLabel({}, Type::Value);
    m_boxName->setElided(true);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(space::k8, scaled(space::k8), space::k12, scaled(space::k8));
    top->addWidget(facts);
    top->addWidget(m_boxName, 1);
    m_middle = new QVBoxLayout;
    m_middle->setContentsMargins(0, 0, 0, scaled(space::k16));
    m_middle->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(m_middle);
    row->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(row, 1);
    connect(facts, &QPushButton::clicked, this, &ListingPage::leave);
    return page;
}

void ListingPage::addKeys() {
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ListingPage::leave);
    auto* rent = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this);
    rent->setContext(Qt::WidgetWithChildrenShortcut);
    connect(rent, &QShortcut::activated, this, [this] {
        if (m_box->ready() && m_stack->currentWidget() != m_sheet) return review();
        if (m_narrow && m_stack->currentWidget() == m_main) showBox();
    });
}

void ListingPage::setJobs(const std::vector<JobFile>& jobs) {
    m_box->setJobs(jobs);
}

void ListingPage::setHost(const HostFacts& host) {
    const bool other = host.peer != m_host.peer || host.market != m_host.market;
    m_host = host;
    m_facts->setHost(host);
    m_box->setHost(host);
    m_bar->set(host);
    if (other) showMain();
    if (m_stack->currentWidget() == m_sheet) m_sheet->setCurrent(m_host, m_box->plan());
    fill();
}

void ListingPage::setMarketHosts(const std::vector<HostFacts>& hosts) {
    m_box->setMarketHosts(hosts);
}

void ListingPage::setCaseRecord(std::optional<protocol::CaseRecord> record) {
    m_facts->setCaseRecord(record);
}

void ListingPage::setReviews(const std::vector<ReviewFacts>& reviews) {
    m_facts->setReviews(reviews);
}

void ListingPage::setBalance(std::optional<Amount> balance) {
    m_balance = balance;
    m_sheet->setBalance(balance);
}

void ListingPage::setPlanning(bool planning) {
    m_box->setPlanning(planning);
}

void ListingPage::setPlan(const PlanFacts& plan) {
    m_box->setPlan(plan);
    if (m_stack->currentWidget() == m_sheet) m_sheet->setCurrent(m_host, m_box->plan());
}

void ListingPage::setPlanTrouble(const Trouble& why) {
    m_box->setPlanTrouble(why);
}

void ListingPage::setRentTrouble(const Trouble& why) {
    m_sheet->setTrouble(why);
}

void ListingPage::setLink(const QString& link) {
    m_link = link;
    fill();
}

void ListingPage::setNow(qint64 now) {
    m_facts->setNow(now);
}

void ListingPage::fill() {
    m_name->setText(hostName(m_host));
    m_boxName->setText(QStringLiteral("/  ") + hostName(m_host));
    m_favourite->setText(m_host.favourite ? tr("Saved") : tr("Save"));
    m_favourite->setAccessibleName(m_host.favourite ? tr("Saved: take %1 from your favourites").arg(hostName(m_host))
                                                    : tr("Save %1 to your favourites").arg(hostName(m_host)));
    setButtonIcon(m_favourite, m_host.favourite ? "heart-filled" : "heart");
    if (m_host.favourite) m_favourite->setIcon(icon("heart-filled", Token::WrongFill));
    m_copy->setVisible(!m_link.isEmpty());
    m_copy->setText(tr("Copy address"));
    setButtonIcon(m_copy, "link");
}

/// Moves the box to where it belongs at this width.
void ListingPage::arrange() {
    const bool narrow = window() == this ? width() < kNarrowPage : window()->width() < kNarrowWindow;
    m_box->setFixedWidth(scaled(narrow ? kBoxAlone : kBox));
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    (narrow ? m_middle : m_side)->insertWidget(0, m_box);
    m_box->show();
    m_side->setContentsMargins(narrow ? 0 : scaled(kGutter), 0, narrow ? 0 : space::kPage,
                               narrow ? 0 : scaled(space::k16));
    m_scroll->setGutter(narrow ? space::kPage : kGutter);
    m_bar->setVisible(narrow);
    if (!narrow && m_stack->currentWidget() == m_boxPage) showMain();
}

void ListingPage::showMain() {
    m_stack->setCurrentWidget(m_main);
}

void ListingPage::showBox() {
    m_stack->setCurrentWidget(m_boxPage);
    m_box->setFocus(); // the first field in it
}

void ListingPage::review() {
    if (!m_box->ready()) return;
    m_sheet->setBalance(m_balance);
    m_stack->setCurrentWidget(m_sheet);
    m_sheet->open(m_host, *m_box->plan(), m_box->request());
}

/// One step back within the page.
void ListingPage::leave() {
    if (m_stack->currentWidget() == m_sheet) {
        m_stack->setCurrentWidget(m_narrow ? m_boxPage : m_main);
        m_box->reviewButton()->setFocus();
    } else if (m_stack->currentWidget() == m_boxPage) {
        showMain();
        m_bar->button()->setFocus();
    }
}

void ListingPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ListingPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_facts->setNow(QDateTime::currentMSecsSinceEpoch());
    arrange();
}

void ListingPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) showMain(); // what was about to be rented is looked at anew
}

} // namespace unchained::ui
