// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/page_frame.h"

class QTableView;

namespace unchained::ui {

class Banner;
class Card;
class Figure;
class FileField;
class FourStatePage;
class KeyCard;
class LedgerModel;
class PayCard;
class ReceiveCard;
class SearchField;

/// Money: balance, history, paying, receiving, and the key that it hangs on.
class WalletPage : public PageFrame {
    Q_OBJECT
public:
    explicit WalletPage(QWidget* parent = nullptr);
    void setWallet(const WalletFacts& wallet);
    void setMarkets(const std::vector<MarketFacts>& markets);
    /// The credits are of the demo: its key goes with it, so there is none to back up or to restore.
    void setPlay(bool play);
    /// The answer to payWanted(): a trouble, or what was done.
    void setPayResult(const Trouble& why, const QString& done);
    /// What exportWanted() is to write: the lines that the search shows now.
    [[nodiscard]] QByteArray csv() const;

signals:
    void payWanted(QString market, QByteArray peer, unchained::Amount amount);
    /// The file takes the key as it is; its passphrase, where it has one, stays the same. `passphrase` is empty.
    void backupWanted(QString file, QString passphrase);
    void restoreWanted(QString file, QString passphrase);
    void exportWanted(QString file);

private:
    [[nodiscard]] Card* buildHistory();
    void fill();

    WalletFacts m_facts;
    std::vector<MarketFacts> m_markets;
    bool m_told = false, m_play = false;
    Banner* m_backupBanner;
    Figure *m_balance, *m_locked, *m_where;
    LedgerModel* m_model;
    SearchField* m_search;
    FileField* m_file;
    QWidget* m_exportForm;
    FourStatePage* m_states;
    QTableView* m_table;
    PayCard* m_pay;
    ReceiveCard* m_receive;
    KeyCard* m_key;
};

} // namespace unchained::ui
