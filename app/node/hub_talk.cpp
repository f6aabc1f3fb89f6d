// SPDX-License-Identifier: Apache-2.0
#include "node/hub_talk.h"

#include "identity/random.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace unchained::node {

namespace {
constexpr auto kDeadline = std::chrono::seconds(30);
}

Result<std::unique_ptr<HubTalk>> HubTalk::open(const net::HubAddress& address, const identity::Keys& keys) {
    std::unique_ptr<HubTalk> out(new HubTalk);
    QEventLoop loop;
    std::optional<Error> failed;
    out->m_connection = net::dialHub(address, net::makeTlsIdentity(keys), {}, nullptr);
    QObject::connect(out->m_connection, &net::Connection::ready, &loop, &QEventLoop::quit);
    QObject::connect(out->m_connection, &net::Connection::closed, &loop, [&](const Error& why) {
        failed = why;
        loop.quit();
    });
    loop.exec();
    if (failed) {
        failed->subject = address.endpoint.str();
        return *failed;
    }
    return out;
}

Result<std::unique_ptr<HubTalk>> HubTalk::openUnnamed(const net::HubAddress& address) {
    return open(address, identity::Keys(identity::randomKeySeed()));
}

HubTalk::~HubTalk() {
    if (m_connection == nullptr) return;
    m_connection->close();
    delete m_connection;
    // Lets the farewell leave.
    QCoreApplication::processEvents();
}

Result<cbor::Value> HubTalk::ask(cbor::Value body) {
    QEventLoop loop;
    std::optional<Result<cbor::Value>> out;
    m_connection->call(std::move(body), kDeadline, [&](Result<cbor::Value> answer) {
        out = std::move(answer);
        loop.quit();
    });
    loop.exec();
    return std::move(*out);
}

void HubTalk::listen(std::chrono::milliseconds most) {
    QEventLoop loop;
    QTimer::singleShot(most, &loop, &QEventLoop::quit);
    m_connection->setNoteHandler([&](const cbor::Value&) { loop.quit(); });
    loop.exec();
    m_connection->setNoteHandler({});
}

} // namespace unchained::node
