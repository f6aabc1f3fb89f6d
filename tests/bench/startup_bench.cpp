// SPDX-License-Identifier: Apache-2.0
// From the start of the program to its first painted window, as a whole process; aim on a desktop: 1 s.
// Where there is no display it is the offscreen platform's. The memory is what the process held at the most.
// Usage: bench_startup [options of Google Benchmark]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace {

constexpr int kPatienceMs = 30'000;

/// Kilobytes of a line of /proc/<pid>/status; 0 where there is none.
double memoryOf(qint64 process, const std::string& name) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1));
    return 0;
}

struct Start {
    double seconds = -1; ///< until Qt says that it hands a painted window to the platform; negative: never
    double megabytes = 0;
};

Start startOnce(const QString& data) {
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    program.start(QStringLiteral(UNCHAINED_PROGRAM), {QStringLiteral("--data-dir"), data});
    QByteArray said;
    while (!said.contains("Flushing")) {
        if (!program.waitForReadyRead(kPatienceMs)) return {};
        said += program.readAll();
    }
    const Start out{static_cast<double>(timer.nsecsElapsed()) * 1e-9, memoryOf(program.processId(), "VmHWM") / 1024};
    program.terminate();
    program.waitForFinished(kPatienceMs);
    return out;
}

/// @param known  the directory has its key and its settings already, as at every start but the first
void start(benchmark::State& state, bool known) {
    const QTemporaryDir home;
    if (known) (void)startOnce(home.path());
    Start last;
    for (int run = 0; auto unused : state) {
        (void)unused;
        last = startOnce(known ? home.path() : home.filePath(QString::number(run++)));
        if (last.seconds < 0) return state.SkipWithError("the program painted nothing");
        state.SetIterationTime(last.seconds);
    }
    state.counters["MB"] = last.megabytes;
}

BENCHMARK_CAPTURE(start, first, false)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);
BENCHMARK_CAPTURE(start, later, true)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(10);

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "qt.widgets.painting=true");
    qputenv("QT_FORCE_STDERR_LOGGING", "1");
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
