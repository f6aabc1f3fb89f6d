// SPDX-License-Identifier: Apache-2.0
#include "pages/price_table.h"

#include "engine/market_link.h"
#include "jobs/toml_fields.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace unchained::ui {

namespace {

struct PriceWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::PriceWords)
};

using jobs::JobError;
using jobs::TomlTable;

constexpr qint64 kFileBytesMax = 1 << 20;
constexpr std::size_t kDevicesMax = 1000, kPriceTextMax = 300;
constexpr float kDollarsMax = 1e6F, kCreditLeast = 1e-6F;
constexpr double kHoursOfADay = 24;

/// "NVIDIA A100-SXM4-80GB" as nvidia, a100, sxm4, 80gb.
QStringList wordsOf(const QString& name) {
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return name.toLower().split(between, Qt::SkipEmptyParts);
}

/// A word that makes another card of the one before it.
bool isVariant(const QString& word) {
    static const QStringList words{"ti", "super", "laptop", "mobile", "max", "d", "xt", "xtx", "gre"};
    return words.contains(word);
}

bool fits(const QStringList& name, const QStringList& device) {
    for (qsizetype at = 0; at + name.size() <= device.size(); ++at) {
        if (!std::equal(name.begin(), name.end(), device.begin() + at)) continue;
        const qsizetype next = at + name.size();
        if (next == device.size() || !isVariant(device[next])) return true;
    }
    return false;
}

/// "2 × RTX 4090": how many.
double countOf(const QString& device) {
    static const QRegularExpression times(QStringLiteral("^\\s*(\\d{1,3})\\s*[×x]\\s"));
    const auto match = times.match(device);
    return match.hasMatch() ? match.captured(1).toDouble() : 1;
}

/// "AMD EPYC, 16 threads": how many; none for what is no processor.
std::optional<double> threadsOf(const QString& device) {
    static const QRegularExpression threads(QStringLiteral(",\\s*(\\d{1,5}) threads?$"));
    const auto match = threads.match(device);
    if (!match.hasMatch()) return std::nullopt;
    return match.captured(1).toDouble();
}

/// A figure with its source beside it; none where the figure is absent.
std::optional<PriceTable::Figure> figureOf(const TomlTable& table, const char* name, const char* source) {
    if (!table.has(name)) return std::nullopt;
    PriceTable::Figure out;
    out.dollars = static_cast<double>(table.real({name, "cloud = 0.34"}, 0, kDollarsMax));
    out.source = QString::fromStdString(table.text({source, "cloud_source = \"where\""}, kPriceTextMax));
    return out;
}

struct Chosen {
    PriceTable table;
    bool any = false;
};

Chosen& chosen() {
    static Chosen it;
    return it;
}

const PriceTable& builtIn() {
    static const PriceTable table = [] {
        QFile file(QStringLiteral(":/prices.toml"));
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        auto read = PriceTable::parse({text.constData(), static_cast<std::size_t>(text.size())}, "prices.toml");
        Q_ASSERT(read.ok()); // a test reads it
        return read ? *read : PriceTable();
    }();
    return table;
}

} // namespace

Result<PriceTable> PriceTable::parse(std::string_view text, const std::string& file) {
    const auto root = TomlTable::parse(text, file);
    if (!root) return root.error();
    PriceTable out;
    root->allow({"as_of", "credit", "processor", "device"});
    out.m_asOf = QString::fromStdString(root->text({"as_of", "as_of = \"March 2026\""}, kPriceTextMax));
    out.m_credit = static_cast<double>(root->real({"credit", "credit = 0.01"}, kCreditLeast, kDollarsMax));
    if (root->has("processor")) {
        const TomlTable processor = root->table({"processor", "[processor]"}, true);
        processor.allow({"cloud", "cloud_source"});
        if (!root->failed()) out.m_thread = figureOf(processor, "cloud", "cloud_source");
    }
    if (root->has("device")) {
        for (const TomlTable& each : root->tables({"device", "[[device]]"}, kDevicesMax)) {
            each.allow({"name", "cloud", "cloud_source", "mining", "mining_source"});
            const std::string name = each.text({"name", "name = \"RTX 4090\""}, kPriceTextMax);
            Device device{wordsOf(QString::fromStdString(name)), figureOf(each, "cloud", "cloud_source"),
                          figureOf(each, "mining", "mining_source")};
            if (device.words.isEmpty())
                each.fail(JobError::BadValue, "name", QT_TRANSLATE_NOOP("core", "has no word"),
                          Message(QT_TRANSLATE_NOOP("core", "write %1"), R"(name = "RTX 4090")"));
            out.m_devices.push_back(std::move(device));
        }
    }
    if (root->failed()) return root->error();
    return out;
}

const PriceTable::Device* PriceTable::find(const QStringList& words) const {
    const Device* best = nullptr;
    for (const Device& each : m_devices)
        if (fits(each.words, words) && (!best || each.words.size() > best->words.size())) best = &each;
    return best;
}

std::optional<ElsewherePrice> PriceTable::price(const QString& device, std::optional<Figure> Device::*what,
                                                double hours) const {
    const Device* found = find(wordsOf(device));
    if (!found || !(found->*what)) return std::nullopt;
    const Figure& figure = *(found->*what);
    return ElsewherePrice{countOf(device) * figure.dollars / hours / m_credit, figure.source};
}

std::optional<ElsewherePrice> PriceTable::cloud(const QString& device) const {
    if (auto named = price(device, &Device::cloud, 1)) return named;
    const auto threads = threadsOf(device);
    if (!threads || !m_thread) return std::nullopt;
    return ElsewherePrice{*threads * m_thread->dollars / m_credit, m_thread->source};
}

std::optional<ElsewherePrice> PriceTable::mining(const QString& device) const {
    return price(device, &Device::mining, kHoursOfADay);
}

const PriceTable& priceTable() {
    return chosen().any ? chosen().table : builtIn();
}

Trouble usePriceFile(const QString& path) {
    QFile file(path);
    if (!file.exists()) return {};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kFileBytesMax)
        return {path, PriceWords::tr("cannot be read"), PriceWords::tr("make it a readable file of at most 1 MiB"),
                false};
    const QByteArray text = file.readAll();
    auto read = PriceTable::parse({text.constData(), static_cast<std::size_t>(text.size())}, path.toStdString());
    if (!read) return troubleOf(read.error());
    chosen() = {*std::move(read), true};
    return {};
}

std::optional<double> miningPerHour(const QString& device) {
    const auto found = priceTable().mining(device);
    if (!found) return std::nullopt;
    return found->creditsPerHour;
}

} // namespace unchained::ui
