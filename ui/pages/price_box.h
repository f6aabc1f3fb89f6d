// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <QTimer>

class QComboBox;
class QPushButton;

namespace unchained::ui {

class Badge;
class EndsSlider;
class FigureLabel;
class InnerScroll;
class Label;
class PlanView;
class PriceComparison;
class UnitField;

/// What a host costs, for which job and how safely; the way to rent it. Emits planWanted() at each change; the answer
/// is shown in its place. No money moves here.
class PriceBox : public Card {
    Q_OBJECT
public:
    explicit PriceBox(QWidget* parent = nullptr);
    void setJobs(const std::vector<JobFile>& jobs);
    void setHost(const HostFacts& host);
    void setMarketHosts(const std::vector<HostFacts>& hosts);
    void setPlanning(bool planning);
    void setPlan(const PlanFacts& plan);
    void setPlanTrouble(const Trouble& why);

    [[nodiscard]] const std::optional<PlanFacts>& plan() const { return m_plan; }
    /// What is asked for now; the limit is the user's own, or what the plan locks.
    [[nodiscard]] RentRequest request() const;
    /// Whether all that renting needs is there.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] QPushButton* reviewButton() const { return m_review; }

signals:
    void planWanted(unchained::ui::RentRequest request);
    void reviewWanted();
    void chooseJobFile();

private:
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildJob();
    [[nodiscard]] QWidget* buildTerms();
    [[nodiscard]] QWidget* buildTrouble();
    void buildFoot();
    void ask();
    void readLimit();
    [[nodiscard]] QString limitMistake() const;
    void fill();
    void fillPlan();

    HostFacts m_host;
    std::vector<JobFile> m_jobs;
    std::optional<PlanFacts> m_plan;
    std::optional<Amount> m_limit;
    Trouble m_why;
    bool m_planning = false, m_choosing = false, m_badLimit = false;
    QTimer m_dim; ///< what is being worked out anew fades only where that takes long

    FigureLabel* m_price;
    Badge* m_badge;
    Label *m_workPrice, *m_workRule;
    QPushButton* m_how;
    QComboBox* m_job;
    UnitField* m_spend;
    EndsSlider* m_checks;
    Label *m_mistake, *m_note, *m_troubleText, *m_foot;
    Card* m_trouble;
    QPushButton* m_again;
    PlanView* m_view;
    PriceComparison* m_comparison;
    InnerScroll* m_scroll;
    QPushButton* m_review;
};

} // namespace unchained::ui
