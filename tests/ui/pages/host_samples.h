// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/samples.h"

#include <cmath>
#include <string>

/// Made-up hosts for tests, gallery and benchmark. Everything is fixed.
namespace samples {

struct HostLine {
    const char *name, *device, *place;
    int gigabytes;
    double teraflops, price;
    std::uint64_t checked, wrong, ratings;
    double stars;
    bool favourite, online, open;
};

inline HostFacts host(const HostLine& line, std::size_t number, const QString& market = commons()) {
    HostFacts out;
    out.market = market;
    out.peer = QByteArray(32, static_cast<char>(number % 251));
    for (int i = 0; i < 4; ++i)
        out.peer[i] = static_cast<char>((number * 2'654'435'761U) >> (8 * i));
    out.name = QString::fromUtf8(line.name);
    out.device = QString::fromUtf8(line.device);
    out.place = QString::fromUtf8(line.place);
    out.engine = out.device.contains(QLatin1String("EPYC")) ? QStringLiteral("avx512") : QStringLiteral("cuda");
    out.pricePerHour = Amount::micros(std::llround(line.price * 1e6));
    out.bond = Amount::credits(120);
    out.memory = static_cast<std::uint64_t>(line.gigabytes) << 30;
    out.rate = static_cast<std::uint64_t>(line.teraflops * 0.5e12);
    out.stepsChecked = line.checked;
    out.stepsWrong = line.wrong;
    out.contracts = line.ratings + 3;
    const double weight = 0.6 * static_cast<double>(line.ratings);
    if (weight > 0) out.rating = {line.stars, line.stars - 0.06, line.stars + 0.03, weight, line.ratings};
    if (out.contracts > 3) out.reliability = {0.992, 0.981, 0.999, static_cast<double>(out.contracts), out.contracts};
    out.favourite = line.favourite;
    out.online = line.online;
    out.open = line.open;
    out.since = kNow - static_cast<qint64>(number % 400) * 1440 * kMinute;
    return out;
}

/// Cards of many kinds, one host that failed, one that is new, one taken, one offline, and a small processor.
inline std::vector<HostFacts> hosts() {
    static constexpr HostLine kLines[] = {
        {"Gallium forge", "RTX 4090", "Turin, Italy", 24, 115, 9.0, 12'840, 0, 212, 4.94, true, true, true},
        {"Nordlys", "2 × RTX 3090", "Tromsø, Norway", 48, 95, 7.6, 31'206, 0, 341, 4.97, false, true, true},
        {"Basement rig 7", "4 × RTX 3080", "Ostrava, Czechia", 40, 157, 12.4, 8'412, 0, 96, 4.81, false, true, true},
        {"Marisol", "RTX 3060", "Valencia, Spain", 12, 17.7, 1.4, 1'284, 0, 57, 4.88, false, true, true},
        {"Lakeside lab", "H100 80 GB", "Zürich, Switzerland", 80, 397, 52.0, 5'118, 0, 38, 4.91, false, true, true},
        {"Hashfield", "6 × RTX 3070", "Almaty, Kazakhstan", 48, 161, 11.9, 9'027, 1, 128, 4.43, false, true, true},
        {"Pixel Loft", "RTX 4080", "Porto, Portugal", 16, 77.5, 6.2, 3'655, 0, 74, 4.90, false, true, true},
        {"Tatra node", "RTX 4070 Ti", "Košice, Slovakia", 12, 55.7, 3.9, 12, 0, 0, 0, false, true, true},
        {"Old Mill", "AMD EPYC, 2 threads", "Leipzig, Germany", 256, 0.29, 36.0, 2'210, 0, 41, 4.86, false, true, true},
        {"Kiwi Cluster of the South Island", "2 × RTX 4090", "Wellington, New Zealand", 48, 230, 18.4, 6'940, 0, 63,
         4.79, true, true, true},
        {"Casa Verde", "RTX 4060 Ti", "Medellín, Colombia", 16, 30.4, 2.4, 870, 0, 29, 4.84, false, true, false},
        {"Dockyard", "8 × RTX 3090", "Gdańsk, Poland", 192, 381, 31.6, 44'190, 0, 187, 4.92, false, false, true},
        {"", "Intel Xeon Platinum 8481C, 16 threads", "", 64, 0.041, 4.0, 0, 0, 0, 0, false, true, true},
    };
    std::vector<HostFacts> out;
    for (std::size_t i = 0; i < std::size(kLines); ++i)
        out.push_back(host(kLines[i], i + 1));
    return out;
}

/// A large market: `count` hosts in two marketplaces, of which none has the key of another `from`.
inline std::vector<HostFacts> manyHosts(std::size_t count, std::size_t from = 0) {
    const std::vector<HostFacts> kinds = hosts();
    std::vector<HostFacts> out;
    out.reserve(count);
    for (std::size_t i = from; i < from + count; ++i) {
        HostFacts host = kinds[i % kinds.size()];
        host.peer = QByteArray(32, static_cast<char>(i % 251));
        for (int k = 0; k < 4; ++k)
            host.peer[k] = static_cast<char>((i * 2'654'435'761U) >> (8 * k));
        for (int k = 0; k < 3; ++k)
            host.peer[8 + k] = static_cast<char>(i >> (8 * k));
        host.name = QStringLiteral("Host %1").arg(i);
        host.market = i % 3 == 0 ? torino() : commons();
        host.pricePerHour = Amount::micros(1'000'000 + static_cast<std::int64_t>(i * 7919 % 60'000) * 1000);
        host.stepsChecked = i * 104'729 % 40'000;
        out.push_back(std::move(host));
    }
    return out;
}

} // namespace samples
