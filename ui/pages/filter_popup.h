// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "models/host_criteria.h"
#include "widgets/themed.h"

#include <QList>

#include <optional>

class QVBoxLayout;

namespace unchained::ui {

class UnitField;
class Label;

/// A panel like a menu that holds controls. Esc or a click beside it closes it; it deletes itself then.
class FilterPopup : public Themed<QWidget> {
    Q_OBJECT
public:
    explicit FilterPopup(const QString& title, QWidget* parent);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Under the widget, or over it where the screen ends.
    void openUnder(const QWidget* anchor);
    /// To what it holds now.
    void fit();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QVBoxLayout* m_body;
};

struct Choice {
    QString value;
    int count = 0; ///< hosts that have it
};

/// Any of many: devices, places.
class ChoicePopup : public FilterPopup {
    Q_OBJECT
public:
    ChoicePopup(const QString& title, const QList<Choice>& choices, const QStringList& chosen, QWidget* parent);

signals:
    void changed(const QStringList& chosen);

private:
    QStringList m_chosen;
};

/// The most that a host may ask: typed, or one of the market's quarters.
class PricePopup : public FilterPopup {
    Q_OBJECT
public:
    /// @param prices  of all hosts
    PricePopup(std::vector<Amount> prices, std::optional<Amount> most, QWidget* parent);

signals:
    void changed(std::optional<unchained::Amount> most);

private:
    void read();

    UnitField* m_field;
    Label* m_mistake;
};

/// Searches that were kept, and the way to keep this one.
class SavedPopup : public FilterPopup {
    Q_OBJECT
public:
    /// @param suggestion  a name for the search at hand; empty: there is nothing to keep
    SavedPopup(const QList<SavedSearch>& saved, const QString& suggestion, QWidget* parent);

signals:
    void chosen(int index);
    void removed(int index);
    void kept(const QString& name);
};

} // namespace unchained::ui
