// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "story/desk.h"

#include <QTemporaryDir>

#include <optional>

namespace story {

/// A marketplace and one host as other people would run them, with periods of seconds, and a job of some ten seconds.
class Town {
public:
    /// @param epochs  how long its job is
    /// @param forged  the host leaves out this step, counted from 0, which the draw of a longer job hardly finds; its
    ///                bond stays locked for minutes
    explicit Town(const char* epochs = "epochs = 32000", std::optional<int> forged = {});

    /// For a desk with the job of this town.
    [[nodiscard]] Desk::Setup setup() const;
    /// Starts hub and host beside the desk; false where the hub does not say its address.
    bool open(Desk& desk);
    [[nodiscard]] const QString& address() const { return m_address; }
    /// As by a power cut.
    void killHub();
    void killHost();
    /// At the same address, with its books.
    void startHub(Desk& desk);
    /// With its key and what it had under way.
    void startHost(Desk& desk);
    /// The host's own words at the terminal, with the hub's address behind them; true where they went well.
    bool host(Desk& desk, QStringList more);
    static constexpr const char* kHost = "Lakeside lab";

private:
    [[nodiscard]] QString jobs() const { return m_folder.filePath(QStringLiteral("jobs")); }
    [[nodiscard]] QStringList words(const QString& who, const QStringList& more) const;

    const std::optional<int> m_forged;
    QTemporaryDir m_folder;
    QString m_address, m_port = QStringLiteral("0");
    QProcess *m_hub = nullptr, *m_host = nullptr;
};

} // namespace story
