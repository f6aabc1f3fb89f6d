// SPDX-License-Identifier: Apache-2.0
#include "pages/renters_view.h"

#include "pages/peer_picture.h"
#include "pages/review_form.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QLocale>

namespace unchained::ui {

namespace {
constexpr std::size_t kDueMost = 5; ///< forms at a time; the newest first
}

class RentersView::Row : public QWidget {
public:
    Row()
        : m_picture(new PeerPicture(32)), m_who(makeLabel({}, Type::Value)),
          m_about(makeLabel({}, Type::Small, Token::Text2)), m_text(makeParagraph({}, Type::Body, Token::Text)),
          m_reply(makeParagraph({}, Type::Small)), m_stars(new Badge({}, Tone::Neutral, "star")) {
        auto* title = new QHBoxLayout;
        title->setSpacing(scaled(space::k8));
        title->addWidget(m_who);
        title->addWidget(m_stars);
        title->addStretch(1);
        title->addWidget(m_about);
        auto* words = new QVBoxLayout;
        words->setSpacing(scaled(space::k2));
        words->addLayout(title);
        words->addWidget(m_text);
        words->addWidget(m_reply);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, scaled(space::k12), 0, scaled(space::k12));
        row->setSpacing(scaled(space::k12));
        row->addWidget(m_picture, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeLine());
        column->addLayout(row);
    }
    void set(const ReviewFacts& review, qint64 now) {
        m_picture->setPeer(review.by);
        m_who->setText(nickname(review.by));
        m_stars->setBadge(RentersView::tr("%1 of 5").arg(QLocale().toString(review.mean(), 'f', 2)),
                          review.mean() >= 4 ? Tone::Won : Tone::Neutral, "star");
        m_stars->setToolTip(starsInWords(review.stars));
        m_about->setText(momentText(review.time, now));
        m_text->setText(review.text);
        m_text->setVisible(!review.text.isEmpty());
        m_reply->setText(RentersView::tr("You replied: %1").arg(review.reply));
        m_reply->setVisible(!review.reply.isEmpty());
    }

private:
    PeerPicture* m_picture;
    Label *m_who, *m_about, *m_text, *m_reply;
    Badge* m_stars;
};

RentersView::RentersView(QWidget* parent)
    : QWidget(parent), m_states(new FourStatePage), m_due(new Card), m_card(new Card), m_mean(new Stars) {
    auto* content = new QWidget;
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(scaled(space::k16));
    m_due->setHeading(tr("For you to say"));
    m_card->setHeading(tr("Reviews by renters"));
    m_card->addToHeading(m_mean);
    inside->addWidget(m_due);
    inside->addWidget(m_card);
    inside->addStretch(1);
    m_states->setContent(content);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    setReviews({}, {}, 0);
}

void RentersView::setReviews(const std::vector<ReviewFacts>& reviews, const std::vector<ReviewTask>& tasks,
                             qint64 now) {
    fillTasks(tasks);
    fillReviews(reviews, now);
    if (reviews.empty() && !asks())
        m_states->showEmpty({tr("No review yet"),
                             tr("After a paid rental renter and host review each other. Neither reads what the other "
                                "wrote before both have."),
                             {},
                             {},
                             {},
                             "star"});
    else
        m_states->showContent();
}

/// What waits for a word of this host's: a review to write, or one to reply to. One that is begun stays, however many
/// newer ones come.
void RentersView::fillTasks(const std::vector<ReviewTask>& tasks) {
    std::vector<const ReviewTask*> due;
    std::vector<QByteArray> contracts;
    const auto isBegun = [this](const ReviewTask& task) {
        const ReviewForm* form = formOf(m_forms, task.contract);
        return form && form->isBegun();
    };
    const auto begun = static_cast<std::size_t>(
        std::count_if(m_forms.begin(), m_forms.end(), [](const ReviewForm* form) { return form->isBegun(); }));
    std::size_t room = kDueMost - std::min(kDueMost, begun);
    for (const ReviewTask& task : tasks) {
        if (!task.mayWrite && !(task.theirs && task.theirs->reply.isEmpty())) continue;
        if (!isBegun(task) && room == 0) continue;
        if (!isBegun(task)) --room;
        due.push_back(&task);
        contracts.push_back(task.contract);
    }
    arrangeForms(m_forms, contracts, *m_due->body(), [this] {
        auto* form = new ReviewForm;
        connect(form, &ReviewForm::reviewWanted, this, &RentersView::reviewWanted);
        connect(form, &ReviewForm::replyWanted, this, &RentersView::replyWanted);
        return form;
    });
    QWidget* last = m_due;
    for (std::size_t i = 0; i < due.size(); ++i) {
        m_forms[i]->setTask(*due[i], nickname(due[i]->other));
        last = m_forms[i]->followTabOf(last);
    }
    m_due->setVisible(!due.empty());
}

void RentersView::fillReviews(const std::vector<ReviewFacts>& reviews, qint64 now) {
    while (m_rows.size() > reviews.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < reviews.size()) {
        m_rows.push_back(new Row);
        m_card->body()->addWidget(m_rows.back());
    }
    double sum = 0;
    for (std::size_t i = 0; i < reviews.size(); ++i) {
        m_rows[i]->set(reviews[i], now);
        sum += reviews[i].mean();
    }
    m_mean->setRating(reviews.empty() ? 0 : sum / static_cast<double>(reviews.size()),
                      static_cast<int>(reviews.size()));
    m_card->setVisible(!reviews.empty());
}

} // namespace unchained::ui
