// SPDX-License-Identifier: Apache-2.0
#include "shell/display.h"

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace unchained::ui {

namespace {

/// @param name  a path, or with a zero in front an abstract name (unix(7))
bool answers(const QByteArray& name) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path)) return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return false;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(name.size()));
    const bool there = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), length) == 0;
    ::close(socket);
    return there;
}

/// ":0", ":0.0", "unix:0", "host:0"; X(7), "Display names".
bool x11Answers(const QByteArray& display) {
    const qsizetype colon = display.lastIndexOf(':');
    if (colon < 0) return false;
    const QByteArray host = display.left(colon), number = display.mid(colon + 1).split('.').front();
    if (!host.isEmpty() && host != "unix") return true;
    const QByteArray path = "/tmp/.X11-unix/X" + number;
    return answers(path) || answers(QByteArray(1, '\0') + path);
}

bool waylandAnswers(const QByteArray& display) {
    if (display.isEmpty()) return false;
    return answers(display.startsWith('/') ? display : qgetenv("XDG_RUNTIME_DIR") + '/' + display);
}

} // namespace

bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || x11Answers(qgetenv("DISPLAY")) ||
           waylandAnswers(qgetenv("WAYLAND_DISPLAY"));
}

} // namespace unchained::ui
