// SPDX-License-Identifier: Apache-2.0
// unchained-worker with a fault planted in its engine avx2, for tests: where that is asked for by name, each step
// is computed from another seed. Whoever computes the step with that engine comes to the same wrong root.
#include "gpu/worker_protocol.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <string>

using namespace unchained;
using namespace unchained::gpu;

namespace {

bool asksForFaulty(int count, char** words) {
    for (int i = 1; i + 1 < count; ++i)
        if (std::strcmp(words[i], "--engine") == 0 && std::strcmp(words[i + 1], "avx2") == 0) return true;
    return false;
}

cbor::Value spoiled(const cbor::Value& asked) {
    auto request = worker::decodeRequest(asked);
    auto* run = request ? std::get_if<worker::Run>(&*request) : nullptr;
    if (!run) return asked;
    for (worker::SeededStep& step : run->steps)
        step.seed.bytes[0] ^= 1;
    return worker::encode(*request);
}

bool writeAll(int to, const Bytes& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto wrote = ::write(to, bytes.data() + at, bytes.size() - at);
        if (wrote <= 0) return false;
        at += static_cast<std::size_t>(wrote);
    }
    return true;
}

/// From our input to the real worker's; it has our output.
void pass(int to) {
    worker::FrameReader frames;
    Bytes buffer(65536);
    for (;;) {
        const auto got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got <= 0) return;
        frames.add({buffer.data(), static_cast<std::size_t>(got)});
        for (auto item = frames.next(); item && *item; item = frames.next()) {
            const auto frame = worker::makeFrame(spoiled(**item));
            if (!frame || !writeAll(to, *frame)) return;
        }
    }
}

} // namespace

int main(int count, char** words) {
    const std::string real = BIN_DIR "/unchained-worker";
    int pipe[2] = {-1, -1};
    if (!asksForFaulty(count, words) || ::pipe(pipe) != 0) {
        ::execv(real.c_str(), words);
        return 127;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[0], STDIN_FILENO);
        ::close(pipe[0]);
        ::close(pipe[1]);
        ::execv(real.c_str(), words);
        ::_exit(127);
    }
    ::close(pipe[0]);
    pass(pipe[1]);
    ::close(pipe[1]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
