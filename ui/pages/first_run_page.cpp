// SPDX-License-Identifier: Apache-2.0
#include "pages/first_run_page.h"

#include "pages/peer_picture.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace unchained::ui {

namespace {

constexpr int kChoicesWidest = 760, kChoiceEdge = 26, kChoicePictureHeight = 116, kLogo = 32, kFingerprintGroups = 8;
/// Of no one: chosen for their pictures only.
constexpr char kRentSeed = 8, kHostSeed = 48, kDemoSeed = -27;

QByteArray pictureSeed(char first) {
    QByteArray out(32, '\0');
    out[0] = first;
    return out;
}

} // namespace

/// One of three: a picture, what it is, and the button that begins it. The picture and the words take a click as well.
class FirstRunPage::Choice : public Card {
public:
    Choice(char seed, const QString& title, const QString& words, QPushButton* button, bool first = false)
        : m_seed(pictureSeed(seed)), m_button(button), m_first(first) {
        setSelected(first);
        layout()->setContentsMargins(scaled(14), scaled(kChoicePictureHeight + 12), scaled(14), scaled(14));
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(title);
        body()->addWidget(makeLabel(title, Type::Section));
        body()->addSpacing(scaled(space::k4));
        body()->addWidget(makeParagraph(words, Type::Small));
        body()->addStretch(1);
        body()->addSpacing(scaled(space::k16));
        body()->addWidget(m_button);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        Card::paintEvent(event);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int edge = m_first ? 2 : 1; // the border stays
        const QRectF inside = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
        QPainterPath card;
        card.addRoundedRect(inside, radius::kCard - edge, radius::kCard - edge);
        painter.setClipPath(card);
        const QSize size(width() - 2 * edge, scaled(kChoicePictureHeight));
        painter.drawPixmap(edge, edge, hostPicture(m_seed, size, 0, devicePixelRatioF()));
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        Card::mouseReleaseEvent(event);
        if (event->button() == Qt::LeftButton && rect().contains(event->pos())) m_button->click();
    }

private:
    QByteArray m_seed;
    QPushButton* m_button;
    bool m_first;
};

FirstRunPage::FirstRunPage(QWidget* parent) : PageFrame(parent) {
    auto* card = new Card;
    card->setMaximumWidth(scaled(kChoicesWidest));
    card->layout()->setContentsMargins(scaled(kChoiceEdge), scaled(kChoiceEdge), scaled(kChoiceEdge),
                                       scaled(kChoiceEdge - 4));
    card->body()->addWidget(buildHead());
    card->body()->addSpacing(scaled(space::kPage));
    card->body()->addWidget(buildChoices());
    card->body()->addSpacing(scaled(space::k16));
    card->body()->addWidget(buildKey());
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 1000);
    row->addStretch(1);
    column()->addStretch(2);
    column()->addLayout(row);
    column()->addStretch(3);
    fill();
}

QWidget* FirstRunPage::buildHead() {
    auto* head = new QWidget;
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k2));
    words->addWidget(makeLabel(tr("Welcome to Unchained"), Type::Page));
    words->addWidget(makeParagraph(tr("Compute from people, checked by anyone. What brings you here?")));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k12));
    row->addWidget(new IconLabel("logo", Token::Text, kLogo));
    row->addLayout(words, 1);
    return head;
}

QWidget* FirstRunPage::buildChoices() {
    auto* choices = new QWidget;
    auto* rent = makeButton(ButtonKind::Primary, tr("Rent compute"));
    auto* host = makeButton(ButtonKind::Secondary, tr("List this machine"));
    auto* demo = makeButton(ButtonKind::Secondary, tr("Open the demo"));
    demo->setObjectName(QStringLiteral("demo"));
    auto* first =
        new Choice(kRentSeed, tr("Rent"),
                   tr("Browse hosts, train your model, pay only for steps that are right. It needs credits on "
                      "a marketplace."),
                   rent, true);
    auto* second = new Choice(kHostSeed, tr("Host"),
                              tr("Put this machine to work. Paid within seconds, and it bets credits that each step is "
                                 "right."),
                              host);
    auto* third = new Choice(kDemoSeed, tr("Look around"),
                             tr("A small market of three hosts on this computer, with play credits. Nothing to lose, "
                                "nothing kept."),
                             demo);
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k16));
    for (Choice* each : {first, second, third})
        row->addWidget(each, 1);
    connect(rent, &QPushButton::clicked, this, &FirstRunPage::rentChosen);
    connect(host, &QPushButton::clicked, this, &FirstRunPage::hostChosen);
    connect(demo, &QPushButton::clicked, this, &FirstRunPage::demoChosen);
    return choices;
}

QWidget* FirstRunPage::buildKey() {
    auto* box = new QWidget;
    m_picture = new PeerPicture(36);
    m_made = makeLabel({}, Type::Body);
    m_name = makeLabel({}, Type::Value);
    m_name->setWeight(QFont::DemiBold);
    m_stays = makeLabel({}, Type::Small, Token::Text2);
    m_fingerprint = makeLabel({}, Type::Small, Token::Text2);
    m_made->setElided(true);
    m_stays->setElided(true);
    m_backup = makeButton(ButtonKind::Secondary, tr("Back it up"), "shield");
    auto* restore = makeButton(ButtonKind::Quiet, tr("Restore from a backup"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* made = new QHBoxLayout;
    made->setSpacing(scaled(space::k4));
    made->addWidget(m_made);
    made->addWidget(m_name);
    made->addStretch(1);
    words->addLayout(made);
    words->addWidget(m_stays);
    words->addWidget(m_fingerprint);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k12));
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    row->addWidget(m_backup);
    row->addWidget(restore);
    connect(m_backup, &QPushButton::clicked, this, &FirstRunPage::backupWanted);
    connect(restore, &QPushButton::clicked, this, &FirstRunPage::restoreWanted);
    return box;
}

void FirstRunPage::setNickname(const QString& nickname) {
    m_nickname = nickname;
    fill();
}

void FirstRunPage::setFingerprint(const QString& fingerprint) {
    m_fingerprintText = fingerprint;
    fill();
}

void FirstRunPage::setPeer(const QByteArray& peer) {
    m_picture->setPeer(peer);
}

void FirstRunPage::fill() {
    const bool made = !m_nickname.isEmpty();
    m_made->setText(made ? tr("Your new key:") : tr("Your key is being made"));
    m_name->setText(m_nickname);
    m_name->setVisible(made);
    m_stays->setText(tr("Only on this computer; your credits hang on it."));
    if (!m_fingerprintText.isEmpty()) m_stays->setText(m_stays->text() + QLatin1Char(' ') + tr("Its fingerprint:"));
    // All of it: who compares less than that compares nothing.
    m_fingerprint->setText(groupedDigits(m_fingerprintText, kFingerprintGroups));
    m_fingerprint->setAccessibleName(tr("Fingerprint %1").arg(m_fingerprintText));
    m_fingerprint->setVisible(!m_fingerprintText.isEmpty());
    m_backup->setEnabled(made);
}

} // namespace unchained::ui
