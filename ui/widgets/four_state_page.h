// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace unchained::ui {

class Label;
class ProgressBar;

/// What an empty or failed page says, and the way on. An empty word leaves its button out.
struct StateText {
    QString title;     ///< "Commons does not answer"
    QString sentence;  ///< since when, and what still works
    QString primary;   ///< "Raise price to 60"; on an error "Try again" unless told
    QString secondary; ///< "Clear filters"
    QString link;      ///< "Tell me when one appears"; on an error "Details"
    QByteArray icon;   ///< of theme/icons.h; "nothing" and "broken" have two tones and are the defaults
};

/// A page that is loading, empty, failed or there. Each of the first three is a page with a next step.
class FourStatePage : public Themed<QWidget> {
    Q_OBJECT
public:
    enum class State { Content, Loading, Empty, Error };

    explicit FourStatePage(QWidget* parent = nullptr);

    /// Owned by the page; shown until told otherwise.
    void setContent(QWidget* content);
    [[nodiscard]] State state() const { return m_state; }

    /// False between showLoading() and its skeletons: a picture of the page taken then shows what was there before.
    [[nodiscard]] bool isSettled() const { return !m_delay.isActive(); }

    void showContent();
    /// Skeletons come after 200 ms, so that a fast answer does not flicker. Calling again only changes the words.
    /// @param progress  "82 of 214 hosts from Commons"; empty: no bar
    /// @param share     0 to 1
    void showLoading(const QString& progress = {}, double share = 0);
    void showEmpty(const StateText& text);
    /// @param nextTry  seconds until retry() is emitted by itself; 0: only by the person
    void showError(const StateText& text, int nextTry = 0);

public slots:
    /// What F5 does: the retry() of an error that is shown.
    void tryAgain();

signals:
    void primary();
    void secondary();
    void link();
    void retry();

private:
    class Message;
    class Skeleton;

    void enter(State state, QWidget* shown);
    void tick();

    State m_state = State::Content;
    QStackedLayout* m_stack;
    QWidget* m_content = nullptr;
    Skeleton* m_skeleton;
    Message* m_message;
    QTimer m_delay, m_clock;
    int m_left = 0;
};

} // namespace unchained::ui
