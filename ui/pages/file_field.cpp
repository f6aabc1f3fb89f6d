// SPDX-License-Identifier: Apache-2.0
#include "pages/file_field.h"

#include "theme/theme.h"
#include "widgets/button.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLineEdit>

namespace unchained::ui {

FileField::FileField(const QString& name, For what, QWidget* parent)
    : QWidget(parent), m_for(what), m_edit(new QLineEdit) {
    m_edit->setAccessibleName(name);
    setAccessibleName(name);
    setFocusProxy(m_edit);
    auto* choose = makeIconButton("file", tr("Choose the file"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k4));
    row->addWidget(m_edit, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::path() const {
    return m_edit->text().trimmed();
}

void FileField::setPath(const QString& path) {
    m_edit->setText(path);
}

void FileField::choose() {
    auto* dialog = new QFileDialog(this, m_edit->accessibleName(), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(m_for == For::Writing ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(m_for == For::Writing ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
    dialog->open();
}

} // namespace unchained::ui
