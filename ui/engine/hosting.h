// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "engine/session_facts.h"
#include "net/machine.h"
#include "net/provider_node.h"
#include "net/renter_job.h"

#include <QObject>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

namespace unchained::ui {

/// What a host earned, event by event: received beside what the lottery pays on average, with its band.
class Earnings {
public:
    /// After each event of a session; times of the log for old ones.
    /// @param pricePerHour  that is asked now: for contracts that were not seen before and whose windows are so short
    ///                      that their expected time does not tell
    void observe(const protocol::Session& session, qint64 time, Amount pricePerHour);
    /// Sums begin anew at `dayBegin`.
    void beginDay(qint64 dayBegin);
    /// From here on it could have been rented.
    void listed(qint64 time);
    /// Of the day.
    [[nodiscard]] qint64 hostedFrom() const { return std::max(m_dayBegin, m_listedAt); }
    [[nodiscard]] std::vector<EarningPoint> points() const;
    [[nodiscard]] Amount received() const { return m_received; }
    [[nodiscard]] std::uint64_t wins() const { return m_wins; }
    [[nodiscard]] std::size_t rentals() const { return m_sessions.size(); }
    /// Median seconds from a win's draw to its payment; negative where none was paid.
    [[nodiscard]] double paidWithinSeconds() const;

private:
    struct Seen {
        std::uint64_t steps = 0, won = 0;
        Amount paid;
        std::map<std::uint64_t, qint64> wonAt;
        std::uint64_t drawn = 0;
        double hoursPerStep = 0;
    };
    std::map<contract::ContractId, Seen> m_sessions;
    qint64 m_dayBegin = 0, m_listedAt = 0;
    Amount m_received;
    double m_expected = 0, m_variance = 0; ///< micro-credits
    double m_workHours = 0;
    std::uint64_t m_wins = 0;
    std::vector<EarningPoint> m_points;
    std::vector<double> m_waits;
};

/// This machine as a host. The engine's thread. Keys, store and blobs must outlive it.
class Hosting : public QObject {
    Q_OBJECT
public:
    struct Setup {
        net::HubAddress hub;
        std::filesystem::path worker;
        std::filesystem::path rateFile; ///< what this machine reached at an earlier start (net/machine.h)
        HostingRequest request;
    };
    Hosting(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, Setup setup,
            QObject* parent);

    /// Lists this machine, once the marketplace has watched it work where that was not done before.
    void start();
    void pause(bool paused);
    void setPrice(Amount pricePerHour);
    void setBond(std::optional<Amount> most);
    /// After the contract under way.
    void leave();
    void stop(std::function<void()> done);
    [[nodiscard]] const HostingRequest& request() const { return m_setup.request; }
    /// Contracts that it has seen: one more when another begins.
    [[nodiscard]] std::size_t rentals() const { return m_earnings.rentals(); }
    /// @param market  all hosts there, for what others ask
    [[nodiscard]] HostingFacts facts(const std::vector<net::ListedHost>& market) const;

signals:
    void changed();
    /// Something was paid: the account is another.
    void moneyMoved();
    void ended();
    void broken(const unchained::Error& why);

private:
    void list(const net::MeasuredRate& measured);
    void foldToday();
    void observe();
    void explain(HostingFacts& facts, const std::vector<net::ListedHost>& market) const;

    const identity::Keys& m_keys;
    storage::PeerStore& m_store;
    storage::BlobStore& m_blobs;
    Setup m_setup;
    jobs::WorkerProcess m_probe;
    std::unique_ptr<net::ProviderNode> m_node;
    Earnings m_earnings;
    std::vector<qint64> m_refusedAt; ///< today
    std::optional<Error> m_lastRefusal;
    std::optional<Error> m_trouble;
    bool m_measuring = false, m_paused = false, m_leaving = false, m_stopping = false;
};

} // namespace unchained::ui
