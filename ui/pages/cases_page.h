// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "pages/page_frame.h"

class QPushButton;

namespace unchained::ui {

class CaseRow;
class OpenCaseCard;
class Card;
class FourStatePage;
class Label;

/// All cases that this person has a part in: open ones first, newest first in each.
class CasesPage : public PageFrame {
    Q_OBJECT
public:
    explicit CasesPage(QWidget* parent = nullptr);
    /// The first call ends the loading.
    void setCases(std::vector<CaseFacts> cases);
    /// Where none answers and nothing is known of the cases, the page says so.
    void setMarkets(const std::vector<MarketFacts>& markets);
    /// Whose hosts can be complained of.
    void setJobs(const std::vector<JobFacts>& jobs);
    /// Whose renters can be.
    void setHosted(const std::vector<HostedContract>& contracts);
    void setNow(qint64 now);
    /// What became of the words of openWanted(), which stay until they are taken.
    void setAnswer(const QByteArray& contract, const QString& words, bool taken);

signals:
    void opened(const QByteArray& id);
    void retryWanted();
    void jobsWanted();
    void openWanted(const QString& market, const QByteArray& contract, const QByteArray& against,
                    unchained::Amount asked, const QString& text);

private:
    struct Group {
        Card* card = nullptr;
        std::vector<CaseRow*> rows;
    };
    void fill(Group& group, const std::vector<CaseFacts>& cases);
    void tell();

    Label* m_summary;
    QPushButton* m_complain;
    OpenCaseCard* m_form;
    FourStatePage* m_states;
    Group m_open, m_ended;
    std::optional<std::vector<CaseFacts>> m_cases;
    std::vector<MarketFacts> m_markets;
    qint64 m_now = 0;
};

} // namespace unchained::ui
