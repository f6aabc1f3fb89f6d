// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace unchained::ui {

/// In place of everything while the data directory cannot be opened: why, a field for the passphrase where one is
/// wanted, and another try. After a break in mid-work also since when, what that means, and the next try.
class LockedPage : public QWidget {
    Q_OBJECT
public:
    explicit LockedPage(QWidget* parent = nullptr);
    void setTrouble(const Trouble& why, bool wantsPassphrase);
    void setBreak(const BreakFacts& facts);
    void setNow(qint64 now);

signals:
    void tryAgain(const QString& passphrase);

private:
    void showBreak();

    BreakFacts m_break;
    qint64 m_now = 0;
    QLabel *m_title, *m_why, *m_meanwhile, *m_next;
    QLineEdit* m_passphrase;
    QPushButton* m_try;
};

} // namespace unchained::ui
