// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QSocketNotifier;

/// SIGTERM, SIGINT and SIGHUP: the program ends within 10 s with status 0, its state saved.
namespace unchained::node {

/// To be called once, first of all. From then on the signals end the program at once with status 0, but where a
/// StopSignal listens: then it is asked, and ended when it has not come to its end in time or is asked again.
void installSignals();

/// While one lives, a signal calls `stopRequested` from the event loop, once. At most one at a time.
class StopSignal : public QObject {
public:
    explicit StopSignal(std::function<void()> stopRequested, QObject* parent = nullptr);
    ~StopSignal() override;

private:
    std::function<void()> m_stopRequested;
    QSocketNotifier* m_notifier;
};

/// While one lives, what is typed at the terminal is not shown; also a signal shows it again.
class HiddenInput {
public:
    HiddenInput();
    ~HiddenInput();
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;
};

} // namespace unchained::node
