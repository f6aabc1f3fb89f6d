// SPDX-License-Identifier: Apache-2.0
#include "pages/narrowing_card.h"

#include "pages/case_words.h"
#include "pages/rounds_table.h"
#include "theme/figure_text.h"
#include "theme/icons.h"
#include "widgets/button.h"
#include "widgets/figure_delegate.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QShortcut>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {
constexpr int kBarHeight = 10, kBarRow = 17, kNumber = 28, kRange = 92, kPill = 22, kPillGap = 8;
constexpr int kMostRows = 24, kTableRow = 28, kTableRowsMost = 14;

QString rangeText(const CaseRoundFacts& round) {
    return NarrowingCard::tr("%1 to %2").arg(countText(round.first), countText(round.last));
}
} // namespace

/// The bars, drawn; a screen reader hears each round.
class NarrowingCard::Chart : public Themed<QWidget> {
public:
    Chart() { setFocusPolicy(Qt::TabFocus); }

    void set(const CaseFacts& facts) {
        m_rounds = facts.rounds;
        if (m_rounds.size() > kMostRows) m_rounds.resize(kMostRows);
        m_step = facts.step;
        m_right = facts.stepRight;
        m_steps = std::max<std::uint64_t>(1, facts.steps);
        m_before = facts.firstStep - 1;
        setAccessibleName(NarrowingCard::tr("Rounds of the narrowing"));
        QStringList words;
        for (std::size_t i = 0; i < m_rounds.size(); ++i)
            words << NarrowingCard::tr("round %1: steps %2").arg(QString::number(i + 1), rangeText(m_rounds[i]));
        if (m_step) words << pillText();
        setAccessibleDescription(words.join(QStringLiteral(", ")));
        setToolTip(m_rounds.empty() ? QString()
                                    : NarrowingCard::tr("The two say different roots of the state after these steps"));
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        const int rows = static_cast<int>(m_rounds.size()) * scaled(kBarRow);
        return {scaled(400), rows + (m_step ? scaled(kPillGap + kPill) : 0)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {scaled(280), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF bars(scaled(kNumber), 0, width() - scaled(kNumber + kRange), 0);
        for (std::size_t i = 0; i < m_rounds.size(); ++i)
            paintRound(painter, bars, i);
        if (m_step) paintStep(painter, bars);
        if (hasFocus()) paintFocus(painter);
    }

private:
    [[nodiscard]] QString pillText() const { return NarrowingCard::tr("step %1").arg(countText(*m_step)); }

    [[nodiscard]] qreal placeOf(const QRectF& bars, std::uint64_t step) const {
        return bars.left() + bars.width() * static_cast<double>(step - m_before) / static_cast<double>(m_steps);
    }

    void paintRound(QPainter& painter, const QRectF& bars, std::size_t i) {
        const CaseRoundFacts& round = m_rounds[i];
        const qreal top = static_cast<qreal>(i) * scaled(kBarRow), high = scaled(kBarHeight);
        const QRectF line(0, top, width(), high);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Grid));
        painter.drawRoundedRect(QRectF(bars.left(), top, bars.width(), high), 2, 2);
        const qreal left = placeOf(bars, round.first - 1);
        const qreal wide = std::max<qreal>(3, placeOf(bars, round.last) - left);
        // Narrower is darker: the eye follows the way down.
        const double depth = static_cast<double>(i) / std::max<double>(1, static_cast<double>(m_rounds.size()) - 1);
        QColor fill = color(Token::Accent);
        fill.setAlphaF(static_cast<float>(0.35 + 0.65 * depth));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(left, top, wide, high), 2, 2);
        const QFont axis = ui::font(Type::Axis);
        drawFigure(painter, QRectF(0, top, scaled(kNumber) - 10, high), Qt::AlignVCenter | Qt::AlignRight, axis,
                   color(Token::Text2), QString::number(i + 1));
        drawFigure(painter, QRectF(bars.right() + 10, line.top(), scaled(kRange) - 10, high),
                   Qt::AlignVCenter | Qt::AlignLeft, axis, color(Token::Text2), rangeText(round));
    }

    void paintStep(QPainter& painter, const QRectF& bars) {
        const qreal top = static_cast<qreal>(m_rounds.size()) * scaled(kBarRow);
        const qreal at =
            placeOf(bars, *m_step - 1) + std::max<qreal>(1.5, bars.width() / 2 / static_cast<double>(m_steps));
        const bool known = m_right.has_value();
        const Token ink = !known ? Token::AccentText : *m_right ? Token::Right : Token::Wrong;
        const Token ground = !known ? Token::AccentSoft : *m_right ? Token::RightSoft : Token::WrongSoft;
        QFont bold = ui::font(Type::Axis);
        bold.setWeight(QFont::DemiBold);
        const qreal wide = figureWidth(bold, pillText()) + 2 * scaled(space::k8);
        const qreal left = std::clamp<qreal>(at - wide / 2, 0, width() - wide);
        const QRectF pill(left, top + scaled(kPillGap), wide, scaled(kPill) - 2);
        painter.setPen(QPen(color(ink), 2));
        painter.drawLine(QPointF(at, top - 2), QPointF(at, pill.top() - 1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ground));
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        drawFigure(painter, pill, Qt::AlignCenter, bold, color(ink), pillText());
    }

    void paintFocus(QPainter& painter) {
        painter.setPen(QPen(color(Token::AccentText), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::kMark, radius::kMark);
    }

    std::vector<CaseRoundFacts> m_rounds;
    std::optional<std::uint64_t> m_step;
    std::optional<bool> m_right;
    std::uint64_t m_steps = 1, m_before = 0; ///< of the contract; of its job before it
};

