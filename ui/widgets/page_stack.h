// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

namespace unchained::ui {

/// Pages of which one is shown; the next one comes up out of the paper within motion::kPage. It takes keys and clicks
/// from the first moment. Without motion it is there at once.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);

private:
    void fadeIn();
};

} // namespace unchained::ui
