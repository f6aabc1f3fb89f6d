// SPDX-License-Identifier: Apache-2.0
#include "node/text.h"

#include <QDateTime>
#include <QTimeZone>

#include <cstdio>

namespace unchained::node {

std::string timeText(TimeMs time) {
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).toString("yyyy-MM-dd HH:mm:ss").toStdString();
}

std::string bytesText(std::uint64_t bytes) {
    constexpr const char* kUnits[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    char out[48];
    if (bytes < 1024) return std::to_string(bytes) + " bytes";
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (value /= 1024; value >= 1024 && unit + 1 < std::size(kUnits); value /= 1024)
        ++unit;
    std::snprintf(out, sizeof out, "%.2f %s", value, kUnits[unit]);
    return out;
}

std::string secondsText(double seconds) {
    char out[64];
    if (!(seconds >= 0) || seconds > 1e12) return "unknown";
    const auto whole = static_cast<std::uint64_t>(seconds);
    if (seconds < 10) {
        std::snprintf(out, sizeof out, "%.3g s", seconds);
    } else if (whole < 100) {
        std::snprintf(out, sizeof out, "%u s", static_cast<unsigned>(whole));
    } else if (whole < 3600) {
        std::snprintf(out, sizeof out, "%u min %u s", static_cast<unsigned>(whole / 60),
                      static_cast<unsigned>(whole % 60));
    } else {
        std::snprintf(out, sizeof out, "%llu h %u min", static_cast<unsigned long long>(whole / 3600),
                      static_cast<unsigned>(whole / 60 % 60));
    }
    return out;
}

std::string printable(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
    return out;
}

} // namespace unchained::node
