// SPDX-License-Identifier: Apache-2.0
#include "pages/job_page.h"
#include "registered_test.h"

#include "pages/bet_samples.h"
#include "pages/dispute_words.h"
#include "pages/events_card.h"
#include "pages/find.h"
#include "pages/job_words.h"
#include "pages/learning_card.h"
#include "pages/picture_card.h"
#include "pages/samples.h"
#include "pages/strip_card.h"
#include "pages/verification_card.h"
#include "widgets/format.h"
#include "widgets/stars.h"
#include "widgets/switch.h"
#include "widgets/windows_strip.h"

#include <set>

#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace unchained::ui;
using unchained::Amount;

class JobPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void theStripGoesOnCountingWhereAnotherHostWentOn() {
        JobPage page;
        find::show(page);
        JobFacts job = samples::movedJob();
        job.firstWindow = 3;
        page.setJob(job);
        const auto* strip = page.findChild<WindowsStrip*>();
        QCOMPARE(strip->numberOf(0), std::uint64_t{3});
        QCOMPARE(strip->firstStepOf(0), std::uint64_t{40});
        QCOMPARE(strip->firstStepOf(1), std::uint64_t{104});
    }

    void itTellsHowFarHowLongAndHowMuch() {
        JobPage page;
        page.setNow(samples::kNow);
        page.setJob(samples::runningJob());
        for (const char* part : {"Character GPT", "on Gallium forge, RTX 4090 in Turin", "contract 7f3a 91c2",
                                 "2,664 of 4,096 steps", "28.80", "of 74.40 credits", "expected by now 31.97",
                                 "26 of 27 wins", "All right", "per faked step that is drawn"})
            QVERIFY2(find::says(page, QString::fromLatin1(part)), part);
        QVERIFY(find::says(page, QStringLiteral("\u2212121")));
    }

    void aJobOfTilesCountsThemAndShowsWhatTheyMake() {
        const QTemporaryDir folder;
        QImage picture(40, 30, QImage::Format_RGB888);
        picture.fill(Qt::darkCyan);
        QVERIFY(picture.save(folder.filePath(QStringLiteral("render.png"))));
        JobPage page;
        find::show(page, {1280, 900});
        page.setNow(samples::kNow);
        JobFacts job = samples::runningJob();
        job.tiles = true;
        job.curve.clear();
        job.loss = job.accuracy = std::nullopt;
        page.setJob(job);
        QVERIFY(find::says(page, QStringLiteral("2,664 of 4,096 tiles")));
        QVERIFY(find::says(page, QStringLiteral("s a tile")));
        QVERIFY(!page.findChild<LearningCard*>()->isVisible());
        QVERIFY(!page.findChild<PictureCard*>()->isVisible());
        job.state = JobState::Complete;
        job.hasResult = true;
        job.directory = folder.path();
        job.result = QStringLiteral("render.png");
        page.setJob(job);
        QVERIFY(find::says(page, QStringLiteral("tiles are done")));
        const auto* card = page.findChild<PictureCard*>();
        QVERIFY(card->isVisible());
        QVERIFY(card->findChild<QLabel*>() != nullptr);
        QSignalSpy opened(&page, &JobPage::openFolderWanted);
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Open the result")) button->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toString(), folder.filePath(QStringLiteral("render.png")));
        page.setJob(samples::completeJob());
        QVERIFY(!card->isVisible());
        QVERIFY(page.findChild<LearningCard*>()->isVisible());
    }

    void inAWideWindowTheLogStandsBesideTheStrip() {
        JobPage page;
        find::show(page, {1720, 1080});
        auto job = samples::runningJob();
        page.setJob(job);
        QCoreApplication::processEvents();
        const auto rect = [&](const QWidget* part) { return QRect(part->mapTo(&page, QPoint()), part->size()); };
        const auto* strip = page.findChild<StripCard*>();
        const auto* log = page.findChild<EventsCard*>();
        const auto beside = [&] {
            return rect(strip).right() < rect(log).left() && rect(strip).top() == rect(log).top();
        };
        QVERIFY(beside());
        QVERIFY(log->width() >= 380);
        QCOMPARE(page.findChild<WindowsStrip*>()->columns(), 64); // a column a window
        job.windows.resize(128);
        page.setJob(job);
        QCoreApplication::processEvents();
        QVERIFY(!beside()); // each window keeps its column
        QCOMPARE(page.findChild<WindowsStrip*>()->columns(), 128);
        job.windows.resize(64);
        page.setJob(job);
        page.resize(1080, 800);
        QCoreApplication::processEvents();
        QVERIFY(rect(log).top() > rect(strip).bottom());
    }

    void overheadIsToldWhileTheJobRuns() {
        JobPage page;
        auto job = samples::runningJob();
        job.overhead = 0.013;
        page.setJob(job);
        QVERIFY(find::says(page, "Overhead: 1.3 %"));
        job.overhead.reset();
        page.setJob(job);
        QVERIFY(find::says(page, "Overhead: not measured yet"));
        job.state = JobState::Ended;
        page.setJob(job);
        QVERIFY(!find::says(page, "Overhead"));
    }

    void aJobThatHasEndedOffersTheWholeVerificationAndNoSingleStep() {
        JobPage page;
        page.setJob(samples::runningJob());
        const QAbstractButton* any = find::button(page, "Check one more step");
        QVERIFY(any && any->isEnabled());
        page.setJob(samples::completeJob());
        QVERIFY(!find::button(page, "Check one more step")); // the host has left: what there is is verified as a whole
        QVERIFY(find::button(page, "Verify the result here"));
        QVERIFY(find::says(page, "41 check(s) so far: 10 % faked would have been caught with 99 %, 1 % with 34 %."));
    }

    void pauseAndResumeNameTheJob() {
        JobPage page;
        find::show(page);
        page.setJob(samples::runningJob());
        QSignalSpy paused(&page, &JobPage::pauseWanted);
        find::click(find::button(page, "Pause"));
        QCOMPARE(paused.takeFirst(), QVariantList({samples::runningJob().id, true}));
        auto job = samples::runningJob();
        job.state = JobState::Paused;
        page.setJob(job);
        find::click(find::button(page, "Resume"));
        QCOMPARE(paused.takeFirst(), QVariantList({job.id, false}));
    }

    void cancelAsksFirstAndGoingOnChangesNothing() {
        JobPage page;
        find::show(page);
        page.setJob(samples::runningJob());
        QSignalSpy cancelled(&page, &JobPage::cancelWanted);
        find::click(find::button(page, "Cancel"));
        QVERIFY(find::says(page, "What is won stays paid"));
        find::click(find::button(page, "Go on"));
        QVERIFY(!find::says(page, "What is won stays paid"));
        QCOMPARE(cancelled.size(), 0);
        page.activateWindow();
        QTest::keyClick(&page, Qt::Key_Period, Qt::ControlModifier);
        find::click(find::button(page, "Cancel the job"));
        QCOMPARE(cancelled.takeFirst().at(0).toLongLong(), samples::runningJob().id);
    }

    void anyStepThatIsDoneCanBeCheckedAndNoOther() {
        JobPage page;
        find::show(page);
        page.setJob(samples::runningJob());
        QSignalSpy checked(&page, &JobPage::checkStepWanted);
        find::click(find::button(page, "Choose the step"));
        QLineEdit* field = find::field(page, "Step to compute again here");
        QVERIFY(field && field->hasFocus());
        find::type(field, "2665");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(checked.size(), 0);
        QVERIFY(find::says(page, "A step from 1 to 2,664"));
        find::type(field, "17");
        find::click(find::button(page, "Check"));
        QCOMPARE(checked.takeFirst(), QVariantList({samples::runningJob().id, quint64{16}}));
        QVERIFY(!find::button(page, "Check")->isEnabled());
        page.setCheckResult(samples::runningJob().id, 16, "Step 17 computed here in 94.0 s: right, same root",
                            StepVerdict::Right);
        QVERIFY(find::says(page, "right, same root"));
        QVERIFY(find::button(page, "Check")->isEnabled());
    }

    void oneMoreCheckSaysWhatItSavesAndCostsAndDrawsAStep() {
        JobPage page;
        find::show(page);
        page.setJob(samples::runningJob());
        for (const char* part : {"One more check now?", "Chance of a fake: 0.020 %", "It would save: 0.005514 credits",
                                 "It would cost: 0.015000 credits", "Not worth it. Winners are checked.",
                                 "Sabotage pays above: 0.90 credits"})
            QVERIFY2(find::says(page, QString::fromLatin1(part)), part);
        QSignalSpy checked(&page, &JobPage::checkStepWanted);
        std::set<quint64> drawn;
        for (int i = 0; i < 20; ++i) {
            find::click(find::button(page, "Check one more step"));
            QCOMPARE(checked.size(), 1);
            const quint64 step = checked.takeFirst().at(1).toULongLong();
            QVERIFY(step < 2664);
            QVERIFY(drawn.insert(step).second); // never one that was computed here before
            QVERIFY(!find::button(page, "Check one more step")->isEnabled());
            page.setCheckResult(samples::runningJob().id, step, "right", StepVerdict::Right);
        }
        auto job = samples::runningJob();
        job.contracts.front().atStake = Amount::credits(200);
        page.setJob(job);
        QVERIFY(find::says(page, "Worth it: check a step."));
        QVERIFY(find::says(page, "It would save: 0.0438"));
    }

    void theStepsOfAnEarlierHostAreNotAskedOfTheNextOne() {
        JobPage page;
        find::show(page);
        auto job = samples::movedJob();
        job.contracts.back().stepPrice = Amount::micros(12'000);
        job.contracts.back().steps = 4057;
        job.contracts.back().stepsDone = 1;
        page.setJob(job);
        QSignalSpy checked(&page, &JobPage::checkStepWanted);
        find::click(find::button(page, "Check one more step"));
        QCOMPARE(checked.takeFirst().at(1).toULongLong(), 39U); // the only one: step 40
    }

    void aMarketsPriceAsksForChecksAndLeadsToIt() {
        JobPage page;
        find::show(page);
        const JobFacts job = samples::runningJob();
        page.setJob(job);
        QVERIFY(!find::button(page, "Bet on it"));
        BetFacts bet = samples::bet('\x05', "Gallium forge", std::nullopt, 700'000);
        bet.subject.contract = job.contracts.front().contract;
        page.setBets(job.market, {bet});
        QVERIFY(find::says(page, "Market says right: 70.0 %"));
        QVERIFY(find::says(page, "Worth it, says the market's price"));
        QVERIFY(find::says(page, "Chance of a fake: 30.0 %"));
        QSignalSpy wanted(&page, &JobPage::betWanted);
        find::click(find::button(page, "Bet on it"));
        QVERIFY(wanted.takeFirst().at(0).value<BetSubject>() == bet.subject);
    }

    void aWrongStepIsDisputedWithOneMoreClick() {
        JobPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setMarkets(samples::markets());
        const JobFacts job = samples::runningJob();
        page.setJob(job);
        QVERIFY(!find::says(page, "are locked as a deposit"));
        page.setCheckResult(job.id, 40, "Step 41 computed here: wrong, another root", StepVerdict::Wrong);
        find::click(find::button(page, "Dispute step 41"));
        QVERIFY(find::says(page, "0.027000 credits are locked as a deposit")); // two steps and the fee of a check
        QLineEdit* step = find::field(page, "Step");
        QVERIFY(step && step->hasFocus());
        QCOMPARE(step->text(), QStringLiteral("41"));
        QSignalSpy disputed(&page, &JobPage::disputeWanted), looked(&page, &JobPage::caseWanted);
        find::type(step, "5000");
        find::click(find::button(page, "Compare, and dispute what differs"));
        QCOMPARE(disputed.size(), 0);
        QVERIFY(find::says(page, "A step from 1 to 2,664, or none to compare all"));
        find::type(step, "41");
        QTest::keyClick(step, Qt::Key_Return);
        auto sent = disputed.takeFirst();
        QCOMPARE(sent.at(0).toLongLong(), job.id);
        QCOMPARE(sent.at(1).toByteArray(), job.contracts.front().contract);
        QCOMPARE(sent.at(2).value<std::optional<quint64>>(), std::optional<quint64>(40));
        QVERIFY(!sent.at(3).toBool());
        auto* rounds = page.findChild<Switch*>();
        QVERIFY(!rounds->isEnabled()); // a named step needs no search
        step->clear();
        find::click(rounds);
        find::click(find::button(page, "Compare, and dispute what differs"));
        sent = disputed.takeFirst();
        QVERIFY(!sent.at(2).value<std::optional<quint64>>() && sent.at(3).toBool());

        page.setDispute(samples::dispute(job, DisputeStage::Comparing));
        QVERIFY(find::says(page, "Computing again: 812 of 2,664 steps"));
        QVERIFY(!find::button(page, "Compare, and dispute what differs"));
        page.setDispute(samples::dispute(job, DisputeStage::Open));
        QVERIFY(find::says(page, "case 31 is open"));
        find::click(find::button(page, "Look at the case"));
        QCOMPARE(looked.takeFirst().at(0).toByteArray(), job.contracts.front().contract);
        page.setDispute(samples::dispute(job, DisputeStage::Ended));
        QVERIFY(find::says(page, "the host was wrong. Its bond has paid back what you paid."));
        find::click(find::button(page, "Close"));
        QVERIFY(!find::says(page, "the host was wrong"));
    }

    void whatCannotBeDisputedIsNotOffered() {
        JobPage page;
        find::show(page);
        page.setNow(samples::kNow);
        auto job = samples::completeJob();
        page.setJob(job);
        QVERIFY(find::button(page, "Dispute the result"));
        job.contracts.front().bondUntil = samples::kNow - 1;
        page.setJob(job);
        QVERIFY(!find::button(page, "Dispute the result"));
        QVERIFY(disputable(samples::brokenJob(), samples::kNow).empty()); // its bond is gone
    }

    void whoStoppedFirstIsToldAsFarAsItIsRecorded() {
        JobPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setJob(samples::runningJob());
        QVERIFY(!find::says(page, "Who stopped first"));
        page.setJob(samples::brokenJob());
        QVERIFY(find::says(page, "Gallium forge stopped first, contract 7f3a 91c2"));
        QVERIFY(find::says(page, "Not proven: it did not answer the marketplace in time."));
        QVERIFY(find::says(page, "Last word of Gallium forge recorded here: "));
        page.setJob(samples::movedJob());
        QVERIFY(find::says(page, "Proven: a step was run again"));
    }

    void aCaughtCheatIsToldInPlainWords() {
        JobPage page;
        find::show(page);
        page.setJob(samples::movedJob());
        QVERIFY(find::says(page,
                           "Gallium forge returned a wrong result at step 41. It lost its bond of 4.00 credits. The "
                           "job goes on with Lakeside lab from step 40."));
        QVERIFY(find::says(page, "1 wrong"));
        find::click(find::button(page, "Close this message"));
        auto job = samples::movedJob();
        job.stepsDone += 1;
        page.setJob(job);
        QVERIFY(!find::says(page, "returned a wrong result"));
    }

    void theSentenceOfACheatTellsWhatIsKnown() {
        CaughtCheat caught{"Gallium forge",
                           41,
                           unchained::Amount::credits(4),
                           unchained::Amount::micros(1'200'000),
                           "Lakeside lab",
                           40,
                           false};
        QCOMPARE(sentenceOf(caught),
                 QStringLiteral("Gallium forge returned a wrong result at step 41. It lost its bond "
                                "of 4.00 credits, and you got 1.20 back. The job goes on with Lakeside "
                                "lab from step 40."));
        caught.next.clear();
        caught.bond.reset();
        caught.refund.reset();
        QCOMPARE(sentenceOf(caught), QStringLiteral("Gallium forge returned a wrong result at step 41. It lost its "
                                                    "bond. Another host is being looked for."));
    }

    void aJobWithoutACheatHasNoSuchSentence() { QVERIFY(!caughtOf(samples::runningJob())); }

    void afterTheEndItOpensVerifiesAndRates() {
        JobPage page;
        find::show(page);
        page.setJob(samples::completeJob());
        QCoreApplication::processEvents(); // a layout shows new rows with the next event
        QVERIFY(!find::button(page, "Pause"));
        QVERIFY(!find::button(page, "Cancel"));
        QSignalSpy folder(&page, &JobPage::openFolderWanted), verify(&page, &JobPage::verifyWanted),
            reviewed(&page, &JobPage::reviewWanted), replied(&page, &JobPage::replyWanted);
        find::click(find::button(page, "Open the result folder"));
        QCOMPARE(folder.takeFirst().at(0).toString(), samples::completeJob().directory);
        find::click(find::button(page, "Verify the result here"));
        QCOMPARE(verify.size(), 1);
        QVERIFY(!find::button(page, "Verify the result here")->isEnabled());
        page.setVerifyProgress(samples::completeJob().id, 1, 1, "Every signature is right");
        QVERIFY(find::says(page, "Every signature is right"));
        QVERIFY(find::button(page, "Verify the result here")->isEnabled());

        QVERIFY(!find::button(page, "Review Gallium forge")->isEnabled());
        const auto stars = page.findChildren<StarsInput*>();
        QCOMPARE(stars.size(), 4);
        for (StarsInput* each : stars)
            QTest::keyClick(each, each == stars.last() ? Qt::Key_3 : Qt::Key_4);
        find::type(find::field(page, "A sentence for others"), "As promised");
        find::click(find::button(page, "Review Gallium forge"));
        const auto sent = reviewed.takeFirst();
        QCOMPARE(sent.at(0).toByteArray(), samples::completeJob().contracts.back().review->contract);
        QCOMPARE(sent.at(1).value<StarsGiven>(), (StarsGiven{4, 4, 4, 3}));
        QCOMPARE(sent.at(2).toString(), QStringLiteral("As promised"));
        auto job = samples::completeJob();
        ReviewTask& task = *job.contracts.back().review;
        task.mine = ReviewFacts{{}, {4, 4, 4, 3}, QStringLiteral("As promised"), {}, 0, 0, 0};
        page.setJob(job);
        QVERIFY(!find::button(page, "Review Gallium forge"));
        QVERIFY(find::says(page, "You wrote: 3.75 of 5 · As promised"));
        QVERIFY(find::says(page, "Nobody reads it before Gallium forge has written"));
        QVERIFY(find::button(page, "Change it"));
        task.mayWrite = false;
        task.theyWrote = true;
        task.theirs = ReviewFacts{{}, {5, 5, 5, 5}, QStringLiteral("Paid at once"), {}, 0, 0, 0};
        page.setJob(job);
        QVERIFY(find::says(page, "Gallium forge wrote: 5.00 of 5 · Paid at once"));
        find::type(find::field(page, "Reply"), "Gladly");
        find::click(find::button(page, "Reply to Gallium forge"));
        QCOMPARE(replied.takeFirst().at(1).toString(), QStringLiteral("Gladly"));
    }

    void aWrongStepWaitsForItsJobToBeShownAgain() {
        JobPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setMarkets(samples::markets());
        const JobFacts job = samples::runningJob();
        page.setJob(job);
        QSignalSpy checked(&page, &JobPage::checkStepWanted);
        find::click(find::button(page, "Check one more step"));
        const quint64 step = checked.takeFirst().at(1).toULongLong();
        JobFacts other = job;
        other.id = 99;
        page.setJob(other);
        QVERIFY(find::button(page, "Check one more step")->isEnabled()); // of this one nothing was asked
        QVERIFY(!find::says(page, "Computing step"));
        page.setCheckResult(job.id, step, "wrong, another root", StepVerdict::Wrong);
        QVERIFY(!find::says(page, "wrong, another root"));
        page.setJob(job);
        QVERIFY(find::says(page, "wrong, another root"));
        QVERIFY(find::button(page, "Check one more step")->isEnabled());
        find::click(find::button(page, "Dispute step " + countText(step + 1)));
        QVERIFY(find::says(page, "are locked as a deposit"));
    }

    void aVerificationWaitsForItsJobToBeShownAgain() {
        JobPage page;
        find::show(page);
        const JobFacts job = samples::completeJob();
        page.setJob(job);
        find::click(find::button(page, "Verify the result here"));
        JobFacts other = job;
        other.id = 98;
        page.setJob(other);
        QVERIFY(find::button(page, "Verify the result here")->isEnabled());
        page.setVerifyProgress(job.id, 1, 1, "step 7: another root");
        QVERIFY(!find::says(page, "another root"));
        page.setJob(job);
        QVERIFY(find::says(page, "step 7: another root"));
    }

    void aReviewThatIsBeingWrittenStaysWhenAnotherFallsDue() {
        JobPage page;
        find::show(page);
        JobFacts job = samples::completeJob();
        ContractFacts earlier = job.contracts.front();
        earlier.host = QStringLiteral("Lakeside lab");
        earlier.contract = QByteArray(32, '\x02');
        earlier.review.reset();
        job.contracts.insert(job.contracts.begin(), earlier);
        page.setJob(job);
        QCoreApplication::processEvents();
        for (StarsInput* each : page.findChildren<StarsInput*>())
            each->setValue(4);
        find::type(find::field(page, "A sentence for others"), "As promised");
        job.contracts.front().review = samples::reviewTask('\x02', true);
        page.setJob(job);
        QCoreApplication::processEvents();
        QSignalSpy reviewed(&page, &JobPage::reviewWanted);
        QVERIFY(!find::button(page, "Review Lakeside lab")->isEnabled());
        find::click(find::button(page, "Review Gallium forge"));
        QCOMPARE(reviewed.at(0).at(0).toByteArray(), job.contracts.back().review->contract);
        QCOMPARE(reviewed.at(0).at(2).toString(), QStringLiteral("As promised"));
    }

    void anotherJobForgetsWhatWasAskedAboutTheLast() {
        JobPage page;
        find::show(page);
        page.setJob(samples::runningJob());
        find::click(find::button(page, "Choose the step"));
        find::click(find::button(page, "Cancel"));
        auto other = samples::runningJob();
        other.id = 99;
        page.setJob(other);
        QVERIFY(!find::field(page, "Step to compute again here"));
        QVERIFY(!find::says(page, "What is won stays paid"));
    }

    void theNarrowColumnGoesBelowInANarrowWindow() {
        JobPage page;
        page.setJob(samples::runningJob());
        auto* columns = page.findChild<TwoColumns*>();
        for (const auto& [width, stacked] : {std::pair{1080, false}, {904, true}, {1720, false}, {904, true}}) {
            find::show(page, {width, 700});
            QCoreApplication::processEvents();
            QCOMPARE(columns->stacked(), stacked);
            QVERIFY(page.widget()->width() <= page.viewport()->width());
        }
    }
};

static const unchained::ui::RegisteredTest<JobPageTest> jobPageTest("pages/job_page");
#include "job_page_test.moc"
