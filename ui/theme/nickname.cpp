// SPDX-License-Identifier: Apache-2.0
#include "theme/host_picture.h"

#include <QString>

#include <array>

namespace unchained::ui {

namespace {

// Short, plain, hard to mistake for each other when read aloud. Their order is part of every name: never change it.
constexpr std::array<const char*, 64> kFirst{
    "amber",  "bramble", "cedar",  "cinder",  "clover", "cobalt",  "copper", "coral",   "crimson", "dapple", "drift",
    "dusk",   "ember",   "fallow", "fennel",  "flint",  "frost",   "garnet", "gentle",  "ginger",  "golden", "granite",
    "hazel",  "heather", "hollow", "indigo",  "iron",   "ivory",   "jade",   "juniper", "keen",    "lilac",  "linen",
    "lunar",  "maple",   "marble", "meadow",  "mellow", "misty",   "mossy",  "north",   "ochre",   "olive",  "opal",
    "pebble", "quartz",  "quiet",  "rapid",   "russet", "saffron", "sable",  "scarlet", "silver",  "slate",  "solar",
    "sunny",  "tawny",   "teal",   "thistle", "umber",  "velvet",  "violet", "willow",  "winter",
};
constexpr std::array<const char*, 64> kSecond{
    "anvil",  "arbor",  "badger", "barn",    "beacon", "birch", "brook",   "canyon", "cliff",   "comet",  "cove",
    "crane",  "delta",  "dune",   "eagle",   "fern",   "finch", "fjord",   "forge",  "fox",     "glade",  "grove",
    "harbor", "hawk",   "heron",  "hill",    "island", "kite",  "lagoon",  "lake",   "lantern", "lark",   "ledge",
    "loom",   "lynx",   "mesa",   "mill",    "moor",   "oat",   "orchard", "otter",  "owl",     "peak",   "pine",
    "plover", "pond",   "quarry", "raven",   "reef",   "ridge", "robin",   "rook",   "sparrow", "spruce", "stone",
    "stork",  "summit", "swift",  "thicket", "tower",  "trout", "valley",  "wharf",  "wren",
};

static_assert(kFirst.back() && kSecond.back());

} // namespace

QString nickname(const QByteArray& peer) {
    if (peer.size() < 3) return {};
    const auto byte = [&peer](qsizetype at) { return static_cast<unsigned char>(peer[at]); };
    return QStringLiteral("%1-%2-%3")
        .arg(QLatin1String(kFirst[byte(0) % kFirst.size()]), QLatin1String(kSecond[byte(1) % kSecond.size()]))
        .arg(10 + byte(2) % 90);
}

} // namespace unchained::ui
