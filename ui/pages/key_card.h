// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

class QLineEdit;
class QPushButton;

namespace unchained::ui {

class Badge;
class FileField;
class Label;
class QrCode;

/// Our peer id, to be paid to: copied, or read from the screen by another's camera.
class ReceiveCard : public Card {
    Q_OBJECT
public:
    explicit ReceiveCard(QWidget* parent = nullptr);
    void setPeer(const QByteArray& peer);

private:
    QByteArray m_peer;
    QrCode* m_code;
    QLineEdit* m_id;
    QPushButton* m_copy;
};

/// The key that all credits hang on: whether it is kept elsewhere too, its backup, and how to bring one back.
class KeyCard : public Card {
    Q_OBJECT
public:
    explicit KeyCard(QWidget* parent = nullptr);
    void setWallet(const WalletFacts& wallet);
    /// Opens the form and takes the keyboard there.
    void askForBackup();

signals:
    void backupWanted(QString file);
    void restoreWanted(QString file, QString passphrase);

private:
    QWidget* buildBackup();
    QWidget* buildRestore();
    void open(QWidget* form);

    bool m_encrypted = false;
    Badge* m_badge;
    Label *m_fingerprint, *m_note, *m_backupNote, *m_mistake;
    QWidget *m_buttons, *m_backup, *m_restore;
    FileField *m_backupFile, *m_restoreFile;
    QLineEdit* m_passphrase;
};

} // namespace unchained::ui
