// SPDX-License-Identifier: Apache-2.0
#include "node/measure.h"

#include "node/exit_code.h"
#include "node/stop_signal.h"

#include <QEventLoop>
#include <QTemporaryDir>

#include <optional>

namespace unchained::node {

namespace {

/// Starts a worker in a temporary directory, hands it to `ask` with a function to be called with the answer, and runs
/// the event loop until that has come or a signal does.
template <class T, class Ask>
Result<T> askWorker(const std::filesystem::path& worker, const std::string& engine, const Ask& ask) {
    QEventLoop loop;
    std::optional<Result<T>> out;
    const auto end = [&](Result<T> result) {
        if (!out) out = std::move(result);
        loop.quit();
    };
    // Before there is a directory that would be left behind.
    const StopSignal stop([&] { end(makeError(NodeError::Stopped, "measurement", "was stopped")); });
    const QTemporaryDir directory;
    if (!directory.isValid())
        return makeError(NodeError::Broken, "temporary directory", directory.errorString().toStdString(),
                         "free some space, or set TMPDIR");
    auto blobs = storage::BlobStore::open(directory.path().toStdString());
    if (!blobs) return blobs.error();
    jobs::WorkerProcess process; // gone before the directory is
    process.start({worker, blobs->directory(), engine, 0});
    ask(process, *blobs, end);
    if (!out) loop.exec();
    return std::move(*out);
}

} // namespace

Result<net::MeasuredRate> measureThisMachine(const std::filesystem::path& worker, const std::string& engine) {
    return askWorker<net::MeasuredRate>(
        worker, engine, [](auto& process, auto& blobs, const auto& end) { net::measureRate(process, blobs, end); });
}

Result<std::vector<gpu::worker::Device>> devicesOfThisMachine(const std::filesystem::path& worker) {
    using Devices = std::vector<gpu::worker::Device>;
    return askWorker<Devices>(worker, {}, [](auto& process, auto&, const auto& end) { process.devices(end); });
}

} // namespace unchained::node
