// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

namespace unchained::ui {

class Label;
class MarkBar;

/// Credits for the work of one hour of a machine's: here, in a cloud, at the median host, and what mining would bring.
/// Rows without a figure are left out.
class PriceComparison : public QWidget {
    Q_OBJECT
public:
    explicit PriceComparison(QWidget* parent = nullptr);
    void setHost(const HostFacts& host);
    void setMarketHosts(const std::vector<HostFacts>& hosts);

private:
    void fill();

    HostFacts m_host;
    std::optional<double> m_median; ///< credits per TFLOP-hour
    MarkBar *m_cloud, *m_medianBar, *m_here, *m_mining;
    Label* m_source;
};

} // namespace unchained::ui
