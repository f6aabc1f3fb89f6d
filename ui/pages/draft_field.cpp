// SPDX-License-Identifier: Apache-2.0
#include "pages/draft_field.h"

namespace unchained::ui {

void DraftField::setSubject(const QByteArray& subject) {
    if (subject == m_subject) return;
    m_drafts[m_subject].text = text();
    m_subject = subject;
    setText(m_drafts[m_subject].text);
}

QString DraftField::send() {
    const QString words = text().trimmed();
    if (words.isEmpty()) setFocus();
    if (words.isEmpty() || m_drafts[m_subject].sent == words) return {};
    return m_drafts[m_subject].sent = words;
}

bool DraftField::setAnswer(const QByteArray& subject, const QString& words, bool taken) {
    Draft& draft = m_drafts[subject];
    if (words.isEmpty() || draft.sent != words) return false; // of another field
    draft.sent.clear();
    if (!taken) return false;
    if (draft.text.trimmed() == words) draft.text.clear();
    if (subject != m_subject || text().trimmed() != words) return false; // something else was written meanwhile
    clear();
    return true;
}

} // namespace unchained::ui
