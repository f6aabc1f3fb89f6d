// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;

namespace unchained::ui {

/// The path of a file: typed, or chosen in the desktop's dialog, which does not hold up the window.
class FileField : public QWidget {
    Q_OBJECT
public:
    enum class For { Reading, Writing };
    FileField(const QString& name, For what, QWidget* parent = nullptr);
    [[nodiscard]] QString path() const;
    void setPath(const QString& path);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

private:
    void choose();

    For m_for;
    QLineEdit* m_edit;
};

} // namespace unchained::ui
