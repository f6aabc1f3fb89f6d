// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "gpu/result.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

/// What a device costs in a cloud or brings by mining: a dated table with sources, only to be looked at beside a price.
/// Built in (resources/prices.toml); a file in the data directory takes its place. GUI thread.
namespace unchained::ui {

struct ElsewherePrice {
    double creditsPerHour = 0;
    QString source; ///< where the figure comes from, in words
};

class PriceTable {
public:
    struct Figure {
        double dollars = 0; ///< an hour, or a day of mining
        QString source;
    };

    /// Errors: jobs::JobError, with file, line and field.
    /// @param file  name shown in errors
    [[nodiscard]] static Result<PriceTable> parse(std::string_view text, const std::string& file);

    /// Of a listing's device, "2 × RTX 4090" or "AMD EPYC 7763, 16 threads"; none where the table does not have it.
    [[nodiscard]] std::optional<ElsewherePrice> cloud(const QString& device) const;
    [[nodiscard]] std::optional<ElsewherePrice> mining(const QString& device) const;
    /// Of when the figures are, "March 2026".
    [[nodiscard]] const QString& asOf() const { return m_asOf; }
    /// What one credit is reckoned with.
    [[nodiscard]] double dollarsPerCredit() const { return m_credit; }

private:
    struct Device {
        QStringList words;
        std::optional<Figure> cloud, mining;
    };
    [[nodiscard]] const Device* find(const QStringList& words) const;
    [[nodiscard]] std::optional<ElsewherePrice> price(const QString& device, std::optional<Figure> Device::*what,
                                                      double hours) const;

    QString m_asOf;
    double m_credit = 1;
    std::optional<Figure> m_thread; ///< of a processor, in a cloud
    std::vector<Device> m_devices;
};

/// The table that the pages show.
[[nodiscard]] const PriceTable& priceTable();
/// Takes the file in place of the built-in table where it is there; one that cannot be read changes nothing.
/// @return  what is wrong with the file; not any() where all is well or there is none
[[nodiscard]] Trouble usePriceFile(const QString& path);

/// Credits an hour, before electricity; none where no figure is known.
[[nodiscard]] std::optional<double> miningPerHour(const QString& device);

} // namespace unchained::ui
