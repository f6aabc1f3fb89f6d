// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "widgets/controls.h"

#include <QBoxLayout>

namespace unchained::ui::gallery {

namespace {

QWidget* bannerSection() {
    QWidget* section = makeSection("Banners and cards");
    const auto banner = [section](Banner::Kind kind, const QString& text, const QStringList& actions) {
        auto* made = new Banner(kind, text);
        made->setActions(actions);
        static_cast<QBoxLayout*>(section->layout())->addWidget(made);
        return made;
    };
    banner(Banner::Kind::Info, "A new rental of Gallium forge starts when the host answers.", {"Show"});
    banner(Banner::Kind::Caution,
           "The host is silent since 15:41. Your job goes on with the windows already paid; what is not won comes back "
           "at 16:20 unless the host answers before.",
           {"Ask again", "Another host"});
    banner(Banner::Kind::Error, "Step 613 was recomputed here and differs. The claim is stopped.", {"Open the case"})
        ->setClosable(false);
    QList<QWidget*> cards;
    const QList<std::pair<CardKind, QString>> kinds{{CardKind::Raised, "Raised"}, {CardKind::Inset, "Inset"},
                                                    {CardKind::Info, "Info"},     {CardKind::Right, "Right"},
                                                    {CardKind::Won, "Won"},       {CardKind::Wrong, "Wrong"}};
    for (const auto& [kind, name] : kinds) {
        auto* card = new Card(kind);
        card->setHeading(name);
        card->body()->addWidget(makeParagraph("Small print of a card, in two lines.", Type::Small));
        card->setFixedWidth(150);
        cards += card;
    }
    addRow(section, cards);
    auto* chosen = new Card;
    chosen->setHeading("Windows", "one ticket in 100 wins");
    chosen->setSelected(true);
    chosen->addToHeading(makeButton(ButtonKind::Link, "All 96"));
    chosen->setFixedWidth(420);
    addRow(section, {chosen});
    return section;
}

FourStatePage* inCard(QWidget*& card) {
    auto* frame = new Card;
    auto* page = new FourStatePage;
    frame->layout()->setContentsMargins(0, 0, 0, 0);
    frame->body()->addWidget(page);
    frame->setFixedSize(scaled(400), scaled(300));
    card = frame;
    return page;
}

QWidget* stateSection() {
    QWidget* section = makeSection("Pages of four states");
    QList<QWidget*> upper(3), lower(2);
    StateText empty;
    empty.title = "No host has 80 GB below 10 credits/h";
    empty.sentence = "The nearest is Lakeside lab: an H100 with 80 GB at 52.00 credits/h.";
    empty.primary = "Raise price to 60";
    empty.secondary = "Clear filters";
    empty.link = "Tell me when one appears";
    inCard(upper[0])->showEmpty(empty);
    inCard(upper[1])->showLoading("82 of 214 hosts from Commons", 0.38);
    StateText error;
    error.title = "Commons does not answer";
    error.sentence = "No answer from commons.example:7420 since 15:41. Jobs on hosts that are reached directly go on; "
                     "others wait for it, and no deadline runs meanwhile.";
    error.secondary = "Other marketplace";
    error.link = "Details";
    inCard(upper[2])->showError(error, 18);
    addRow(section, upper);
    StateText plain;
    plain.title = "No job yet";
    plain.sentence = "A job is a model to train and where its data is.";
    plain.primary = "Browse hosts";
    plain.icon = "jobs";
    inCard(lower[0])->showEmpty(plain);
    auto* page = inCard(lower[1]);
    page->setContent(makeLabel("Content", Type::Section));
    page->showContent();
    addRow(section, lower);
    return section;
}

} // namespace

QList<Section> pageSections() {
    return {{"banners", bannerSection}, {"states", stateSection}};
}

} // namespace unchained::ui::gallery
