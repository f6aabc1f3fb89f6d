// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "pages/listing_facts.h"
#include "pages/listing_samples.h"
#include "pages/price_box.h"
#include "pages/rent_sheet.h"
#include "pages/review_form.h"
#include "pages/samples.h"
#include "widgets/label.h"

#include <QBoxLayout>

namespace unchained::ui::gallery {

namespace {

PriceBox* box(const HostFacts& host) {
    auto* made = new PriceBox;
    made->setJobs(samples::jobFiles());
    made->setHost(host);
    made->setMarketHosts(samples::commonsHosts());
    made->setFixedWidth(scaled(344));
    return made;
}

QWidget* boxSection() {
    QWidget* section = makeSection("Price box: a plan, taken, a plan that failed");
    auto* good = box(samples::galliumForge());
    good->setPlan(samples::plan());
    HostFacts host = samples::galliumForge();
    host.open = false;
    auto* taken = box(host);
    PlanFacts pays = samples::plan();
    pays.gainDrawn = 3e6;
    taken->setPlan(pays);
    auto* failed = box(samples::galliumForge());
    failed->setPlanTrouble({"bond", "of 3.20 credits is too small to deter cheating", "choose more checks", true});
    addRow(section, {good, taken, failed});
    return section;
}

QWidget* sheetSection() {
    QWidget* section = makeSection("Before money moves: enough, and too little");
    QList<QWidget*> sheets;
    for (const int balance : {184, 60}) {
        auto* sheet = new RentSheet;
        RentRequest request;
        request.spendMax = samples::plan().locked;
        sheet->setBalance(Amount::credits(balance));
        sheet->open(samples::galliumForge(), samples::plan(), request);
        sheet->setFixedSize(scaled(508), scaled(620));
        sheets += sheet;
    }
    addRow(section, sheets);
    return section;
}

QWidget* factsSection() {
    QWidget* section = makeSection("Facts of a host, well known and new");
    HostFacts young = samples::galliumForge();
    young.stepsChecked = young.contracts = 0;
    young.rating = young.reliability = {};
    QList<QWidget*> columns;
    for (const HostFacts& host : {samples::galliumForge(), young}) {
        auto* facts = new ListingFacts;
        facts->setNow(samples::kNow);
        facts->setHost(host);
        if (host.stars()) facts->setReviews(samples::reviews());
        protocol::CaseRecord record;
        if (host.stars()) {
            record.falseAlarms = 2;
            record.settled = 1;
        }
        facts->setCaseRecord(record);
        facts->setFixedSize(scaled(664), scaled(900));
        columns += facts;
    }
    addRow(section, columns);
    return section;
}

QWidget* reviewSection() {
    QWidget* section = makeSection("A review: to write, written and blind, open with a reply to give, replied to");
    ReviewTask task = samples::reviewTask('\x24', true);
    QList<QWidget*> forms;
    const auto add = [&] {
        auto* form = new ReviewForm;
        form->setTask(task, QStringLiteral("Gallium forge"));
        form->setFixedWidth(scaled(420));
        forms += form;
    };
    add();
    task.mine = samples::reviews()[1];
    add();
    task.mayWrite = false;
    task.theirs = samples::reviews()[0];
    add();
    task.theirs->reply = QStringLiteral("Gladly again.");
    add();
    addRow(section, {forms[0], forms[1]});
    addRow(section, {forms[2], forms[3]});
    return section;
}

} // namespace

QList<Section> listingSections() {
    return {{"price-box", boxSection},
            {"rent-sheet", sheetSection},
            {"listing-facts", factsSection},
            {"review", reviewSection}};
}

} // namespace unchained::ui::gallery
