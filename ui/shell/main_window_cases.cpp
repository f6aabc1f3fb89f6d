// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include "pages/case_page.h"
#include "pages/cases_page.h"
#include "pages/job_page.h"
#include "widgets/page_stack.h"

#include <QDateTime>

#include <algorithm>

/// Cases between engine and pages.
namespace unchained::ui {

void MainWindow::wireCases() {
    connect(m_casesPage, &CasesPage::opened, this, &MainWindow::openCase);
    connect(m_casesPage, &CasesPage::jobsWanted, this, [this] { showPlace(Place::Jobs); });
    connect(m_casesPage, &CasesPage::retryWanted, this, [this] {
        for (const MarketFacts& each : m_markets)
            m_engine.post([address = each.address](Engine& e) { e.refresh(address); });
    });
    connect(m_casesPage, &CasesPage::openWanted, this,
            [this](const QString& market, const QByteArray& contract, const QByteArray& against, Amount asked,
                   const QString& text) {
                m_engine.post(
                    [=, micro = asked.micro()](Engine& e) { e.openCase(market, contract, against, micro, text); });
            });
    connect(m_engine.engine(), &Engine::wordsAnswered, m_casesPage, &CasesPage::setAnswer);
    connect(m_engine.engine(), &Engine::wordsAnswered, m_casePage, &CasePage::setAnswer);
    connect(m_engine.engine(), &Engine::disputeChanged, m_jobPage, &JobPage::setDispute);
    connect(m_jobPage, &JobPage::caseWanted, this, &MainWindow::openDispute);
    connect(
        m_jobPage, &JobPage::disputeWanted, this,
        [this](qint64 job, const QByteArray& contract, std::optional<quint64> step, bool rounds, const QString& text) {
            m_engine.post([=](Engine& e) { e.dispute(job, contract, step, rounds, text); });
        });
    connect(m_casePage, &CasePage::back, this, [this] { showPlace(Place::Cases); });
    connect(m_casePage, &CasePage::proposeWanted, this, [this](const CaseFacts& c, Amount toOpener) {
        m_engine.post(
            [market = c.market, id = c.id, micro = toOpener.micro()](Engine& e) { e.settleCase(market, id, micro); });
    });
    connect(m_casePage, &CasePage::acceptWanted, this, [this](const CaseFacts& c) {
        m_engine.post([market = c.market, id = c.id](Engine& e) { e.acceptSettlement(market, id); });
    });
    connect(m_casePage, &CasePage::ruleWanted, this, [this](const CaseFacts& c, Amount toOpener, const QString& why) {
        m_engine.post([market = c.market, id = c.id, micro = toOpener.micro(), why](Engine& e) {
            e.ruleCase(market, id, micro, why);
        });
    });
    connect(m_casePage, &CasePage::statementWanted, this, [this](const CaseFacts& c, const QString& text) {
        m_engine.post([market = c.market, id = c.id, text](Engine& e) { e.addStatement(market, id, text); });
    });
    connect(m_casePage, &CasePage::writeWanted, this, [this](const CaseFacts& c, const QString& text) {
        m_engine.post([market = c.market, contract = c.contract, to = c.correspondent(), text](Engine& e) {
            e.writeMessage(market, contract, to, text);
        });
    });
}

void MainWindow::openDispute(const QByteArray& contract) {
    const auto at = std::find_if(m_cases.begin(), m_cases.end(), [&](const CaseFacts& c) {
        return c.contract == contract && c.ofResult && c.iOpened();
    });
    if (at != m_cases.end()) return openCase(at->id);
    showPlace(Place::Cases);
}

void MainWindow::onCases(const std::vector<CaseFacts>& cases) {
    m_cases = cases;
    m_casesPage->setCases(cases);
    m_rail->setCases(
        static_cast<int>(std::count_if(cases.begin(), cases.end(), [](const CaseFacts& c) { return c.open(); })));
    for (const CaseFacts& each : cases)
        if (each.id == m_shownCase) m_casePage->setCase(each);
}

void MainWindow::openCase(const QByteArray& id) {
    m_shownCase = id;
    const auto at = std::find_if(m_cases.begin(), m_cases.end(), [&](const CaseFacts& c) { return c.id == id; });
    if (at == m_cases.end()) return;
    m_casePage->setNow(QDateTime::currentMSecsSinceEpoch());
    m_casePage->setCase(*at);
    showPage(m_casePage, Place::Cases);
}

} // namespace unchained::ui
