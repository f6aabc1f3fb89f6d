// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

class QLabel;

namespace unchained::ui {

/// The picture that a job of tiles made, as large as the card is wide. Hidden where a job made none.
class PictureCard : public Card {
    Q_OBJECT
public:
    explicit PictureCard(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QLabel* m_picture;
    QString m_path; ///< of what is shown; empty: nothing
    QPixmap m_whole;
};

} // namespace unchained::ui
