// SPDX-License-Identifier: Apache-2.0
#include "models/host_criteria.h"

#include "models/host_words.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace unchained::ui {

namespace {

struct HostCriteriaWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::HostCriteriaWords)
};

constexpr int kFilters = static_cast<int>(Filter::Count);

constexpr std::array<const char*, static_cast<std::size_t>(HostSort::Count)> kSortKeys{
    "standing", "price", "perTeraflop", "rate", "memory", "rating", "checked", "newest", "device", "place"};

QString several(const QStringList& values, const QString& all) {
    return values.size() == 1 ? values.front() : all;
}

QString sentenceCase(const QString& text) {
    // Only a plain first word: "RTX" stays.
    return text.size() > 1 && text[1].isLower() ? text.left(1).toLower() + text.mid(1) : text;
}

/// The double of a variant, else 0: never NaN, never out of the range.
double share(const QVariant& value, double most) {
    const double number = value.toDouble();
    return std::isfinite(number) && number > 0 && number <= most ? number : 0;
}

} // namespace

bool HostCriteria::has(Filter filter) const {
    switch (filter) {
    case Filter::Device:
        return !devices.isEmpty();
    case Filter::Memory:
        return memoryMin > 0;
    case Filter::Price:
        return priceMax.has_value();
    case Filter::Rating:
        return starsMin > 0;
    case Filter::Right:
        return rightMin > 0;
    case Filter::Place:
        return !places.isEmpty();
    case Filter::Free:
        return freeOnly;
    case Filter::Favourites:
        return favouritesOnly;
    case Filter::Count:
        break;
    }
    return false;
}

void HostCriteria::clear(Filter filter) {
    switch (filter) {
    case Filter::Device:
        return devices.clear();
    case Filter::Memory:
        memoryMin = 0;
        return;
    case Filter::Price:
        return priceMax.reset();
    case Filter::Rating:
        starsMin = 0;
        return;
    case Filter::Right:
        rightMin = 0;
        return;
    case Filter::Place:
        return places.clear();
    case Filter::Free:
        freeOnly = false;
        return;
    case Filter::Favourites:
        favouritesOnly = false;
        return;
    case Filter::Count:
        return;
    }
}

int HostCriteria::count() const {
    int out = 0;
    for (int i = 0; i < kFilters; ++i)
        out += has(static_cast<Filter>(i)) ? 1 : 0;
    return out;
}

bool HostCriteria::passes(const HostFacts& host) const {
    if (freeOnly && !host.free()) return false;
    if (favouritesOnly && !host.favourite) return false;
    if (host.memory < memoryMin) return false;
    if (priceMax && host.pricePerHour > *priceMax) return false;
    if (starsMin > 0 && host.stars().value_or(starsMin) < starsMin) return false;
    if (rightMin > 0) {
        if (host.stepsChecked == 0) return false;
        const double wrong = static_cast<double>(host.stepsWrong) / static_cast<double>(host.stepsChecked);
        if (wrong > 1 - rightMin) return false;
    }
    if (!devices.isEmpty() && !devices.contains(deviceKind(host.device))) return false;
    return places.isEmpty() || places.contains(regionOf(host.place));
}

QString filterWords(const HostCriteria& criteria, Filter filter) {
    if (!criteria.has(filter)) return {};
    switch (filter) {
    case Filter::Device:
        return several(criteria.devices,
                       HostCriteriaWords::tr("%n devices", nullptr, static_cast<int>(criteria.devices.size())));
    case Filter::Memory:
        return HostCriteriaWords::tr("%1 or more").arg(memoryText(criteria.memoryMin));
    case Filter::Price:
        return HostCriteriaWords::tr("Up to %1 credits/h").arg(priceFigure(*criteria.priceMax));
    case Filter::Rating:
        return HostCriteriaWords::tr("Rated %1 or new").arg(QLocale().toString(criteria.starsMin, 'f', 1));
    case Filter::Right:
        return criteria.rightMin >= 1 ? HostCriteriaWords::tr("All checks right")
                                      : HostCriteriaWords::tr("%1 right")
                                            .arg(percent(criteria.rightMin, criteria.rightMin > 0.99 ? 1 : 0));
    case Filter::Place:
        return several(criteria.places,
                       HostCriteriaWords::tr("%n places", nullptr, static_cast<int>(criteria.places.size())));
    case Filter::Free:
    case Filter::Favourites:
        return filterName(filter);
    case Filter::Count:
        break;
    }
    return {};
}

QString priceFigure(Amount price) {
    const bool whole = price.micro() % kMicroPerCredit == 0 && !price.isNegative();
    return whole ? countText(static_cast<quint64>(price.micro() / kMicroPerCredit)) : creditText(price);
}

