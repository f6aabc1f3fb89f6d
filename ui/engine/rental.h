// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "engine/pace.h"
#include "engine/session_facts.h"
#include "net/renter_job.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace unchained::ui {

/// How a host is called, and what it is: from the listings, where it is still there.
using HostNames = std::function<HostFacts(const QByteArray& peer)>;

/// The renter's side of a contract, from its record.
/// @param after  called before the first event, and after each
[[nodiscard]] Result<std::unique_ptr<protocol::RenterSession>>
foldSession(const storage::PeerStore& store, const storage::SessionRow& row, const identity::Keys& keys,
            const std::function<void(const protocol::RenterSession&, TimeMs)>& after = {});

/// A job as its records show it: contracts with their sessions folded, and what happened when.
struct JobHistory {
    struct Contract {
        std::unique_ptr<protocol::RenterSession> session;
        Diary diary;
    };
    std::vector<Contract> contracts;
    std::vector<EventFacts> events; ///< oldest first
};
/// Keys must outlive it.
[[nodiscard]] Result<JobHistory> foldJob(const storage::PeerStore& store, std::int64_t job, const identity::Keys& keys,
                                         const HostNames& names);

/// A job that is not under way, from its records and its result's report.
[[nodiscard]] JobFacts pastJob(const storage::PeerStore& store, const storage::JobRow& row, const identity::Keys& keys,
                               const HostNames& names);

/// A job under way: runs it to its end, writes its result, and says how it goes. The engine's thread.
class Rental : public QObject {
    Q_OBJECT
public:
    struct Setup {
        std::filesystem::path worker;
        HostNames names;
    };
    /// Keys, store and blobs must outlive it.
    Rental(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, storage::JobRow row,
           Setup setup, QObject* parent);

    /// Error: the job file or its data cannot be read; nothing was begun.
    Result<void> start();
    /// The job stays under way in the records: the next start carries it on.
    void stop(std::function<void()> done);
    void pause(bool paused);
    void cancel();
    /// @param step  of the job, counted from 0; of the host that works now
    void check(std::uint64_t step, const std::function<void(Result<bool>)>& done);

    [[nodiscard]] std::int64_t id() const { return m_row.id; }
    [[nodiscard]] JobFacts facts() const;

signals:
    void changed();
    /// Credits were locked: the account there is another.
    void moneyMoved();
    /// The result is written, or there is none; the store knows its state.
    void ended();
    /// The store cannot be written: the program must end before it says anything more.
    void broken(const unchained::Error& why);

private:
    void observe();
    void onFinished();
    void note(const QString& icon, const QString& text, const QString& aside = {});
    [[nodiscard]] JobState state() const;

    const identity::Keys& m_keys;
    storage::PeerStore& m_store;
    storage::BlobStore& m_blobs;
    storage::JobRow m_row;
    const Setup m_setup;
    net::RentOptions m_options;
    QString m_title;
    std::map<contract::ContractId, Diary> m_diaries;
    std::vector<EventFacts> m_events;
    std::vector<CurvePoint> m_curve;
    std::unique_ptr<net::RenterJob> m_job;
    QElapsedTimer m_clock;
    Pace m_pace;
    std::optional<Error> m_error;
    Amount m_escrowed;
    bool m_cancelled = false, m_ended = false;
};

} // namespace unchained::ui
