// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QSet>
#include <QSettings>
#include <QStringList>
#include <QVariantMap>

#include <optional>
#include <utility>

namespace unchained::ui {

/// What the window remembers: <data>/desktop.ini. Money and jobs are never here. GUI thread.
///
/// The demo looks as the user likes it, and remembers everything else in a directory of its own: what is listed, added
/// or backed up there must leave no trace in what the user has.
class Settings {
public:
    explicit Settings(const QString& dataDirectory) : Settings(dataDirectory, dataDirectory) {}
    /// @param looks  the directory that appearance, language and the window's place come from and go to
    Settings(const QString& dataDirectory, const QString& looks);

    [[nodiscard]] Appearance appearance() const;
    /// Whether things move where the person has not chosen; true unless told.
    void setDesktopMotion(bool on) { m_desktopMotion = on; }
    void setAppearance(const Appearance& appearance);
    [[nodiscard]] QString language() const; ///< empty: the desktop's
    void setLanguage(const QString& code);

    [[nodiscard]] bool firstRunDone() const;
    void setFirstRunDone();
    [[nodiscard]] QStringList markets() const;
    void addMarket(const QString& address);
    void removeMarket(const QString& address);

    [[nodiscard]] QSet<QByteArray> favourites() const;
    void setFavourite(const QByteArray& peer, bool on);
    [[nodiscard]] QSet<QByteArray> blocked() const;
    void setBlocked(const QByteArray& peer, bool on);

    [[nodiscard]] QVariantMap browse() const;
    void setBrowse(const QVariantMap& state);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    /// How this machine was listed: it is listed again at the next start, until it is taken off.
    [[nodiscard]] std::optional<HostingRequest> hosting() const;
    void setHosting(const std::optional<HostingRequest>& request);
    [[nodiscard]] int hubPort() const; ///< of the marketplace that runs here; 0: none
    void setHubPort(int port);
    [[nodiscard]] bool hubForOthers() const; ///< it was reached by other machines, too
    void setHubForOthers(bool forOthers);
    /// Watts of this machine at work, and credits a kWh.
    [[nodiscard]] std::pair<double, Amount> electricity() const;
    void setElectricity(const std::pair<double, Amount>& electricity);
    /// Of one key: another one in its place, as by restoring, has no copy yet.
    [[nodiscard]] bool backedUp(const QByteArray& peer) const;
    void setBackedUp(const QByteArray& peer);

private:
    [[nodiscard]] QSet<QByteArray> peers(const char* list) const;
    void set(const char* list, const QByteArray& peer, bool on);

    QSettings m_file, m_looks; ///< one file where it is not the demo
    bool m_desktopMotion = true;
};

} // namespace unchained::ui
