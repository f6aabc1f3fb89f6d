// SPDX-License-Identifier: Apache-2.0
#include "pages/filter_popup.h"

#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/fields.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kListMost = 320, kNameMost = 80;
}

FilterPopup::FilterPopup(const QString& title, QWidget* parent) : Themed(parent, Qt::Popup), m_body(nullptr) {
    setWindowFlags(windowFlags() | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
    setAttribute(Qt::WA_TranslucentBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    m_body = new QVBoxLayout(this);
    const int edge = scaled(space::k16);
    m_body->setContentsMargins(edge, scaled(space::k12) + space::k4, edge, edge);
    m_body->setSpacing(scaled(space::k8));
    m_body->addWidget(makeLabel(title, Type::CardTitle));
}

void FilterPopup::openUnder(const QWidget* anchor) {
    fit();
    const QRect room = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(QPoint(-space::k4, anchor->height()));
    if (at.y() + height() > room.bottom()) at.setY(anchor->mapToGlobal(QPoint()).y() - height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::max(at.y(), room.top()));
    move(at);
    show();
    QWidget* first = nextInFocusChain();
    while (first != this && !(first->focusPolicy() & Qt::TabFocus))
        first = first->nextInFocusChain();
    if (first != this && isAncestorOf(first)) first->setFocus(Qt::PopupFocusReason);
}

void FilterPopup::fit() {
    const int wide = std::clamp(sizeHint().width(), minimumWidth(), maximumWidth());
    resize(wide, m_body->hasHeightForWidth() ? m_body->totalHeightForWidth(wide) : sizeHint().height());
}

void FilterPopup::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelMenu, &option, &painter, this);
}

void FilterPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

ChoicePopup::ChoicePopup(const QString& title, const QList<Choice>& choices, const QStringList& chosen, QWidget* parent)
    : FilterPopup(title, parent), m_chosen(chosen) {
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(space::k4, space::k4, space::k12, space::k4); // the ring of the keyboard has its place
    column->setSpacing(scaled(space::k8));
    for (const Choice& choice : choices) {
        auto* box = new QCheckBox(choice.value);
        box->setChecked(chosen.contains(choice.value));
        connect(box, &QCheckBox::toggled, this, [this, value = choice.value](bool on) {
            m_chosen.removeAll(value);
            if (on) m_chosen << value;
            emit changed(m_chosen);
        });
        auto* row = new QHBoxLayout;
        row->setSpacing(scaled(space::k16));
        row->addWidget(box, 1);
        row->addWidget(makeLabel(countText(static_cast<quint64>(choice.count)), Type::Small, Token::Text3));
        column->addLayout(row);
    }
    if (choices.isEmpty()) column->addWidget(makeLabel(tr("No host says so"), Type::Small, Token::Text2));
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(list);
    const QSize wanted = list->sizeHint();
    const bool scrolls = wanted.height() > scaled(kListMost);
    area->setFixedHeight(std::min(wanted.height(), scaled(kListMost)));
    area->setMinimumWidth(std::max(wanted.width(), scaled(200)) +
                          (scrolls ? area->verticalScrollBar()->sizeHint().width() : 0));
    body()->addWidget(area);
}

PricePopup::PricePopup(std::vector<Amount> prices, std::optional<Amount> most, QWidget* parent)
    : FilterPopup(tr("Price of an hour"), parent),
      m_field(new UnitField(tr("At most"), most ? creditText(*most) : QString(), tr("credits/h"))),
      m_mistake(makeParagraph({}, Type::Small, Token::Wrong)) {
    m_field->setPlaceholderText(tr("any"));
    m_mistake->hide();
    body()->addWidget(withLabel(tr("At most"), m_field));
    body()->addWidget(m_mistake);
    connect(m_field, &QLineEdit::textChanged, this, &PricePopup::read);
    connect(m_field, &QLineEdit::returnPressed, this, &QWidget::close);
    setMinimumWidth(scaled(280));
    setMaximumWidth(scaled(280));
    if (prices.empty()) return;
    std::sort(prices.begin(), prices.end());
    body()->addWidget(makeLabel(tr("What hosts ask here"), Type::Small, Token::Text2));
    const QString names[] = {tr("cheapest quarter, up to %1"), tr("cheaper half, up to %1"),
                             tr("three quarters, up to %1")};
    std::optional<Amount> before;
    for (std::size_t i = 0; i < 3; ++i) {
        const Amount price = prices[(prices.size() - 1) * (i + 1) / 4];
        if (price == before) continue; // a small market
        before = price;
        auto* chip = new Chip(names[i].arg(creditText(price)));
        chip->setPlain(true);
        chip->setSmall(true);
        connect(chip, &QAbstractButton::clicked, m_field, [this, price] { m_field->setText(creditText(price)); });
        body()->addWidget(chip, 0, Qt::AlignLeft);
    }
}

void PricePopup::read() {
    const QString text = m_field->text().trimmed();
    const std::optional<Amount> most = amountFromText(text);
    const QString mistake =
        text.isEmpty() || most ? QString() : tr("A price is a number with at most six decimals, like 12.50");
    m_field->setMistake(mistake);
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    if (mistake.isEmpty()) emit changed(most);
    fit();
}

SavedPopup::SavedPopup(const QList<SavedSearch>& saved, const QString& suggestion, QWidget* parent)
    : FilterPopup(tr("Saved searches"), parent) {
    setMinimumWidth(scaled(320));
    setMaximumWidth(scaled(420));
    for (int i = 0; i < saved.size(); ++i) {
        auto* open = makeButton(ButtonKind::Quiet, QString());
        open->setText(open->fontMetrics().elidedText(saved[i].name, Qt::ElideRight, scaled(300)));
        open->setStyleSheet(QStringLiteral("text-align: left;"));
        open->setAccessibleName(tr("Use the search %1").arg(saved[i].name));
        open->setToolTip(criteriaWords(saved[i].criteria) + QStringLiteral(" · ") + sortName(saved[i].sort));
        auto* remove = makeIconButton("cross", tr("Remove the search %1").arg(saved[i].name));
        connect(open, &QPushButton::clicked, this, [this, i] {
            emit chosen(i);
            close();
        });
        connect(remove, &QPushButton::clicked, this, [this, i] {
            emit removed(i);
            close();
        });
        auto* row = new QHBoxLayout;
        row->setSpacing(scaled(space::k4));
        row->addWidget(open, 1);
        row->addWidget(remove);
        body()->addLayout(row);
    }
    if (!saved.isEmpty()) body()->addWidget(makeLine());
    if (suggestion.isEmpty()) {
        body()->addWidget(makeParagraph(tr("Search or set filters, then keep them here under a name."), Type::Small));
        return;
    }
    auto* name = new QLineEdit(suggestion.left(kNameMost));
    name->setMaxLength(kNameMost);
    name->setCursorPosition(0);
    auto* keep = makeButton(ButtonKind::Primary, tr("Keep"));
    connect(name, &QLineEdit::textChanged, keep,
            [keep](const QString& text) { keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(name, &QLineEdit::returnPressed, keep, &QPushButton::click);
    connect(keep, &QPushButton::clicked, this, [this, name] {
        emit kept(name->text().trimmed());
        close();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::k8));
    row->addWidget(withLabel(tr("Keep this search as"), name), 1);
    row->addWidget(keep, 0, Qt::AlignBottom);
    body()->addLayout(row);
}

} // namespace unchained::ui
