// SPDX-License-Identifier: Apache-2.0
#include "shell/link.h"

#include "net/address.h"

namespace unchained::ui {

namespace {
const QString kScheme = QStringLiteral("unchained:");
constexpr qsizetype kPeerBytes = 32;
} // namespace

std::optional<Link> parseLink(const QString& text) {
    if (!text.startsWith(kScheme)) return std::nullopt;
    QString rest = text.mid(kScheme.size());
    while (rest.startsWith(QLatin1Char('/'))) // browsers write unchained://…
        rest.remove(0, 1);
    rest.replace(QStringLiteral("%23"), QStringLiteral("#"));
    Link out;
    const qsizetype slash = rest.indexOf(QLatin1Char('/'));
    out.market = rest.left(slash < 0 ? rest.size() : slash);
    if (!net::HubAddress::parse(out.market.toStdString())) return std::nullopt;
    const QByteArray hex = slash < 0 ? QByteArray() : rest.mid(slash + 1).toLatin1();
    out.peer = QByteArray::fromHex(hex);
    if (!hex.isEmpty() && (hex.size() != 2 * kPeerBytes || out.peer.size() != kPeerBytes)) return std::nullopt;
    return out;
}

QString linkTo(const QString& market, const QByteArray& peer) {
    return kScheme + market + (peer.isEmpty() ? QString() : QLatin1Char('/') + QString::fromLatin1(peer.toHex()));
}

} // namespace unchained::ui
