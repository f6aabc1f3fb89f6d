// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace unchained::ui {

/// unchained:HOST:PORT#FINGERPRINT a marketplace; with /PEER (64 hex digits) a listing there.
struct Link {
    QString market;
    QByteArray peer; ///< 32 bytes, or empty
};
[[nodiscard]] std::optional<Link> parseLink(const QString& text);
[[nodiscard]] QString linkTo(const QString& market, const QByteArray& peer);

} // namespace unchained::ui
