// SPDX-License-Identifier: Apache-2.0
#include "widgets/four_state_page.h"

#include "theme/icons.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>
#include <QStackedLayout>

#include <algorithm>

namespace unchained::ui {

namespace {

/// A circle of 68 with an icon of 44 in it.
class RoundPicture final : public Themed<QWidget> {
public:
    RoundPicture() { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    void set(const QByteArray& icon, Token token) {
        m_icon = icon;
        m_token = token;
        update();
    }
    QSize sizeHint() const override { return QSize(scaled(68), scaled(68)); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Sunken));
        painter.drawEllipse(rect());
        const int side = scaled(44);
        drawIcon(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_icon.constData(),
                 color(m_token));
    }

private:
    QByteArray m_icon;
    Token m_token = Token::BorderStrong;
};

bool hasTwoTones(const QByteArray& icon) {
    return icon == "nothing" || icon == "broken" || icon == "logo";
}

} // namespace

/// Picture, title, sentence, buttons, small line.
class FourStatePage::Message : public QWidget {
public:
    explicit Message(FourStatePage* page);
    void set(const StateText& text, bool error);
    void setCountdown(int seconds);

protected:
    /// In a low place the words count more than the picture.
    void resizeEvent(QResizeEvent*) override { m_picture->setVisible(height() >= scaled(260)); }

private:
    static void word(QPushButton* button, const QString& text);

    RoundPicture* m_picture = new RoundPicture;
    Label* m_title = makeLabel({}, Type::Section);
    Label* m_sentence = makeParagraph({}, Type::Body, Token::Text2);
    QPushButton* m_primary = makeButton(ButtonKind::Primary, {});
    QPushButton* m_secondary = makeButton(ButtonKind::Secondary, {});
    Label* m_countdown = makeLabel({}, Type::Small, Token::Text2);
    QPushButton* m_link = makeButton(ButtonKind::Link, {});
};

FourStatePage::Message::Message(FourStatePage* page) : QWidget(page) {
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMaximumWidth(scaled(320));
    m_sentence->setMinimumWidth(scaled(160));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::k8));
    buttons->addStretch(1);
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->addStretch(1);
    foot->addWidget(m_countdown);
    foot->addWidget(m_link);
    foot->addStretch(1);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);

    auto* column = new QVBoxLayout(this);
    const int side = scaled(space::k24);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(scaled(space::k16));
    column->addWidget(m_title);
    column->addSpacing(scaled(space::k4));
    column->addLayout(middle);
    column->addSpacing(scaled(space::k16));
    column->addLayout(buttons);
    column->addSpacing(scaled(space::k12));
    column->addLayout(foot);
    column->addStretch(1);

    connect(m_primary, &QPushButton::clicked, page, [page] {
        if (page->state() == State::Error)
            page->tryAgain();
        else
            emit page->primary();
    });
    connect(m_secondary, &QPushButton::clicked, page, &FourStatePage::secondary);
    connect(m_link, &QPushButton::clicked, page, &FourStatePage::link);
}

void FourStatePage::Message::word(QPushButton* button, const QString& text) {
    button->setText(text);
    button->setVisible(!text.isEmpty());
}

void FourStatePage::Message::set(const StateText& text, bool error) {
    const QByteArray fallback = error ? "broken" : "nothing";
    const QByteArray shown = text.icon.isEmpty() ? fallback : text.icon;
    const Token ink = hasTwoTones(shown) ? Token::BorderStrong : error ? Token::Wrong : Token::AccentText;
    m_picture->set(shown, ink);
    m_title->setText(text.title);
    m_sentence->setText(text.sentence);
    word(m_primary, error && text.primary.isEmpty() ? FourStatePage::tr("Try again") : text.primary);
    m_primary->setIcon(error ? icon("retry", Token::OnAccent) : QIcon());
    m_primary->setIconSize(QSize(scaled(18) + space::k4, scaled(18)));
    word(m_secondary, text.secondary);
    word(m_link, text.link);
    setAccessibleName(text.title);
    setAccessibleDescription(text.sentence);
}

void FourStatePage::Message::setCountdown(int seconds) {
    m_countdown->setVisible(seconds > 0);
    const QString words = FourStatePage::tr("Next try by itself in %1 s").arg(seconds);
    m_countdown->setText(m_link->text().isEmpty() ? words : words + QStringLiteral(" · "));
}

