// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pages/page_frame.h"

class QBoxLayout;
class QPushButton;

namespace unchained::ui {

class Label;
class PeerPicture;

/// The first thing that is seen: rent, host or look around; the key that was made, its backup, another one's restore.
class FirstRunPage : public PageFrame {
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget* parent = nullptr);
    /// "bramble-oat-41": of the key that was made.
    void setNickname(const QString& nickname);
    void setFingerprint(const QString& fingerprint);
    /// 32 bytes, for the picture.
    void setPeer(const QByteArray& peer);

signals:
    void rentChosen();
    void hostChosen();
    void demoChosen();
    void backupWanted();
    void restoreWanted();

private:
    class Choice;
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildChoices();
    [[nodiscard]] QWidget* buildKey();
    void fill();

    QString m_nickname, m_fingerprintText;
    PeerPicture* m_picture;
    Label *m_made, *m_name, *m_stays, *m_fingerprint;
    QPushButton* m_backup;
};

} // namespace unchained::ui
