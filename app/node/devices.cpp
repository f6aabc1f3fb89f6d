// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"
#include "node/measure.h"

#include <algorithm>
#include <cstdio>

namespace unchained::node {

int runDevices(Context& context, const Arguments&) {
    const auto devices = devicesOfThisMachine(Context::worker());
    if (!devices) return context.fail(devices.error());
    Json document = Json::array();
    std::string text = "engine    billion multiply-adds/s  device\n";
    for (const gpu::worker::Device& d : *devices) {
        const bool usable = d.reason.empty();
        document.push_back({{"engine", d.engine},
                            {"device", d.device},
                            {"usable", usable},
                            {"rate", usable ? Json(d.rate) : Json()},
                            {"reason", usable ? Json() : Json(d.reason)}});
        char rate[32] = "-";
        if (usable) std::snprintf(rate, sizeof rate, "%.1f", static_cast<double>(d.rate) / 1e9);
        char line[64];
        std::snprintf(line, sizeof line, "%-8s  %23s  ", d.engine.substr(0, 8).c_str(), rate);
        text += line + printable(d.device) + (usable || d.device.empty() ? "" : ": ") + printable(d.reason) + "\n";
    }
    text.pop_back();
    return context.finish(document, text);
}

} // namespace unchained::node
