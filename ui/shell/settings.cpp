// SPDX-License-Identifier: Apache-2.0
#include "shell/settings.h"

#include <array>

namespace unchained::ui {

namespace {
constexpr std::array<const char*, 5> kLooks = {"system", "light", "dark", "contrast-light", "contrast-dark"};

QString settingsFile(const QString& directory) {
    return directory + QStringLiteral("/desktop.ini");
}
} // namespace

Settings::Settings(const QString& dataDirectory, const QString& looks)
    : m_file(settingsFile(dataDirectory), QSettings::IniFormat), m_looks(settingsFile(looks), QSettings::IniFormat) {}

Appearance Settings::appearance() const {
    Appearance out;
    const QString look = m_looks.value("look").toString();
    for (std::size_t i = 0; i < kLooks.size(); ++i)
        if (look == QLatin1String(kLooks[i])) out.look = static_cast<Look>(i);
    out.textScale = m_looks.value("textScale", 1.0).toDouble();
    out.motion = m_looks.value("motion", m_desktopMotion).toBool();
    return out;
}

void Settings::setAppearance(const Appearance& appearance) {
    m_looks.setValue("look", QString::fromLatin1(kLooks.at(static_cast<std::size_t>(appearance.look))));
    m_looks.setValue("textScale", appearance.textScale);
    // Who changes the look alone has not chosen against the desktop's wish.
    if (m_looks.contains("motion") || appearance.motion != m_desktopMotion)
        m_looks.setValue("motion", appearance.motion);
}

QString Settings::language() const {
    return m_looks.value("language").toString();
}
void Settings::setLanguage(const QString& code) {
    m_looks.setValue("language", code);
}

bool Settings::firstRunDone() const {
    return m_file.value("firstRunDone").toBool();
}
void Settings::setFirstRunDone() {
    m_file.setValue("firstRunDone", true);
}

QStringList Settings::markets() const {
    return m_file.value("markets").toStringList();
}
void Settings::addMarket(const QString& address) {
    QStringList all = markets();
    if (!all.contains(address)) all << address;
    m_file.setValue("markets", all);
}
void Settings::removeMarket(const QString& address) {
    QStringList all = markets();
    all.removeAll(address);
    m_file.setValue("markets", all);
}

QSet<QByteArray> Settings::peers(const char* list) const {
    QSet<QByteArray> out;
    for (const QString& hex : m_file.value(list).toStringList())
        out.insert(QByteArray::fromHex(hex.toLatin1()));
    return out;
}
void Settings::set(const char* list, const QByteArray& peer, bool on) {
    QStringList all = m_file.value(list).toStringList();
    all.removeAll(QString::fromLatin1(peer.toHex()));
    if (on) all << QString::fromLatin1(peer.toHex());
    m_file.setValue(list, all);
}

QSet<QByteArray> Settings::favourites() const {
    return peers("favourites");
}
void Settings::setFavourite(const QByteArray& peer, bool on) {
    set("favourites", peer, on);
}
QSet<QByteArray> Settings::blocked() const {
    return peers("blocked");
}
void Settings::setBlocked(const QByteArray& peer, bool on) {
    set("blocked", peer, on);
}

QVariantMap Settings::browse() const {
    return m_file.value("browse").toMap();
}
void Settings::setBrowse(const QVariantMap& state) {
    m_file.setValue("browse", state);
}
QByteArray Settings::geometry() const {
    return m_looks.value("geometry").toByteArray();
}
void Settings::setGeometry(const QByteArray& geometry) {
    m_looks.setValue("geometry", geometry);
}
std::optional<HostingRequest> Settings::hosting() const {
    const QVariantMap map = m_file.value("hosting").toMap();
    const auto price = Amount::fromMicro(map.value("price").toLongLong());
    if (map.isEmpty() || !price) return std::nullopt;
    HostingRequest out{map.value("market").toString(), map.value("name").toString(), map.value("place").toString(),
                       *price, std::nullopt};
    if (const QVariant bond = map.value("bond"); bond.isValid())
        if (const auto amount = Amount::fromMicro(bond.toLongLong())) out.bondMax = *amount;
    return out;
}
void Settings::setHosting(const std::optional<HostingRequest>& request) {
    if (!request) return m_file.remove("hosting");
    QVariantMap map{{"market", request->market},
                    {"name", request->name},
                    {"place", request->place},
                    {"price", static_cast<qlonglong>(request->pricePerHour.micro())}};
    if (request->bondMax) map.insert("bond", static_cast<qlonglong>(request->bondMax->micro()));
    m_file.setValue("hosting", map);
}
int Settings::hubPort() const {
    return m_file.value("hubPort").toInt();
}
void Settings::setHubPort(int port) {
    m_file.setValue("hubPort", port);
}
bool Settings::hubForOthers() const {
    return m_file.value("hubForOthers").toBool();
}
void Settings::setHubForOthers(bool forOthers) {
    m_file.setValue("hubForOthers", forOthers);
}
std::pair<double, Amount> Settings::electricity() const {
    const auto price = Amount::fromMicro(m_file.value("pricePerKwh").toLongLong());
    return {m_file.value("watts").toDouble(), price ? *price : Amount{}};
}
void Settings::setElectricity(const std::pair<double, Amount>& electricity) {
    m_file.setValue("watts", electricity.first);
    m_file.setValue("pricePerKwh", static_cast<qlonglong>(electricity.second.micro()));
}
bool Settings::backedUp(const QByteArray& peer) const {
    return peers("backedUp").contains(peer);
}
void Settings::setBackedUp(const QByteArray& peer) {
    set("backedUp", peer, true);
}

} // namespace unchained::ui