/// Where things will be, without shimmer; below it how far it is.
class FourStatePage::Skeleton : public Themed<QWidget> {
public:
    explicit Skeleton(QWidget* page)
        : Themed(page), m_bar(new ProgressBar(FourStatePage::tr("Loading"), true)),
          m_words(makeLabel({}, Type::Small, Token::Text2)) {
        auto* row = new QHBoxLayout;
        row->setSpacing(scaled(space::k8));
        row->addWidget(m_bar, 1);
        row->addWidget(m_words, 1);
        auto* column = new QVBoxLayout(this);
        const int side = scaled(space::kPage);
        column->setContentsMargins(side, side, side, side);
        column->addStretch(1);
        column->addLayout(row);
        setAccessibleName(FourStatePage::tr("Loading"));
    }
    void set(const QString& words, double share) {
        m_bar->setVisible(!words.isEmpty());
        m_words->setVisible(!words.isEmpty());
        m_words->setText(words);
        m_bar->setShare(share);
        setAccessibleDescription(words);
    }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void drawColumn(QPainter& painter, int x, int y, int wide) const;

    ProgressBar* m_bar;
    Label* m_words;
};

void FourStatePage::Skeleton::drawColumn(QPainter& painter, int x, int y, int wide) const {
    painter.drawRoundedRect(QRect(x, y, wide, scaled(78)), radius::kInset, radius::kInset);
    y += scaled(88);
    for (const double share : {0.75, 0.7, 0.45}) {
        painter.drawRoundedRect(QRect(x, y, static_cast<int>(wide * share), scaled(12)), 4, 4);
        y += scaled(19);
    }
}

void FourStatePage::Skeleton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Hover));
    const int side = scaled(space::kPage), gap = scaled(space::k16);
    int x = side;
    for (const int wide : {70, 64, 110}) {
        if (x + scaled(wide) > width() - side) break;
        painter.drawRoundedRect(QRect(x, side, scaled(wide), scaled(26)), scaled(13), scaled(13));
        x += scaled(wide) + space::k8;
    }
    const int inside = width() - 2 * side, bottom = m_words->isVisible() ? m_words->y() : height() - side;
    const int columns = std::max(1, (inside + gap) / (scaled(160) + gap));
    const int wide = (inside - (columns - 1) * gap) / columns;
    for (int y = side + scaled(42); y + scaled(140) <= bottom; y += scaled(160))
        for (int column = 0; column < columns; ++column)
            drawColumn(painter, side + column * (wide + gap), y, wide);
}

FourStatePage::FourStatePage(QWidget* parent)
    : Themed(parent), m_stack(new QStackedLayout(this)), m_skeleton(new Skeleton(this)), m_message(new Message(this)) {
    m_stack->addWidget(new QWidget); // before the first word from anyone
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_message);
    m_delay.setSingleShot(true);
    m_clock.setInterval(1000);
    connect(&m_delay, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_skeleton); });
    connect(&m_clock, &QTimer::timeout, this, &FourStatePage::tick);
}

void FourStatePage::setContent(QWidget* content) {
    delete m_content;
    m_content = content;
    m_stack->addWidget(content);
    if (m_state == State::Content) m_stack->setCurrentWidget(content);
}

void FourStatePage::enter(State state, QWidget* shown) {
    m_state = state;
    m_delay.stop();
    m_clock.stop();
    if (shown) m_stack->setCurrentWidget(shown);
}

void FourStatePage::showContent() {
    enter(State::Content, m_content);
}

void FourStatePage::showLoading(const QString& progress, double share) {
    m_skeleton->set(progress, share);
    if (m_state == State::Loading) return;
    enter(State::Loading, nullptr);
    m_delay.start(motion::kSkeletonAfter);
}

void FourStatePage::showEmpty(const StateText& text) {
    m_message->set(text, false);
    m_message->setCountdown(0);
    enter(State::Empty, m_message);
}

void FourStatePage::showError(const StateText& text, int nextTry) {
    m_message->set(text, true);
    m_message->setCountdown(nextTry);
    enter(State::Error, m_message);
    m_left = nextTry;
    if (nextTry > 0) m_clock.start();
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FourStatePage::tick() {
    m_message->setCountdown(--m_left);
    if (m_left <= 0) tryAgain();
}

void FourStatePage::tryAgain() {
    if (m_state != State::Error) return;
    m_clock.stop();
    m_message->setCountdown(0);
    emit retry();
}

} // namespace unchained::ui
