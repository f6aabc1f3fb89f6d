// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QStringList>
#include <QVariantMap>

#include <optional>

namespace unchained::ui {

/// One of the filters; also the order of their chips.
enum class Filter { Device, Memory, Price, Rating, Right, Place, Free, Favourites, Count };

/// What a person looks for. Everything left as it is lets all hosts pass.
struct HostCriteria {
    QString search{};      ///< every word must be found in name, device, place or engine, in any case, accents aside
    QStringList devices{}; ///< kinds, as deviceKind() has them
    quint64 memoryMin = 0; ///< bytes
    std::optional<Amount> priceMax{};
    double starsMin = 0;  ///< hosts without ratings pass: they have to begin somewhere
    double rightMin = 0;  ///< share of checked steps that were right; above 0 hosts without a check do not pass
    QStringList places{}; ///< regions, as regionOf() has them
    bool freeOnly = false, favouritesOnly = false;
    bool operator==(const HostCriteria&) const = default;

    [[nodiscard]] bool has(Filter filter) const;
    void clear(Filter filter);
    /// Of the filters, without the search.
    [[nodiscard]] int count() const;
    [[nodiscard]] bool any() const { return count() > 0 || !search.trimmed().isEmpty(); }
    /// All but the words of the search.
    [[nodiscard]] bool passes(const HostFacts& host) const;
};

/// What its chip says while it is in force: "Up to 60.00 credits/h".
[[nodiscard]] QString filterWords(const HostCriteria& criteria, Filter filter);
/// "60" or "31.60": an amount that needs no decimals has none.
[[nodiscard]] QString priceFigure(Amount price);
/// And while it is not: "Price".
[[nodiscard]] QString filterName(Filter filter);
/// All in force in one line: "“tromsø”, RTX 4090, up to 60.00 credits/h".
[[nodiscard]] QString criteriaWords(const HostCriteria& criteria);

[[nodiscard]] QVariantMap toMap(const HostCriteria& criteria);
/// What is missing, of another type or out of range is left as it is in a fresh one.
[[nodiscard]] HostCriteria criteriaFromMap(const QVariantMap& map);

enum class HostSort { Standing, Price, PerTeraflop, Rate, Memory, Rating, Checked, Newest, Device, Place, Count };

[[nodiscard]] QString sortName(HostSort sort);
/// The rule, for the tooltip of Standing; else empty.
[[nodiscard]] QString sortRule(HostSort sort);
/// Cheap, near the begin of the alphabet: ascending. Fast, large, well rated: descending.
[[nodiscard]] bool sortsAscending(HostSort sort);
/// "price"; for state that is kept. The reverse gives Standing for anything unknown.
[[nodiscard]] QString sortKey(HostSort sort);
[[nodiscard]] HostSort sortFromKey(const QString& key);
/// Its rating, 3.5 stars where nobody's voice counts yet, plus a little for every tenfold of checked steps; 10 less
/// where a check failed, 20 less where it is not free. Greater is better.
[[nodiscard]] double standingOf(const HostFacts& host);

struct SavedSearch {
    QString name;
    HostCriteria criteria;
    HostSort sort = HostSort::Standing;
    bool operator==(const SavedSearch&) const = default;
};

} // namespace unchained::ui
