// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <QHash>

class QLineEdit;
class QPushButton;

namespace unchained::ui {

class IconLabel;
class KeyValueRow;
class ProgressBar;
class StarsInput;

/// Stars and a sentence for the host of one contract; once given it says so and asks no more.
class RateRow : public QWidget {
    Q_OBJECT
public:
    explicit RateRow(QWidget* parent = nullptr);
    void setContract(const ContractFacts& contract);

    /// Puts its fields behind `before` in the order of Tab; the last of them.
    QWidget* followTabOf(QWidget* before);

signals:
    void rateWanted(QByteArray contract, int stars, QString text);

private:
    QByteArray m_contract;
    Label *m_question, *m_thanks;
    QWidget* m_form;
    StarsInput* m_stars;
    QLineEdit* m_text;
    QPushButton* m_send;
};

/// What is left to do after a job: see how it came out, open its result, verify it, rate its hosts.
class OutcomeCard : public Card {
    Q_OBJECT
public:
    explicit OutcomeCard(QWidget* parent = nullptr);
    /// Of a job that has ended.
    void setJob(const JobFacts& job);
    /// @param total  0 where it is not known how much there is to do
    void setVerifyProgress(int done, int total, const QString& text);

signals:
    void openFolderWanted(QString path);
    void verifyWanted();
    void rateWanted(QByteArray contract, int stars, QString text);

private:
    qint64 m_id = 0;
    QString m_directory;
    IconLabel* m_icon;
    Label *m_title, *m_text, *m_verifyText;
    QPushButton *m_open, *m_verify;
    ProgressBar* m_verifyBar;
    KeyValueRow *m_won, *m_claimed, *m_paid, *m_accuracy;
    QWidget* m_ratings;
    std::vector<RateRow*> m_rows;
};

} // namespace unchained::ui