/// What a bar means: a swatch, and words.
class NarrowingCard::Key : public Themed<QWidget> {
public:
    Key() { setAccessibleName(words()); }
    [[nodiscard]] QSize sizeHint() const override {
        return {scaled(kSwatch + space::k6) + QFontMetrics(ui::font(Type::Small)).horizontalAdvance(words()) + 4,
                lineHeight(Type::Small)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = color(Token::Accent);
        fill.setAlphaF(0.6F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        const qreal side = scaled(kSwatch);
        painter.drawRoundedRect(QRectF(0, (height() - side) / 2, side, side), 2, 2);
        drawFigure(painter, QRectF(scaled(kSwatch + space::k6), 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft,
                   ui::font(Type::Small), color(Token::Text2), words());
    }

private:
    static constexpr int kSwatch = 12;
    [[nodiscard]] static QString words() { return NarrowingCard::tr("the two still disagree here"); }
};

NarrowingCard::NarrowingCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_chart(new Chart), m_key(new Key), m_model(new RoundsTable(this)),
      m_table(new QTableView), m_button(makeIconButton("list", {})), m_found(makeParagraph({}, Type::Small)) {
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(kTableRow));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Rounds of the narrowing, as a table"));
    m_button->setProperty("tiny", true);
    m_button->setIconSize(QSize(scaled(16), scaled(16)));
    addToHeading(m_button);
    body()->setSpacing(scaled(space::k8));
    body()->addSpacing(scaled(space::k4));
    for (QWidget* part : std::initializer_list<QWidget*>{m_chart, m_table, m_key, m_found})
        body()->addWidget(part);
    auto* shortcut = new QShortcut(QKeySequence(Qt::Key_T), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] { setShowsTable(!m_asTable); });
    connect(m_button, &QPushButton::clicked, this, [this] { setShowsTable(!m_asTable); });
    showPart();
}

void NarrowingCard::setShowsTable(bool table) {
    const bool hadFocus = m_chart->hasFocus() || m_table->hasFocus();
    m_asTable = table;
    showPart();
    if (hadFocus) (m_asTable ? static_cast<QWidget*>(m_table) : m_chart)->setFocus();
}

void NarrowingCard::showPart() {
    const int rows = m_model->rowCount();
    m_asTable = m_asTable && rows > 0;
    m_chart->setVisible(rows > 0 && !m_asTable);
    m_key->setVisible(rows > 1 && !m_asTable);
    m_table->setVisible(m_asTable);
    m_table->setFixedHeight(scaled(kTableRow) * std::min(rows + 1, kTableRowsMost) + 2 * space::k4);
    m_button->setVisible(rows > 0);
    const QString name = m_asTable ? tr("Show as bars (T)") : tr("Show as a table (T)");
    m_button->setIcon(icon(m_asTable ? "jobs" : "list"));
    m_button->setToolTip(name);
    m_button->setAccessibleName(tr("Rounds of the narrowing: %1").arg(name));
}

void NarrowingCard::setCase(const CaseFacts& facts) {
    const int rounds = static_cast<int>(facts.rounds.size());
    QString note = facts.step ? tr("%1 steps narrowed to one in %n round(s)", nullptr, rounds)
                              : tr("%1 steps, round %n", nullptr, rounds);
    if (rounds == 0) note = tr("the step was named, of %1");
    setHeading(tr("Finding the first wrong step"), note.arg(countText(facts.steps)));
    m_chart->set(facts);
    m_model->setCase(facts);
    showPart();
    QString found;
    if (facts.waitsForHost && facts.waitsForOpener)
        found = tr("Both are asked for the state in the middle of what is left.");
    else if (facts.waitsForHost)
        found = tr("The host is asked for the state in the middle of what is left.");
    else if (facts.waitsForOpener)
        found = tr("Whoever opened the case is asked for the state in the middle of what is left.");
    else if (facts.checking)
        found = tr("Both agree on the state before step %1 and not on the one after it: the hub runs it again.")
                    .arg(facts.step ? countText(*facts.step) : QString());
    else if (facts.stepRight) {
        const QString step = facts.step ? countText(*facts.step) : QString();
        found = *facts.stepRight
                    ? tr("Step %1 was run again by the hub, engine %2: the host's root.").arg(step, facts.engine)
                    : tr("Step %1 was run again by the hub, engine %2: another root.").arg(step, facts.engine);
        if (facts.values > 0)
            found += u' ' + tr("The state differs in %1 of %2 values, first in %3.")
                                .arg(countText(facts.differing), countText(facts.values), facts.tensor);
    }
    m_found->setText(found);
    m_found->setVisible(!found.isEmpty());
}

} // namespace unchained::ui
