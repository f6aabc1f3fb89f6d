// SPDX-License-Identifier: Apache-2.0
#include "shell/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace unchained::ui {

namespace {
constexpr int kAnswerPatienceMs = 2'000;
constexpr qint64 kLinkMax = 4'096;
} // namespace

SingleInstance::SingleInstance(const QString& dataDirectory, QObject* parent)
    : QObject(parent), m_name(QStringLiteral("unchained-") +
                              QString::fromLatin1(QCryptographicHash::hash(QDir(dataDirectory).absolutePath().toUtf8(),
                                                                           QCryptographicHash::Sha256)
                                                      .toHex()
                                                      .left(16))),
      m_lock(dataDirectory + QStringLiteral("/window.lock")) {
    m_lock.setStaleLockTime(0); // held as long as its process lives
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kLinkMax) return socket->abort();
            if (!socket->canReadLine()) return;
            emit called(QString::fromUtf8(socket->readLine().trimmed()));
            socket->write("ok\n");
            socket->flush(); // whoever waits for it ends then
            socket->disconnectFromServer();
        });
    });
}

SingleInstance::Begin SingleInstance::begin(const QString& link) {
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() != QLockFile::LockFailedError) return Begin::Unwritten;
        if (tell(link)) return Begin::Told;
        // It ends now, and its lock comes free; or it begins, and listens by then.
        if (!m_lock.tryLock(kAnswerPatienceMs)) return tell(link) ? Begin::Told : Begin::Silent;
    }
    QLocalServer::removeServer(m_name);
    (void)m_server.listen(m_name);
    return Begin::Here;
}

qint64 SingleInstance::holder() const {
    qint64 process = 0;
    QString host, program;
    return m_lock.getLockInfo(&process, &host, &program) ? process : 0;
}

bool SingleInstance::tell(const QString& link) const {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kAnswerPatienceMs)) return false;
    socket.write(link.toUtf8() + '\n');
    return socket.waitForBytesWritten(kAnswerPatienceMs) && socket.waitForReadyRead(kAnswerPatienceMs);
}

} // namespace unchained::ui
