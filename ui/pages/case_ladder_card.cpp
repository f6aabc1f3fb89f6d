// SPDX-License-Identifier: Apache-2.0
#include "pages/case_ladder_card.h"

#include "pages/case_words.h"
#include "theme/icons.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace unchained::ui {

namespace {
constexpr int kMark = 28;
} // namespace

class CaseLadderCard::Rung : public Themed<QWidget> {
public:
    enum class State { Ahead, Now, Done, Skipped };

    Rung(int number, const QString& title, bool last)
        : m_number(number), m_last(last), m_title(makeLabel(title, Type::Value)), m_left(makeLabel({}, Type::Small)),
          m_text(makeParagraph({}, Type::Small)) {
        m_title->setWeight(QFont::DemiBold);
        m_left->setToken(Token::AccentText);
        auto* top = new QHBoxLayout;
        top->setSpacing(scaled(space::k8));
        top->addWidget(m_title);
        top->addStretch(1);
        top->addWidget(m_left);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(scaled(kMark + space::k12), scaled(space::k4), 0, scaled(space::k12));
        column->setSpacing(scaled(space::k2));
        column->addLayout(top);
        column->addWidget(m_text);
    }

    void set(State state, const QString& text, const QString& left) {
        m_state = state;
        m_text->setText(text);
        m_left->setText(left);
        m_left->setVisible(!left.isEmpty());
        const bool quiet = state == State::Ahead || state == State::Skipped;
        m_title->setToken(quiet ? Token::Text2 : Token::Text);
        setAccessibleName(m_title->text() + QStringLiteral(", ") + stateWord() + QStringLiteral(": ") + text +
                          (left.isEmpty() ? QString() : QStringLiteral(", ") + left));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF mark(0, 0, scaled(kMark), scaled(kMark));
        if (!m_last) {
            painter.setPen(QPen(color(m_state == State::Done ? Token::Right : Token::Border), 2));
            painter.drawLine(QPointF(mark.center().x(), mark.bottom()), QPointF(mark.center().x(), height()));
        }
        const Token ground = m_state == State::Done  ? Token::RightSoft
                             : m_state == State::Now ? Token::Accent
                                                     : Token::Sunken;
        painter.setPen(m_state == State::Ahead ? QPen(color(Token::Border), 1) : Qt::NoPen);
        painter.setBrush(color(ground));
        painter.drawEllipse(mark.adjusted(0.5, 0.5, -0.5, -0.5));
        const qreal icon = scaled(16);
        const QRectF middle(mark.center().x() - icon / 2, mark.center().y() - icon / 2, icon, icon);
        if (m_state == State::Done) return drawIcon(painter, middle, "check", color(Token::Right));
        if (m_state == State::Skipped) return drawIcon(painter, middle, "minus", color(Token::Text2));
        QFont face = ui::font(Type::Small);
        face.setWeight(QFont::DemiBold);
        painter.setFont(face);
        painter.setPen(color(m_state == State::Now ? Token::OnAccent : Token::Text2));
        painter.drawText(mark, Qt::AlignCenter, QString::number(m_number));
    }

private:
    [[nodiscard]] QString stateWord() const {
        switch (m_state) {
        case State::Ahead:
            return CaseLadderCard::tr("not reached");
        case State::Now:
            return CaseLadderCard::tr("now");
        case State::Done:
            return CaseLadderCard::tr("done");
        case State::Skipped:
            break;
        }
        return CaseLadderCard::tr("left out");
    }

    int m_number;
    bool m_last;
    State m_state = State::Ahead;
    Label *m_title, *m_left, *m_text;
};

CaseLadderCard::CaseLadderCard(QWidget* parent) : Card(CardKind::Raised, parent) {
    setHeading(tr("Ladder"));
    const QString titles[] = {tr("Settlement"), tr("Machine check"), tr("Panel of three"), tr("Final arbiter")};
    for (std::size_t i = 0; i < kRungs; ++i) {
        m_rungs[i] = new Rung(static_cast<int>(i) + 1, titles[i], i + 1 == kRungs);
        body()->addWidget(m_rungs[i]);
    }
}

void CaseLadderCard::setCase(const CaseFacts& facts, qint64 now) {
    const QString left = facts.until > now ? durationText(static_cast<double>(facts.until - now) / 1000.0) : QString();
    const bool ended = !facts.open();
    const auto at = [&](CaseLevelFact level) { return facts.level == level ? left : QString(); };

    QString settle = ended ? tr("Was not agreed") : tr("Possible until the case has ended");
    Rung::State first = ended ? Rung::State::Skipped : Rung::State::Done;
    if (facts.level == CaseLevelFact::Settlement) first = Rung::State::Now;
    if (facts.level == CaseLevelFact::Machine || facts.level == CaseLevelFact::Arbiter) first = Rung::State::Skipped;
    if (facts.level == CaseLevelFact::Arbiter) settle = tr("Not agreed so far, still possible");
    if (facts.settled) {
        settle = outcomeSentence(QStringLiteral("settled"), facts);
        first = Rung::State::Done;
    }
    m_rungs[0]->set(first, settle, at(CaseLevelFact::Settlement));

    QString machine = tr("No machine can judge what this case is about");
    Rung::State second = Rung::State::Skipped;
    if (facts.ofResult) {
        second = facts.level == CaseLevelFact::Machine ? Rung::State::Now
                 : facts.stepRight                     ? Rung::State::Done
                                                       : Rung::State::Skipped;
        machine = facts.level == CaseLevelFact::Machine
                      ? tr("Final on facts. By default: %1").arg(outcomeSentence(facts.byDefault, facts))
                      : outcomeSentence(facts.outcome, facts);
        if (facts.level == CaseLevelFact::Machine && facts.byDefault.isEmpty()) machine = tr("Final on facts");
        if (facts.stepRight)
            machine = *facts.stepRight ? tr("Step %1 is right. Final on facts.").arg(countText(facts.step.value_or(0)))
                                       : tr("Step %1 is wrong. Final on facts.").arg(countText(facts.step.value_or(0)));
    }
    m_rungs[1]->set(second, machine, at(CaseLevelFact::Machine));
    m_rungs[2]->set(Rung::State::Skipped, tr("No panel sits on this marketplace yet"), {});

    QString arbiter = tr("The contract names none");
    Rung::State fourth = Rung::State::Skipped;
    if (!facts.arbiter.isEmpty()) {
        arbiter =
            tr("%1, named in the contract. By default: dismissed, nothing moves").arg(partyName(facts, facts.arbiter));
        fourth = facts.level == CaseLevelFact::Arbiter     ? Rung::State::Now
                 : facts.outcome == QLatin1String("ruled") ? Rung::State::Done
                 : ended                                   ? Rung::State::Skipped
                                                           : Rung::State::Ahead;
        if (facts.outcome == QLatin1String("ruled")) arbiter = outcomeSentence(facts.outcome, facts);
    }
    if (facts.ofResult) arbiter = tr("Not needed: a machine decides");
    m_rungs[3]->set(facts.ofResult ? Rung::State::Skipped : fourth, arbiter, at(CaseLevelFact::Arbiter));
}

} // namespace unchained::ui
