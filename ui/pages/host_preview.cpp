// SPDX-License-Identifier: Apache-2.0
#include "pages/host_preview.h"

#include "models/host_words.h"
#include "theme/host_picture.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/figure.h"
#include "widgets/flow_layout.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/stars.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace unchained::ui {

class HostPreview::Picture final : public Themed<QWidget> {
public:
    Picture() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }
    void setHost(const QByteArray& peer, bool free) {
        m_peer = peer;
        m_free = free;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {scaled(320), scaled(132)}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setOpacity(m_free ? 1 : 0.5);
        painter.drawPixmap(0, 0, hostPicture(m_peer, size(), radius::kInset, devicePixelRatioF()));
    }

private:
    QByteArray m_peer;
    bool m_free = true;
};

HostPreview::HostPreview(QWidget* parent)
    : Card(CardKind::Raised, parent), m_hint(new QWidget), m_facts(new QWidget), m_picture(new Picture),
      m_device(makeLabel({}, Type::Section)), m_where(makeLabel({}, Type::Small, Token::Text2)), m_stars(new Stars),
      m_badge(new Badge({})), m_checks(new Badge({})), m_price(new KeyValueRow(tr("Price"))),
      m_verified(new KeyValueRow(tr("Verified price"))), m_rate(new KeyValueRow(tr("Exact rate"))),
      m_memory(new KeyValueRow(tr("Memory"))), m_bond(new KeyValueRow(tr("Bond, up to"))),
      m_rentals(new KeyValueRow(tr("Rentals"))), m_since(new KeyValueRow(tr("Listing of"))),
      m_open(makeButton(ButtonKind::Primary, tr("Open this host"))),
      m_favourite(makeIconButton("heart", tr("Keep as a favourite"))) {
    auto* hint = new QVBoxLayout(m_hint);
    hint->setContentsMargins(0, 0, 0, 0);
    auto* words = makeParagraph(tr("Choose a host in the list; what it offers is shown here."), Type::Body);
    words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    hint->addStretch(1);
    hint->addWidget(words);
    hint->addStretch(1);

    auto* column = new QVBoxLayout(m_facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_picture);
    column->addSpacing(scaled(space::k12));
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    m_device->setElided(true);
    m_where->setElided(true);
    title->addWidget(m_device, 1);
    title->addWidget(m_stars);
    column->addLayout(title);
    column->addWidget(m_where);
    column->addSpacing(scaled(space::k8));
    auto* badges = new QWidget;
    auto* flow = new FlowLayout(badges, scaled(space::k6), scaled(space::k6));
    flow->addWidget(m_badge);
    flow->addWidget(m_checks);
    column->addWidget(badges);
    column->addSpacing(scaled(space::k8));
    for (KeyValueRow* row : {m_price, m_verified, m_rate, m_memory, m_bond, m_rentals, m_since})
        column->addWidget(row);
    column->addSpacing(scaled(space::k12));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::k8));
    buttons->addWidget(m_open, 1);
    buttons->addWidget(m_favourite);
    column->addLayout(buttons);
    column->addStretch(1);

    body()->addWidget(m_hint, 1);
    body()->addWidget(m_facts, 1);
    connect(m_open, &QPushButton::clicked, this, &HostPreview::openWanted);
    connect(m_favourite, &QPushButton::clicked, this, &HostPreview::favouriteWanted);
    setHost(std::nullopt);
}

void HostPreview::setHost(const std::optional<HostFacts>& host) {
    m_hint->setVisible(!host);
    m_facts->setVisible(host.has_value());
    if (host) fill(*host);
}

void HostPreview::fill(const HostFacts& host) {
    m_picture->setHost(host.peer, host.free());
    m_device->setText(host.device);
    m_device->setToolTip(host.device);
    m_where->setText(whereText(host));
    m_where->setToolTip(whereText(host));
    m_stars->setRating(host.stars().value_or(0),
                       host.stars() ? static_cast<int>(std::min<std::uint64_t>(host.rating.count, 1'000'000)) : 0);
    const QString absence = absenceText(host);
    const HostBadge badge = badgeOf(host);
    if (!absence.isEmpty())
        m_badge->setBadge(absence, Tone::Neutral, host.online ? "clock" : "off");
    else
        m_badge->setBadge(badgeText(badge), badge == HostBadge::FailedCheck ? Tone::Wrong : Tone::Neutral,
                          badgeIcon(badge));
    m_badge->setToolTip(absence.isEmpty() ? badgeRule(badge) : QString());
    m_badge->setVisible(!absence.isEmpty() || badge != HostBadge::None);
    const CheckWords checks = checkWords(host);
    m_checks->setBadge(checks.text, checks.tone, checks.icon);
    m_price->setValue(pricePerHourText(host));
    m_verified->setValue(perTeraflopText(host));
    m_verified->setToolTip(perTeraflopRule(host));
    m_rate->setValue(rateText(host.teraflops()));
    m_memory->setValue(host.memory > 0 ? memoryText(host.memory) : tr("not said"));
    m_bond->setValue(tr("%1 credits").arg(creditText(host.bond)));
    m_rentals->setValue(countText(host.contracts));
    const QDate since = QDateTime::fromMSecsSinceEpoch(host.since).date();
    m_since->setValue(host.since > 0 ? QLocale().toString(since, tr("d MMM yyyy", "a date, as QLocale writes it"))
                                     : tr("not said"));
    const QString keep = host.favourite ? tr("Take off the favourites") : tr("Keep as a favourite");
    setButtonIcon(m_favourite, host.favourite ? "heart-filled" : "heart");
    m_favourite->setIconSize(QSize(scaled(18), scaled(18)));
    m_favourite->setAccessibleName(keep);
    m_favourite->setToolTip(keep);
    setAccessibleName(hostSentence(host));
}

} // namespace unchained::ui
