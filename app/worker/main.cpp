// SPDX-License-Identifier: Apache-2.0
#include "gpu/cards.h"
#include "worker/inbox.h"
#include "worker/options.h"
#include "worker/session.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <poll.h>
#include <random>
#include <string>
#include <sys/signalfd.h>
#include <thread>
#include <unistd.h>

/// unchained-worker: computes for a node, which starts it and speaks with it as gpu/worker_protocol.h says.
namespace unchained::worker {

namespace {

constexpr int kUsage = 2;
constexpr int kCannotStart = 4;

constexpr const char* kHelp =
    R"(Usage: unchained-worker --blobs DIR [--engine NAME] [--threads N] [--self-check N]

Computes the steps of a job. unchained-node starts it and speaks with it over its standard input and output; it needs
no network, no home and no keys.

  --blobs DIR     directory of states and data sets, each file named by its root; new states are written there
  --engine NAME   how products are computed; by default the fastest that this machine has
  --threads N     0, the default: one for each processor
  --self-check N  check one product in N before its step counts, and take another engine when one is wrong; 0: none.
                  By default 50 on a card, whose memory may fail silently, and 0 on the processor
  --debug-info    print version, engines, threads and cards, for a bug report
  --version       print the version
  --help          print this

It ends with status 0 when its input is closed or at SIGTERM, 2 when it was called or spoken to wrongly, 4 when it
cannot start.
)";

int complain(const Error& error, int status) {
    std::fprintf(stderr, "unchained-worker: %s\n", error.text().c_str());
    return status;
}

void printCards() {
    const gpu::Cards found = gpu::findCards();
    for (const gpu::Card& card : found.cards) {
        std::printf("card %s: %s, %llu MiB, compute capability %d.%d", card.busId.c_str(), card.name.c_str(),
                    static_cast<unsigned long long>(card.memoryBytes >> 20), card.capabilityMajor,
                    card.capabilityMinor);
        if (card.temperatureCelsius) std::printf(", %u °C", *card.temperatureCelsius);
        if (card.powerMilliwatts) std::printf(", %u W", *card.powerMilliwatts / 1000);
        std::printf("\n");
    }
    if (found.cards.empty()) std::printf("no card: %s\n", found.whyNone.c_str());
    if (!found.driverCuda.empty()) {
        std::printf("driver %s, CUDA %s\n", found.driver.empty() ? "unknown" : found.driver.c_str(),
                    found.driverCuda.c_str());
    }
}

int printDebugInfo(const Options& options) {
    const gpu::ThreadPool pool(options.threads);
    std::printf("unchained-worker %s\ncompiler %s\nthreads %u\n", UNCHAINED_VERSION, __VERSION__, pool.threads());
    for (const gpu::EngineInfo& info : gpu::engines()) {
        std::printf("engine %s: %s\n", info.name.c_str(), info.engine ? "usable" : info.reason.c_str());
    }
    printCards();
    return 0;
}

/// Ends the process at once, whatever its other threads compute, but not between a temporary file and its rename.
[[noreturn]] void end(BlobFiles& blobs, int status) {
    blobs.writing().lock();
    ::_exit(status);
}

/// Writes replies to what was the standard output.
class Outlet {
public:
    Outlet(int fd, BlobFiles& blobs) : m_fd(fd), m_blobs(blobs) {}

    void send(const gpu::worker::Reply& reply) {
        const auto frame = gpu::worker::makeFrame(gpu::worker::encode(reply));
        if (!frame) end(m_blobs, complain(frame.error(), kUsage));
        ByteView left = *frame;
        while (!left.empty()) {
            const auto done = ::write(m_fd, left.data(), left.size());
            if (done < 0 && errno == EINTR) continue;
            if (done < 0) end(m_blobs, 0); // the host is gone, as if it had closed our input
            left = left.subspan(static_cast<std::size_t>(done));
        }
    }

private:
    int m_fd;
    BlobFiles& m_blobs;
};

/// Reads requests until the input ends or a signal asks for the end.
[[noreturn]] void readRequests(Inbox& inbox, BlobFiles& blobs, int signals) {
    gpu::worker::FrameReader frames;
    std::array<std::uint8_t, 65536> buffer{};
    while (true) {
        std::array<pollfd, 2> watched{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{signals, POLLIN, 0}};
        if (::poll(watched.data(), watched.size(), -1) < 0) continue;
        if (watched[1].revents != 0) end(blobs, 0);
        const auto got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) end(blobs, 0);
        frames.add(ByteView(buffer).first(static_cast<std::size_t>(got)));
        while (true) {
            auto item = frames.next();
            if (!item) end(blobs, complain(item.error(), kUsage));
            if (!*item) break;
            if (!inbox.add(gpu::worker::decodeRequest(**item))) {
                end(blobs, complain(makeError(gpu::worker::WorkerError::BadMessage, "input",
                                              "more requests came than may wait", "wait for answers"),
                                    kUsage));
            }
        }
    }
}

