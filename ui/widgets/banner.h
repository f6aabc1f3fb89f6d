// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QFrame>

class QHBoxLayout;

namespace unchained::ui {

class IconLabel;
class Label;

/// What happened, in its place on the page: never a message box. Says itself to a screen reader when it is shown.
class Banner : public Themed<QFrame> {
    Q_OBJECT
public:
    enum class Kind { Info, Caution, Error };

    explicit Banner(Kind kind, const QString& text, QWidget* parent = nullptr);

    /// Another text and kind in the same place, as when a fault is mended.
    void setMessage(Kind kind, const QString& text);
    /// At most two, left of the cross; action(index) tells which.
    void setActions(const QStringList& actions);
    /// Without the cross where the banner must stay until its cause has gone.
    void setClosable(bool closable);

signals:
    void action(int index);
    /// The cross; the banner has hidden itself.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void announce();

    Kind m_kind;
    IconLabel* m_icon;
    Label* m_text;
    QHBoxLayout* m_actions;
    QWidget* m_close;
};

} // namespace unchained::ui
