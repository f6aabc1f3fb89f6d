// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace unchained::ui {

/// In place of everything while the data directory cannot be opened: why, a field for the passphrase where one is
/// wanted, and another try.
class LockedPage : public QWidget {
    Q_OBJECT
public:
    explicit LockedPage(QWidget* parent = nullptr);
    void setTrouble(const Trouble& why, bool wantsPassphrase);

signals:
    void tryAgain(const QString& passphrase);

private:
    QLabel *m_title, *m_why;
    QLineEdit* m_passphrase;
    QPushButton* m_try;
};

} // namespace unchained::ui
