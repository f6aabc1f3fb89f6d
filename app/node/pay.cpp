// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"

#include "identity/random.h"
#include "node/hub_talk.h"
#include "protocol/signed.h"
#include "storage/peer_store.h"

namespace unchained::node {

using cbor::Array;
using cbor::Value;
using contract::Pay;
using storage::CommandRow;

namespace {

/// The signed payment in a stored command.
Result<Pay> payOf(const CommandRow& row) {
    const auto body = cbor::decode(row.body);
    if (!body) return body.error();
    cbor::Reader in(*body, "pay", 2);
    (void)in.text();
    const Bytes envelope = in.bytes();
    if (auto ok = in.finish(); !ok) return ok.error();
    const auto opened = protocol::openSigned<Pay>(envelope);
    if (!opened) return opened.error();
    return opened->value;
}

/// One that was recorded and whose answer never came: the user repeats the command because it did not end well.
Result<std::optional<CommandRow>> unanswered(const storage::PeerStore& store, const PeerId& hub, const PeerId& to,
                                             Amount amount) {
    const auto commands = store.openCommands();
    if (!commands) return commands.error();
    for (const CommandRow& row : *commands) {
        if (row.kind != "pay" || row.hub != toHex(hub.view())) continue;
        const auto pay = payOf(row);
        if (pay && pay->to == to && pay->amount == amount) return std::optional(row);
    }
    return std::optional<CommandRow>();
}

Result<CommandRow> record(storage::PeerStore& store, const identity::Keys& keys, const Pay& pay) {
    const Value body(Array{"pay", protocol::sealed(keys, pay)});
    CommandRow row{pay.id, toHex(pay.hub.view()), "pay", cbor::encode(body)};
    if (auto added = store.addCommand(row); !added) return added.error();
    return row;
}

/// What the hub says of our account, kept for `ledger balance`.
Result<void> refreshBalance(HubTalk& talk, storage::PeerStore& store) {
    const auto answer = talk.ask(Array{"account"});
    if (!answer) return answer.error();
    cbor::Reader in(*answer, "account", 2);
    storage::PeerBalance balance;
    balance.balance = readAmount(in);
    balance.locked = readAmount(in);
    balance.asOf = wallNow();
    if (auto ok = in.finish(); !ok) return ok.error();
    return store.setBalance(toHex(talk.hub().view()), balance);
}

int pay(Context& context, const net::HubAddress& address, const PeerId& to, Amount amount) {
    const auto directory = context.lock(false);
    if (!directory) return context.fail(directory.error());
    const auto keys = context.keys(*directory, MissingKey::Refuse);
    if (!keys) return context.fail(keys.error());
    auto store = storage::PeerStore::open(directory->peerDatabase());
    if (!store) return context.fail(store.error());
    const auto talk = HubTalk::open(address, keys->keys);
    if (!talk) return context.fail(talk.error());
    // Brings a new peer its welcome credits.
    if (const auto joined = (*talk)->ask(Array{"join"}); !joined) return context.fail(joined.error());

    const auto earlier = unanswered(*store, (*talk)->hub(), to, amount);
    if (!earlier) return context.fail(earlier.error());
    if (*earlier) context.warn("an earlier payment of the same amount was not answered: this one is that one");
    const auto row = *earlier ? Result<CommandRow>(**earlier)
                              : record(*store, keys->keys, {(*talk)->hub(), identity::randomCommandId(), to, amount});
    if (!row) return context.fail(row.error());

    const auto answer = (*talk)->ask(*cbor::decode(row->body));
    if (!answer && answer.error().transient) {
        context.warn("the payment is recorded: the same command sends it once more, and not a second time");
        return context.fail(answer.error());
    }
    if (auto ok = store->finishCommand(row->id); !ok) return context.fail(ok.error());
    if (!answer) return context.fail(answer.error());
    cbor::Reader in(*answer, "answer", 1);
    const Amount balance = readAmount(in);
    if (auto ok = in.finish(); !ok) return context.fail(ok.error());
    if (auto kept = refreshBalance(**talk, *store); !kept) context.warn(kept.error());
    return context.finish({{"paid", toJson(amount)}, {"to", toJson(to)}, {"balance", toJson(balance)}},
                          "paid " + amount.str() + " credits to " + toHex(to.view()) + "; the balance is " +
                              balance.str() + " credits");
}

} // namespace

int runPay(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const PeerId to = in.peerOperand(0);
    const Amount amount = in.amountOperand(1);
    if (!in.failed() && amount.isZero()) in.fail("CREDITS", "must be more than 0", "name a larger amount");
    if (in.failed()) return context.fail(*in.failed());
    return pay(context, address, to, amount);
}

} // namespace unchained::node
