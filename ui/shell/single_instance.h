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

    /// False: another window has the directory, and was told `link` (may be empty).
    bool begin(const QString& link);

signals:
    void called(const QString& link);

private:
    bool tell(const QString& link) const;

    const QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace unchained::ui
