// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace unchained::ui {

class BetModel;

/// Rows of 56: picture, title and line, price with its bar, what is staked and the time that is left. Arrows walk,
/// Enter opens.
class BetList : public QListView {
    Q_OBJECT
public:
    explicit BetList(BetModel& model, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
};

} // namespace unchained::ui
