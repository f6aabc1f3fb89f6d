// SPDX-License-Identifier: Apache-2.0
#include "node/measure.h"

#include "node/exit_code.h"
#include "node/stop_signal.h"

#include <QEventLoop>
#include <QTemporaryDir>

#include <optional>

namespace unchained::node {

Result<net::MeasuredRate> measureThisMachine(const std::filesystem::path& worker, const std::string& engine) {
    QEventLoop loop;
    std::optional<Result<net::MeasuredRate>> out;
    const auto end = [&](Result<net::MeasuredRate> result) {
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
    net::measureRate(process, *blobs, end);
    if (!out) loop.exec();
    return std::move(*out);
}

} // namespace unchained::node
