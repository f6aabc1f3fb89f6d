// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslSocket>

namespace unchained::net {

/// Takes a socket that nobody uses any more and deletes it from the event loop, never inside one of its own signals,
/// where QSslSocket does not bear it.
/// @param user   who used it: its connections to the socket's signals are cut at once
/// @param flush  first let what is written leave, for at most ten seconds; else the connection is reset
void retireSocket(QSslSocket* socket, const QObject* user, bool flush);

} // namespace unchained::net
