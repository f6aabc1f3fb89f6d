// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/page_frame.h"

class QPushButton;

namespace unchained::ui {

class Card;
class KeyValueRow;
class Label;
class PeerPicture;

/// The last look before money moves: what is locked, expected, at most, left, and what comes back. It shows what was
/// asked for when it was opened and confirms nothing else.
class RentSheet : public PageFrame {
    Q_OBJECT
public:
    explicit RentSheet(QWidget* parent = nullptr);

    /// @param request  with the limit that holds
    void open(const HostFacts& host, const PlanFacts& plan, const RentRequest& request);
    void setBalance(std::optional<Amount> balance);
    /// The newest of the host and the plan: where they are no longer what is shown, it can only be left.
    void setCurrent(const HostFacts& host, const std::optional<PlanFacts>& plan);
    /// Why what was confirmed did not begin; it can be confirmed again.
    void setTrouble(const Trouble& why);

signals:
    void back();
    void confirmed(unchained::ui::RentRequest request);

private:
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildFoot();
    void fill();
    [[nodiscard]] QString obstacle() const;

    HostFacts m_host;
    PlanFacts m_plan;
    RentRequest m_request;
    std::optional<Amount> m_balance;
    QString m_changed; ///< a sentence; empty where all is as shown
    Trouble m_refused;
    bool m_sent = false;
    PeerPicture* m_picture;
    Label *m_title, *m_under, *m_words, *m_obstacleText;
    KeyValueRow *m_locked, *m_expected, *m_most, *m_bond, *m_after, *m_fetch;
    Card* m_obstacle;
    QPushButton *m_back, *m_confirm;
};

} // namespace unchained::ui
