// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLineEdit>

#include <map>

namespace unchained::ui {

/// A field for words to somebody, on a page that shows now this case and now another: each has a draft of its own, and
/// a draft goes only once its words were taken.
class DraftField : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;
    /// What the words are about from now on: its draft is shown.
    void setSubject(const QByteArray& subject);
    /// The words to be sent now, without space around them. Empty where there are none, which moves the keyboard here,
    /// or where the same ones are on their way.
    [[nodiscard]] QString send();
    /// What became of words that send() gave; true where they have gone from the field that is shown.
    bool setAnswer(const QByteArray& subject, const QString& words, bool taken);

private:
    struct Draft {
        QString text; ///< while it is not shown
        QString sent; ///< on its way
    };
    QByteArray m_subject;
    std::map<QByteArray, Draft> m_drafts; ///< by subject
};

} // namespace unchained::ui
