// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace unchained::ui {

/// One window a data directory. A second start hands its link to the first, which raises its window. GUI thread.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& dataDirectory, QObject* parent = nullptr);

    enum class Begin {
        Here,     ///< this window has the directory
        Told,     ///< another one has it, and was told `link`
        Silent,   ///< another one has it and does not answer: holder() says which process
        Unwritten ///< the lock cannot be written: no permission, a full disk
    };
    /// @param link  may be empty. Waits some seconds at most for the other window.
    [[nodiscard]] Begin begin(const QString& link);
    /// Process number, 0 where it is not known.
    [[nodiscard]] qint64 holder() const;

signals:
    void called(const QString& link);

private:
    [[nodiscard]] bool tell(const QString& link) const;

    const QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace unchained::ui