QString filterName(Filter filter) {
    switch (filter) {
    case Filter::Device:
        return HostCriteriaWords::tr("Device");
    case Filter::Memory:
        return HostCriteriaWords::tr("Memory");
    case Filter::Price:
        return HostCriteriaWords::tr("Price");
    case Filter::Rating:
        return HostCriteriaWords::tr("Rating");
    case Filter::Right:
        return HostCriteriaWords::tr("Verified share");
    case Filter::Place:
        return HostCriteriaWords::tr("Place");
    case Filter::Free:
        return HostCriteriaWords::tr("Free now");
    case Filter::Favourites:
        return HostCriteriaWords::tr("Favourites");
    case Filter::Count:
        break;
    }
    return {};
}

QString criteriaWords(const HostCriteria& criteria) {
    QStringList parts;
    const QString search = criteria.search.trimmed();
    if (!search.isEmpty()) parts << QChar(0x201C) + search + QChar(0x201D);
    for (int i = 0; i < kFilters; ++i) {
        const QString words = filterWords(criteria, static_cast<Filter>(i));
        if (words.isEmpty()) continue;
        const bool name = static_cast<Filter>(i) == Filter::Device || static_cast<Filter>(i) == Filter::Place;
        parts << (parts.isEmpty() || name ? words : sentenceCase(words));
    }
    return parts.join(QStringLiteral(", "));
}

QVariantMap toMap(const HostCriteria& criteria) {
    QVariantMap out;
    const auto put = [&out](const char* key, const QVariant& value, bool worth) {
        if (worth) out.insert(QString::fromLatin1(key), value);
    };
    put("search", criteria.search, !criteria.search.isEmpty());
    put("devices", criteria.devices, !criteria.devices.isEmpty());
    put("memoryMin", criteria.memoryMin, criteria.memoryMin > 0);
    put("priceMax", criteria.priceMax ? qlonglong(criteria.priceMax->micro()) : 0, criteria.priceMax.has_value());
    put("starsMin", criteria.starsMin, criteria.starsMin > 0);
    put("rightMin", criteria.rightMin, criteria.rightMin > 0);
    put("places", criteria.places, !criteria.places.isEmpty());
    put("free", true, criteria.freeOnly);
    put("favourites", true, criteria.favouritesOnly);
    return out;
}

HostCriteria criteriaFromMap(const QVariantMap& map) {
    const auto value = [&map](const char* key) { return map.value(QString::fromLatin1(key)); };
    HostCriteria out;
    out.search = value("search").toString();
    out.devices = value("devices").toStringList();
    out.memoryMin = value("memoryMin").toULongLong();
    bool isNumber = false;
    const qlonglong micro = value("priceMax").toLongLong(&isNumber);
    if (isNumber && micro >= 0) {
        if (const auto price = Amount::fromMicro(micro)) out.priceMax = price.value();
    }
    out.starsMin = share(value("starsMin"), 5);
    out.rightMin = share(value("rightMin"), 1);
    out.places = value("places").toStringList();
    out.freeOnly = value("free").toBool();
    out.favouritesOnly = value("favourites").toBool();
    return out;
}

QString sortName(HostSort sort) {
    switch (sort) {
    case HostSort::Standing:
        return HostCriteriaWords::tr("Standing");
    case HostSort::Price:
        return HostCriteriaWords::tr("Price");
    case HostSort::PerTeraflop:
        return HostCriteriaWords::tr("Price per TFLOP-h");
    case HostSort::Rate:
        return HostCriteriaWords::tr("Exact rate");
    case HostSort::Memory:
        return HostCriteriaWords::tr("Memory");
    case HostSort::Rating:
        return HostCriteriaWords::tr("Rating");
    case HostSort::Checked:
        return HostCriteriaWords::tr("Checked steps");
    case HostSort::Newest:
        return HostCriteriaWords::tr("Newest");
    case HostSort::Device:
        return HostCriteriaWords::tr("Device");
    case HostSort::Place:
        return HostCriteriaWords::tr("Place");
    case HostSort::Count:
        break;
    }
    return {};
}

QString sortRule(HostSort sort) {
    if (sort != HostSort::Standing) return {};
    return HostCriteriaWords::tr(
        "Standing: free hosts first and failed checks last; between them the rating, in which every "
        "host begins with three voices of 3.5 stars, and a little for checked steps");
}

bool sortsAscending(HostSort sort) {
    return sort == HostSort::Price || sort == HostSort::PerTeraflop || sort == HostSort::Device ||
           sort == HostSort::Place;
}

QString sortKey(HostSort sort) {
    return QString::fromLatin1(kSortKeys.at(static_cast<std::size_t>(sort)));
}

HostSort sortFromKey(const QString& key) {
    for (std::size_t i = 0; i < kSortKeys.size(); ++i)
        if (key == QLatin1String(kSortKeys[i])) return static_cast<HostSort>(i);
    return HostSort::Standing;
}

double standingOf(const HostFacts& host) {
    constexpr double kPriorStars = 3.5, kPerTenfold = 0.05; // reputation::rating() of no voice
    double out =
        host.stars().value_or(kPriorStars) + kPerTenfold * std::log10(1 + static_cast<double>(host.stepsChecked));
    if (host.stepsWrong > 0) out -= 10;
    if (!host.free()) out -= 20;
    return out;
}

} // namespace unchained::ui
