// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"
#include "jobs/terms_file.h"
#include "net/hub_server.h"
#include "node/commands.h"
#include "node/stop_signal.h"
#include "protocol/signed.h"

#include <QCoreApplication>

#include <algorithm>

namespace unchained::node {

namespace {

/// The same --issue line is the same issuance, also after a restart: its id follows from its content.
Result<cbor::Value> issue(net::HubServer& server, const identity::Keys& keys, const PeerId& to, Amount amount) {
    const Hash256 hash = taggedHash("issue-option", {to, amount.micro()});
    contract::Issuance issuance{keys.peer(), {}, to, amount};
    std::copy_n(hash.bytes.begin(), issuance.id.bytes.size(), issuance.id.bytes.begin());
    return server.operatorCommand(cbor::Array{"issue", protocol::sealed(keys, issuance)});
}

Result<net::HubSetup> setupOf(const HubOptions& options) {
    net::HubSetup setup;
    setup.listen = options.listen;
    setup.worker = Context::worker();
    protocol::HubTerms& terms = setup.terms;
    terms.welcome = options.welcome;
    terms.coinflipBets = options.coinflipBets;
    terms.hire = options.hire;
    terms.again = options.again;
    terms.arbiter = options.arbiter;
    if (options.terms.empty()) return setup;
    auto file = jobs::loadTerms(options.terms, jobs::TermsOf::Hub);
    if (!file) return file.error();
    terms.least = file->over(terms.least);
    terms.checkFee = file->checkFee.value_or(terms.checkFee);
    terms.pool = file->pool.value_or(terms.pool);
    setup.machinePerHour = file->machinePerHour.value_or(setup.machinePerHour);
    setup.transferPerGigabyte = file->transferPerGigabyte.value_or(setup.transferPerGigabyte);
    return setup;
}

} // namespace

int runHub(Context& context, const HubOptions& options) {
    auto setup = setupOf(options);
    if (!setup) return context.fail(setup.error());
    auto directory = context.lock(true);
    if (!directory) return context.fail(directory.error());
    auto keys = context.keys(*directory, MissingKey::Make);
    if (!keys) return context.fail(keys.error());
    auto store = storage::HubStore::open(directory->hubDatabase());
    if (!store) return context.fail(store.error());
    auto blobs = storage::BlobStore::open(directory->blobs());
    if (!blobs) return context.fail(blobs.error());

    net::HubServer server(keys->keys, *store, *blobs, *setup);
    QObject::connect(&server, &net::HubServer::log,
                     [&](const QString& line) { context.warn(printable(line.toStdString())); });
    std::optional<Error> failed;
    QObject::connect(&server, &net::HubServer::broken, [&](const Error& why) {
        if (!failed) failed = why;
        QCoreApplication::exit(kCannotStart);
    });
    if (auto ok = server.start(); !ok) return context.fail(ok.error(), kCannotStart);
    for (const auto& [peer, amount] : options.issue)
        if (auto ok = issue(server, keys->keys, peer, amount); !ok) return context.fail(ok.error());
    const std::string address = server.address().str();
    context.printNow(Json{{"address", address}});
    context.say("hub at " + address);
    const StopSignal stop([&] { server.stop([] { QCoreApplication::exit(kGood); }); });
    const int status = QCoreApplication::exec();
    return failed ? context.fail(*failed, kCannotStart) : status;
}

} // namespace unchained::node