/// SIGTERM comes as something to read. SIGINT and SIGHUP reach all programs of a terminal; the host decides what they
/// mean. To be called before there are other threads.
int takeSignals() {
    for (const int ignored : {SIGPIPE, SIGINT, SIGHUP})
        std::signal(ignored, SIG_IGN);
    sigset_t taken;
    sigemptyset(&taken);
    sigaddset(&taken, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &taken, nullptr);
    return ::signalfd(-1, &taken, SFD_CLOEXEC);
}

/// What the self-check draws from. It need not be secret: nobody outside of this process gains by knowing it.
Hash256 freshSeed() {
    std::random_device device;
    Hash256 seed;
    for (std::uint8_t& byte : seed.bytes)
        byte = static_cast<std::uint8_t>(device());
    return seed;
}

int serve(const Options& options) {
    const int signals = takeSignals();
    std::error_code failed;
    if (!std::filesystem::is_directory(options.blobs, failed)) {
        return complain(makeError(gpu::worker::WorkerError::CannotStart, options.blobs.string(),
                                  "there is no such directory", "name the directory of the blobs with --blobs"),
                        options.blobs.empty() ? kUsage : kCannotStart);
    }
    auto engine = gpu::chooseEngine(options.engine);
    for (const gpu::EngineInfo& refused : gpu::refusedEngines()) {
        std::fprintf(stderr, "unchained-worker: the engine %s is not used: it %s\n", refused.name.c_str(),
                     refused.reason.c_str());
    }
    if (!engine) return complain(engine.error(), kCannotStart);
    // Whatever a library prints must not get between the frames.
    const int out = ::dup(STDOUT_FILENO);
    if (signals < 0 || out < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        return complain(makeError(gpu::worker::WorkerError::CannotStart, "process", "has no file descriptors left"),
                        kCannotStart);
    }
    gpu::ThreadPool pool(options.threads);
    BlobFiles blobs(options.blobs, pool);
    Outlet outlet(out, blobs);
    Inbox inbox;
    std::thread([&] { readRequests(inbox, blobs, signals); }).detach();
    Session session(**engine, pool, blobs,
                    {[&](const gpu::worker::Reply& reply) { outlet.send(reply); },
                     [&](std::uint64_t id) { return inbox.isCancelled(id); },
                     [](const Error& error) { complain(error, 0); }},
                    {options.selfCheck.value_or(gpu::selfCheckDefault(**engine)), freshSeed()});
    while (true) {
        const auto request = inbox.take();
        if (request)
            session.handle(*request);
        else
            session.refuse(0, request.error());
        // Of a card that failed this process gets no second answer; the host starts another one for its next request.
        if (session.deviceFailed()) end(blobs, 0);
    }
}

int run(const std::vector<std::string_view>& arguments) {
    gpu::offerCudaEngine();
    const auto options = parseOptions(arguments);
    if (!options) return complain(options.error(), kUsage);
    if (options->help) return std::fputs(kHelp, stdout) < 0 ? 1 : 0;
    if (options->version) return std::printf("unchained-worker %s\n", UNCHAINED_VERSION) < 0 ? 1 : 0;
    if (options->debugInfo) return printDebugInfo(*options);
    return serve(*options);
}

} // namespace

} // namespace unchained::worker

// What escapes (no memory left, a broken invariant) aborts the process; the host names the signal and what was printed.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
    return unchained::worker::run({argv + 1, argv + argc});
}
