// SPDX-License-Identifier: Apache-2.0
// The browse page with 5,000 hosts, on the offscreen platform: what a person waits for, painting included.
// Aims on a desktop: first show 50 ms, repaint 5 ms, a letter of a search 16 ms.
// Usage: QT_QPA_PLATFORM=offscreen bench_browse [options of Google Benchmark]
#include "pages/browse_page.h"
#include "pages/host_samples.h"
#include "theme/theme.h"
#include "widgets/card_view.h"

#include <QApplication>
#include <QLineEdit>

#include <benchmark/benchmark.h>

#include <memory>

using namespace unchained::ui;

namespace {

constexpr std::size_t kHosts = 5'000;

QSize sizeOf(const benchmark::State& state) {
    return state.range(0) > 1280 ? QSize(1640, 1080) : QSize(1080, 800);
}

struct Shown {
    HostModel hosts;
    BrowsePage page{hosts};

    Shown(std::vector<HostFacts> facts, QSize size) {
        hosts.apply(std::move(facts));
        page.setMarkets(samples::markets());
        page.resize(size);
        page.show();
        QCoreApplication::processEvents();
        page.findChild<CardView*>()->viewport()->repaint();
    }
};

/// From hosts that arrive to the page painted; every key is new, so that every picture is drawn.
void firstShow(benchmark::State& state) {
    std::size_t from = 0;
    for (auto unused : state) {
        (void)unused;
        state.PauseTiming();
        std::vector<HostFacts> facts = samples::manyHosts(kHosts, from);
        from += kHosts;
        state.ResumeTiming();
        auto shown = std::make_unique<Shown>(std::move(facts), sizeOf(state));
        state.PauseTiming();
        shown.reset();
        state.ResumeTiming();
    }
}

void repaint(benchmark::State& state) {
    Shown shown(samples::manyHosts(kHosts), sizeOf(state));
    QWidget* cards = shown.page.findChild<CardView*>()->viewport();
    for (auto unused : state) {
        (void)unused;
        cards->repaint();
    }
}

/// A letter more and a letter less, until it is painted; the pictures are there after the first round.
void filter(benchmark::State& state) {
    Shown shown(samples::manyHosts(kHosts), sizeOf(state));
    auto* search = shown.page.findChild<QLineEdit*>();
    search->setText(QStringLiteral("rtx"));
    bool longer = true;
    for (auto unused : state) {
        (void)unused;
        search->setText(longer ? QStringLiteral("rtx 4") : QStringLiteral("rtx"));
        QCoreApplication::processEvents(); // the summary, the places of the cards
        QCoreApplication::processEvents(); // and what they ask to be painted
        longer = !longer;
    }
}

/// One host in a hundred has another price.
void apply(benchmark::State& state) {
    Shown shown(samples::manyHosts(kHosts), sizeOf(state));
    std::vector<HostFacts> facts = samples::manyHosts(kHosts);
    std::int64_t price = 1;
    for (auto unused : state) {
        (void)unused;
        for (std::size_t i = 0; i < facts.size(); i += 100)
            facts[i].pricePerHour = unchained::Amount::credits(1 + price++ % 50);
        shown.hosts.apply(facts);
        QCoreApplication::processEvents();
    }
}

BENCHMARK(firstShow)->Arg(1280)->Arg(1920)->Unit(benchmark::kMillisecond);
BENCHMARK(repaint)->Arg(1280)->Arg(1920)->Unit(benchmark::kMillisecond);
BENCHMARK(filter)->Arg(1280)->Arg(1920)->Unit(benchmark::kMillisecond);
BENCHMARK(apply)->Arg(1280)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    applyAppearance({Look::Light, 1, false});
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
