// SPDX-License-Identifier: Apache-2.0
#include "net/retire.h"

#include <QAbstractEventDispatcher>
#include <QTimer>

namespace unchained::net {

void retireSocket(QSslSocket* socket, const QObject* user, bool flush) {
    constexpr int kLingerMs = 10'000;
    socket->disconnect(user);
    socket->setParent(QAbstractEventDispatcher::instance()); // ends with the thread, at the latest
    QMetaObject::invokeMethod(
        socket,
        [socket, flush] {
            if (!flush || socket->state() == QAbstractSocket::UnconnectedState) {
                socket->abort();
                socket->deleteLater();
                return;
            }
            QObject::connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            // What still arrives is dropped: unread bytes would turn the end into a reset that overtakes our last
            // words.
            QObject::connect(socket, &QIODevice::readyRead, socket, [socket] { socket->readAll(); });
            QTimer::singleShot(kLingerMs, socket, [socket] {
                socket->abort();
                socket->deleteLater();
            });
            socket->readAll();
            socket->disconnectFromHost();
        },
        Qt::QueuedConnection);
}

} // namespace unchained::net
