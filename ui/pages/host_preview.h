// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <optional>

class QPushButton;

namespace unchained::ui {

class Badge;
class KeyValueRow;
class Stars;

/// The chosen host beside the list: its picture, its figures, and the way to its page.
class HostPreview : public Card {
    Q_OBJECT
public:
    explicit HostPreview(QWidget* parent = nullptr);
    /// None: a word on what is shown here.
    void setHost(const std::optional<HostFacts>& host);

signals:
    void openWanted();
    void favouriteWanted();

private:
    class Picture;
    void fill(const HostFacts& host);

    QWidget *m_hint, *m_facts;
    Picture* m_picture;
    Label *m_device, *m_where;
    Stars* m_stars;
    Badge *m_badge, *m_checks;
    KeyValueRow *m_price, *m_verified, *m_rate, *m_memory, *m_bond, *m_rentals, *m_since;
    QPushButton *m_open, *m_favourite;
};

} // namespace unchained::ui
