// SPDX-License-Identifier: Apache-2.0
#include "net/checker_node.h"
#include "node/commands.h"
#include "node/stop_signal.h"

#include <QCoreApplication>

namespace unchained::node {

namespace {

Json checkerDocument(const contract::CheckerView& view) {
    return {{"stake", view.stake.micro()},
            {"locked", view.locked.micro()},
            {"checked", view.checked},
            {"earned", view.earned.micro()},
            {"struck", view.struck}};
}

} // namespace

int runCheck(Context& context, const CheckOptions& options) {
    if (auto engine = engineIsKnown(options.engine); !engine) return context.fail(engine.error());
    auto directory = context.lock(true);
    if (!directory) return context.fail(directory.error());
    auto keys = context.keys(*directory, MissingKey::Make);
    if (!keys) return context.fail(keys.error());
    auto blobs = storage::BlobStore::open(directory->blobs());
    if (!blobs) return context.fail(blobs.error());

    net::CheckerNode node(keys->keys, *blobs, options.hub,
                          {options.stake, options.feeLeast, options.engine, Context::worker(), {}});
    QObject::connect(&node, &net::CheckerNode::log,
                     [&](const QString& line) { context.warn(printable(line.toStdString())); });
    QObject::connect(&node, &net::CheckerNode::enlisted,
                     [&] { context.say("on the list with a stake of " + options.stake.str() + " credits"); });
    std::optional<Error> failed;
    QObject::connect(&node, &net::CheckerNode::broken, [&](const Error& why) {
        if (!failed) failed = why;
        QCoreApplication::exit(exitCodeOf(why));
    });
    node.start();
    const StopSignal stop([&] { node.stop([] { QCoreApplication::exit(kGood); }); });
    const int status = QCoreApplication::exec();
    const contract::CheckerView& view = node.view();
    if (failed)
        return context.fail(*failed, view.struck == "wrong" ? kWrong : exitCodeOf(*failed), checkerDocument(view));
    const std::string earned = view.earned.str() + " credits for " + std::to_string(view.checked) + " checks";
    return context.finish(checkerDocument(view), "earned " + earned, static_cast<ExitCode>(status));
}

} // namespace unchained::node
