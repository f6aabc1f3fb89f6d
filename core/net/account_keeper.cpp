// SPDX-License-Identifier: Apache-2.0
#include "net/account_keeper.h"

namespace unchained::net {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::chrono::seconds kDeadline{3};
}

AccountKeeper::AccountKeeper(HubLink& link, storage::PeerStore& store, QObject* parent)
    : QObject(parent), m_link(link), m_store(store) {
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] { update(); });
    connect(&m_link, &HubLink::up, this, &AccountKeeper::poke);
}

void AccountKeeper::update(std::function<void()> done) {
    m_link.call(
        Array{"account"},
        [this, done = std::move(done)](const Result<Value>& answer) {
            if (!answer) {
                if (done) done();
                return;
            }
            cbor::Reader in(*answer, "account", 2);
            storage::PeerBalance balance;
            balance.balance = readAmount(in);
            balance.locked = readAmount(in);
            balance.asOf = m_link.hubNow();
            if (in.finish()) (void)m_store.setBalance(toHex(m_link.hub().view()), balance);
            statement(done);
        },
        kDeadline);
}

void AccountKeeper::statement(std::function<void()> done) {
    const std::string hub = toHex(m_link.hub().view());
    const auto known = m_store.statement(hub);
    const std::uint64_t after = known && !known->empty() ? known->back().number : 0;
    m_link.call(
        Array{"statement", after},
        [this, hub, done = std::move(done)](const Result<Value>& answer) {
            const Array* rows = answer ? answer->asArray() : nullptr;
            std::vector<storage::AccountLine> lines;
            for (const Value& row : rows ? *rows : Array{}) {
                cbor::Reader in(row, "statement", 5);
                storage::AccountLine line;
                line.number = in.u64();
                line.time = in.i64();
                line.memo = in.text();
                line.gain = readAmount(in);
                line.balance = readAmount(in);
                if (!in.finish()) break;
                lines.push_back(std::move(line));
            }
            const bool stored = !lines.empty() && m_store.appendStatement(hub, lines).ok();
            if (stored) return statement(done); // there may be more than one answer holds
            emit updated();
            if (done) done();
        },
        kDeadline);
}

} // namespace unchained::net
