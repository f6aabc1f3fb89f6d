// SPDX-License-Identifier: Apache-2.0
#include "pages/key_card.h"

#include "pages/file_field.h"
#include "pages/qr_code.h"
#include "theme/host_picture.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/flow_layout.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QStandardPaths>

namespace unchained::ui {

ReceiveCard::ReceiveCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_code(new QrCode), m_id(new QLineEdit),
      m_copy(makeButton(ButtonKind::Secondary, tr("Copy the peer id"), "file")) {
    setHeading(tr("Receive"));
    m_id->setReadOnly(true);
    m_id->setAccessibleName(tr("Your peer id"));
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(makeParagraph(tr("Who knows your peer id can pay you, and nothing else."), Type::Small));
    body()->addWidget(m_code, 0, Qt::AlignHCenter);
    body()->addWidget(m_id);
    body()->addWidget(m_copy);
    body()->addStretch(1); // what is left of a height that another card sets
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_id->text());
        m_copy->setText(tr("Copied"));
        setButtonIcon(m_copy, "check");
    });
}

void ReceiveCard::setPeer(const QByteArray& peer) {
    if (peer == m_peer) return;
    m_peer = peer;
    m_id->setText(QString::fromLatin1(peer.toHex()));
    m_id->setCursorPosition(0);
    m_code->setText(m_id->text());
    m_copy->setText(tr("Copy the peer id"));
    setButtonIcon(m_copy, "file");
}

KeyCard::KeyCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_badge(new Badge({})), m_fingerprint(makeLabel({}, Type::Value)),
      m_note(makeParagraph({}, Type::Small)), m_mistake(makeParagraph({}, Type::Small, Token::Wrong)),
      m_buttons(new QWidget) {
    setHeading(tr("Key"));
    addToHeading(m_badge);
    auto* backup = makeButton(ButtonKind::Secondary, tr("Back up"), "shield");
    auto* restore = makeButton(ButtonKind::Secondary, tr("Restore"), "retry");
    auto* row = new FlowLayout(m_buttons, scaled(space::k8), scaled(space::k8));
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(backup);
    row->addWidget(restore);
    m_mistake->hide();
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_fingerprint);
    body()->addWidget(m_note);
    body()->addWidget(m_buttons);
    body()->addWidget(m_backup = buildBackup());
    body()->addWidget(m_restore = buildRestore());
    body()->addWidget(m_mistake);
    body()->addStretch(1); // what is left of a height that another card sets
    m_backup->hide();
    m_restore->hide();
    connect(backup, &QPushButton::clicked, this, &KeyCard::askForBackup);
    connect(restore, &QPushButton::clicked, this, [this] { open(m_restore); });
}

QWidget* KeyCard::buildBackup() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k8));
    m_backupFile = new FileField(tr("File for the backup"), FileField::For::Writing);
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_backupFile->setPath(QDir(home).filePath(QStringLiteral("unchained-key.backup")));
    m_backupNote = makeParagraph({}, Type::Small);
    auto* write = makeButton(ButtonKind::Primary, tr("Write the backup"));
    auto* back = makeButton(ButtonKind::Quiet, tr("Back"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(write, 1);
    column->addWidget(withLabel(tr("File for the backup, best on another disk"), m_backupFile));
    column->addWidget(m_backupNote);
    column->addLayout(buttons);
    const auto send = [this] {
        const QString path = m_backupFile->path();
        m_mistake->setText(tr("Name a file for the backup."));
        m_mistake->setVisible(path.isEmpty());
        if (path.isEmpty()) return m_backupFile->setFocus();
        open(nullptr);
        emit backupWanted(path);
    };
    connect(write, &QPushButton::clicked, this, send);
    connect(m_backupFile->edit(), &QLineEdit::returnPressed, this, send);
    connect(back, &QPushButton::clicked, this, [this] { open(nullptr); });
    return form;
}

QWidget* KeyCard::buildRestore() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k8));
    m_restoreFile = new FileField(tr("File of the backup"), FileField::For::Reading);
    m_passphrase = new QLineEdit;
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("empty where it has none"));
    auto* write = makeButton(ButtonKind::Primary, tr("Restore the key"));
    auto* back = makeButton(ButtonKind::Quiet, tr("Back"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(write, 1);
    column->addWidget(withLabel(tr("File of the backup"), m_restoreFile));
    column->addWidget(withLabel(tr("Its passphrase"), m_passphrase));
    column->addWidget(
        makeParagraph(tr("It takes the place of the key that is here, which must have no history yet."), Type::Small));
    column->addLayout(buttons);
    const auto send = [this] {
        const QString path = m_restoreFile->path(), passphrase = m_passphrase->text();
        m_mistake->setText(tr("Name the file of the backup."));
        m_mistake->setVisible(path.isEmpty());
        if (path.isEmpty()) return m_restoreFile->setFocus();
        m_passphrase->clear();
        open(nullptr);
        emit restoreWanted(path, passphrase);
    };
    connect(write, &QPushButton::clicked, this, send);
    connect(m_passphrase, &QLineEdit::returnPressed, this, send);
    connect(back, &QPushButton::clicked, this, [this] { open(nullptr); });
    return form;
}

void KeyCard::open(QWidget* form) {
    m_mistake->hide();
    m_backup->setVisible(form == m_backup);
    m_restore->setVisible(form == m_restore);
    m_buttons->setVisible(form == nullptr);
    if (form == m_backup) m_backupFile->setFocus();
    if (form == m_restore) m_restoreFile->setFocus();
}

void KeyCard::askForBackup() {
    open(m_backup);
}

void KeyCard::setWallet(const WalletFacts& wallet) {
    if (wallet.backedUp)
        m_badge->setBadge(tr("Backed up"), Tone::Right);
    else
        m_badge->setBadge(tr("No backup"), Tone::Won, "warn");
    m_fingerprint->setText(wallet.peer.isEmpty() ? QString() : nickname(wallet.peer));
    m_fingerprint->setToolTip(wallet.fingerprint);
    m_note->setText(
        wallet.backedUp
            ? tr("Your credits hang on this key. There is a copy; keep it where only you can reach it.")
            : tr("Your credits hang on this key, and it is only on this computer. If it is lost, they are."));
    m_backupNote->setText(wallet.encrypted ? tr("The copy opens with the same passphrase as the key that is here.")
                                           : tr("The key has no passphrase: whoever gets the file gets the credits."));
}

} // namespace unchained::ui
