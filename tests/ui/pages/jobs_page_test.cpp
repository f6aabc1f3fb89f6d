// SPDX-License-Identifier: Apache-2.0
#include "pages/jobs_page.h"
#include "registered_test.h"

#include "pages/find.h"
#include "pages/job_row.h"
#include "pages/samples.h"
#include "widgets/four_state_page.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace unchained::ui;

class JobsPageTest : public QObject {
    Q_OBJECT

    static QList<JobRow*> rows(const JobsPage& page) {
        QList<JobRow*> out;
        for (JobRow* each : page.findChildren<JobRow*>())
            if (each->isVisibleTo(&page)) out << each;
        std::sort(out.begin(), out.end(), [&page](JobRow* a, JobRow* b) {
            return a->mapTo(&page, QPoint()).y() < b->mapTo(&page, QPoint()).y();
        });
        return out;
    }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void itLoadsUntilItIsToldThenShowsTheWayOn() {
        JobsPage page;
        find::show(page);
        auto* states = page.findChild<FourStatePage*>();
        QCOMPARE(states->state(), FourStatePage::State::Loading);
        page.setJobs({});
        QCOMPARE(states->state(), FourStatePage::State::Empty);
        QSignalSpy browse(&page, &JobsPage::browseWanted);
        find::click(find::button(page, "Browse hosts"));
        QCOMPARE(browse.size(), 1);
    }

    void jobsUnderWayComeFirstAndAClickOpensOne() {
        JobsPage page;
        find::show(page);
        page.setJobs({samples::completeJob(), samples::runningJob()});
        QCoreApplication::processEvents();
        const auto shown = rows(page);
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[0]->id(), samples::runningJob().id);
        QCOMPARE(shown[1]->id(), samples::completeJob().id);
        QSignalSpy opened(&page, &JobsPage::opened);
        find::click(shown[1]);
        QCOMPARE(opened.takeFirst().at(0).toLongLong(), samples::completeJob().id);
        shown[0]->setFocus();
        QTest::keyClick(shown[0], Qt::Key_Return);
        QCOMPARE(opened.takeFirst().at(0).toLongLong(), samples::runningJob().id);
    }

    void aRowIsReadAsOneSentence() {
        JobsPage page;
        page.setJobs({samples::runningJob()});
        const QString read = page.findChild<JobRow*>()->accessibleName();
        for (const char* part : {"Character GPT", "Running", "Gallium forge", "left", "28.80 credits paid of 74.40"})
            QVERIFY2(read.contains(QLatin1String(part)), qPrintable(read));
    }

    void newFactsKeepTheKeyboardWhereItIs() {
        JobsPage page;
        find::show(page);
        page.setJobs({samples::runningJob()});
        QCoreApplication::processEvents(); // a layout shows new rows with the next event
        page.activateWindow();
        JobRow* row = rows(page).front();
        row->setFocus();
        auto job = samples::runningJob();
        job.stepsDone += 64;
        page.setJobs({job, samples::completeJob()});
        QVERIFY(row->hasFocus());
        QCOMPARE(rows(page).front(), row);
    }
};

static const unchained::ui::RegisteredTest<JobsPageTest> jobsPageTest("pages/jobs_page");
#include "jobs_page_test.moc"
