// SPDX-License-Identifier: Apache-2.0
#include "node/stop_signal.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <termios.h>
#include <unistd.h>

namespace unchained::node {

namespace {

/// Whoever does not stop by itself in this time is ended; nothing is lost, since all state is durable when written.
constexpr unsigned kPatienceSeconds = 9;

int g_pipe[2] = {-1, -1};
volatile std::sig_atomic_t g_listening = 0;
volatile std::sig_atomic_t g_asked = 0;
volatile std::sig_atomic_t g_hidden = 0;
termios g_shown;

// Only async-signal-safe functions from here on.
void endNow() {
    if (g_hidden != 0) ::tcsetattr(STDIN_FILENO, TCSANOW, &g_shown);
    ::_exit(0);
}

extern "C" void onStop(int) {
    if (g_listening == 0 || g_asked != 0) endNow();
    g_asked = 1;
    ::alarm(kPatienceSeconds);
    const int before = errno;
    const char byte = 0;
    (void)!::write(g_pipe[1], &byte, 1);
    errno = before;
}

extern "C" void onPatienceOver(int) {
    endNow();
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

void installSignals() {
    if (::pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0) throw std::runtime_error("no pipe for signals");
    handle(SIGPIPE, SIG_IGN);
    handle(SIGXFSZ, SIG_IGN); // a limit on the size of files is an error of whoever writes
    handle(SIGALRM, onPatienceOver);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        handle(signal, onStop);
}

StopSignal::StopSignal(std::function<void()> stopRequested, QObject* parent)
    : QObject(parent), m_stopRequested(std::move(stopRequested)),
      m_notifier(new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this)) {
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(g_pipe[0], &byte, 1) != 1) return;
        m_notifier->setEnabled(false);
        m_stopRequested();
    });
    g_listening = 1;
}

StopSignal::~StopSignal() {
    // Once asked, the patience goes on: what comes after the loop must also end.
    g_listening = 0;
}

HiddenInput::HiddenInput() {
    if (::tcgetattr(STDIN_FILENO, &g_shown) != 0) return;
    termios hidden = g_shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    g_hidden = 1;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
}

HiddenInput::~HiddenInput() {
    if (g_hidden == 0) return;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &g_shown);
    g_hidden = 0;
}

} // namespace unchained::node
