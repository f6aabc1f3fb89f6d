// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/themed.h"

#include <QLineEdit>

class QAction;

namespace unchained::ui {

/// 36 high, a glass at its left, the keys that lead to it at its right; a cross empties it.
class SearchField : public Themed<QLineEdit> {
    Q_OBJECT
public:
    /// @param keys  "Ctrl K", shown while it is empty; the window gives them their meaning
    SearchField(const QString& placeholder, const QString& keys = {}, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int keysWidth() const;
    void makeRoom();

    QString m_keys;
    QAction* m_clear;
};

/// A number with its unit inside the field: "74.40 credits".
class UnitField : public Themed<QLineEdit> {
    Q_OBJECT
public:
    UnitField(const QString& name, const QString& text, const QString& unit, QWidget* parent = nullptr);
    /// A border in wrong and the sentence as tooltip and description; empty: all is well. The page also shows it.
    void setMistake(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeRoom();

    QString m_unit;
};

/// A label of 12 px above a field, 4 apart; the label's mnemonic leads to the field.
[[nodiscard]] QWidget* withLabel(const QString& label, QWidget* field, QWidget* parent = nullptr);

} // namespace unchained::ui
