// SPDX-License-Identifier: Apache-2.0
#include "pages/wallet_page.h"

#include "models/ledger_model.h"
#include "models/ledger_words.h"
#include "pages/file_field.h"
#include "pages/key_card.h"
#include "pages/pay_card.h"
#include "widgets/controls.h"
#include "widgets/figure_delegate.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QDir>
#include <QHeaderView>
#include <QStandardPaths>
#include <QTableView>

namespace unchained::ui {

namespace {
constexpr int kWalletSide = 320;
}

WalletPage::WalletPage(QWidget* parent)
    : PageFrame(parent), m_backupBanner(new Banner(Banner::Kind::Caution, {})), m_balance(new Figure(tr("Balance"))),
      m_locked(new Figure(tr("Locked"))), m_where(new Figure(tr("Marketplaces"))), m_model(new LedgerModel(this)),
      m_pay(new PayCard), m_receive(new ReceiveCard), m_key(new KeyCard) {
    column()->addWidget(makeLabel(tr("Wallet"), Type::Page));
    m_backupBanner->setMessage(Banner::Kind::Caution,
                               tr("Your key is only on this computer. Back it up before you have more to lose."));
    m_backupBanner->setActions({tr("Back it up")});
    m_backupBanner->setClosable(false);
    m_backupBanner->hide();
    column()->addWidget(m_backupBanner);
    auto* figures = new QHBoxLayout;
    for (Figure* figure : {m_balance, m_locked, m_where})
        figures->addWidget(figure, 1);
    m_locked->setParted(true);
    m_where->setParted(true);
    column()->addLayout(figures);
    auto* columns = new TwoColumns(kWalletSide);
    columns->main()->addWidget(buildHistory(), 1);
    columns->addSide(m_pay);
    columns->addSide(m_receive);
    columns->addSide(m_key);
    column()->addWidget(columns, 1);
    connect(m_backupBanner, &Banner::action, m_key, &KeyCard::askForBackup);
    connect(m_pay, &PayCard::payWanted, this, &WalletPage::payWanted);
    connect(m_key, &KeyCard::backupWanted, this, [this](const QString& file) { emit backupWanted(file, {}); });
    connect(m_key, &KeyCard::restoreWanted, this, &WalletPage::restoreWanted);
    fill();
}

Card* WalletPage::buildHistory() {
    auto* card = new Card;
    card->setHeading(tr("History"));
    auto* exportLink = makeButton(ButtonKind::Link, tr("Export as CSV"));
    card->addToHeading(exportLink);
    m_search = new SearchField(tr("Search the history"));
    m_file = new FileField(tr("File for the table"), FileField::For::Writing);
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_file->setPath(QDir(home).filePath(QStringLiteral("unchained-history.csv")));
    auto* write = makeButton(ButtonKind::Secondary, tr("Write the file"));
    m_exportForm = new QWidget;
    auto* form = new QHBoxLayout(m_exportForm);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(scaled(space::k8));
    form->addWidget(m_file, 1);
    form->addWidget(write);
    m_exportForm->hide();

    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->setAccessibleName(tr("History"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table; arrows walk in it
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(size::kRow));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::What, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(scaled(260));
    m_states = new FourStatePage;
    m_states->setContent(m_table);
    m_states->showLoading();
    card->body()->setSpacing(scaled(space::k8));
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_exportForm);
    card->body()->addWidget(m_states, 1);

    connect(m_search, &QLineEdit::textChanged, this, &WalletPage::fill);
    connect(m_states, &FourStatePage::primary, m_search, &QLineEdit::clear);
    connect(exportLink, &QPushButton::clicked, this, [this] {
        m_exportForm->setVisible(m_exportForm->isHidden());
        if (!m_exportForm->isHidden()) m_file->setFocus();
    });
    const auto send = [this] {
        if (m_file->path().isEmpty()) return m_file->setFocus();
        m_exportForm->hide();
        emit exportWanted(m_file->path());
    };
    connect(write, &QPushButton::clicked, this, send);
    connect(m_file->edit(), &QLineEdit::returnPressed, this, send);
    return card;
}

QByteArray WalletPage::csv() const {
    return ledgerCsv(m_model->lines());
}

void WalletPage::setPlay(bool play) {
    m_play = play;
    m_key->setVisible(!play);
    fill();
}

void WalletPage::setWallet(const WalletFacts& wallet) {
    m_facts = wallet;
    m_told = true;
    m_pay->setOwn(wallet.peer);
    m_receive->setPeer(wallet.peer);
    m_key->setWallet(wallet);
    fill();
}

void WalletPage::setMarkets(const std::vector<MarketFacts>& markets) {
    if (markets == m_markets) return;
    m_markets = markets;
    m_pay->setMarkets(markets);
    fill();
}

void WalletPage::setPayResult(const Trouble& why, const QString& done) {
    m_pay->setResult(why, done);
}

void WalletPage::fill() {
    QHash<QString, QString> names;
    int up = 0;
    for (const MarketFacts& each : m_markets) {
        names[each.address] = each.name;
        up += each.state == LinkState::Up ? 1 : 0;
    }
    m_balance->set(creditFloor(m_facts.balance), tr("credits"), tr("free to spend"));
    m_locked->set(creditCeiling(m_facts.locked), tr("credits"), tr("in jobs and bonds until won or returned"));
    m_where->set(countText(m_markets.size()), {}, tr("%n of them answer(s) now", nullptr, up));
    m_table->setColumnHidden(LedgerModel::Market, m_markets.size() <= 1); // it would say the same in each line
    m_backupBanner->setVisible(m_told && !m_facts.backedUp && !m_play);
    m_model->setLines(searchLedger(m_facts.lines, m_search->text()), names);
    if (!m_told) return;
    if (m_facts.lines.empty())
        m_states->showEmpty({tr("Nothing has moved yet"),
                             tr("What you pay, lock and receive is listed here, line by line."),
                             {},
                             {},
                             {},
                             "wallet"});
    else if (m_model->rowCount() == 0)
        m_states->showEmpty({tr("No line has \"%1\"").arg(m_search->text()),
                             tr("The history has %n line(s).", nullptr, static_cast<int>(m_facts.lines.size())),
                             tr("Empty the search"),
                             {},
                             {},
                             "browse"});
    else
        m_states->showContent();
}

} // namespace unchained::ui
