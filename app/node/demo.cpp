// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"
#include "node/stop_signal.h"
#include "storage/hub_store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <unistd.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <vector>

/// The whole market on one machine: every part a process of its own, over TLS on loopback.
namespace unchained::node {

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kEndMs = 7'000; ///< for all processes to end by themselves
constexpr const char* kTerms =
    "release = \"5s\"\nopening = \"30s\"\nsecret = \"30s\"\nbond = \"2s\"\ngrace = \"2min\"\n";

class Demo {
public:
    Demo(Context& context, const DemoOptions& options) : m_context(context), m_options(options) {}
    ~Demo() { stopAll(); }

    int run() {
        if (!m_directory.isValid())
            return m_context.fail(makeError(NodeError::NoHome, "temporary directory", "cannot be made"));
        std::ofstream(path("terms.toml")) << kTerms;
        const StopSignal stop([this] {
            m_stopped = true;
            m_loop.exit(1);
        });
        if (auto ok = play(); !ok) {
            stopAll();
            if (m_stopped) return m_context.finish(Json{{"stopped", true}}, "");
            return m_context.fail(ok.error(), m_report.is_object() ? m_report : Json::object());
        }
        const bool good = m_rentStatus == kGood && m_report["audit"] == "ok";
        return m_context.finish(m_report, m_text, good ? kGood : kWrong);
    }

private:
    std::string path(const std::string& name) const { return (m_directory.path().toStdString() + "/" + name); }

    Result<void> play() {
        m_context.say("making keys");
        std::vector<std::string> peers;
        for (std::uint64_t i = 0; i <= m_options.hosts; ++i) {
            auto shown = capture({"--json", "--data-dir", path(nameOf(i)), "keys", "new"});
            if (!shown) return shown.error();
            peers.push_back(Json::parse(*shown)["peer"].get<std::string>());
        }
        if (auto ok = startHub(peers); !ok) return ok;
        for (std::uint64_t i = 1; i <= m_options.hosts; ++i)
            startHost(i);
        if (auto ok = waitForHosts(); !ok) return ok;
        const Amount before = circulating();
        if (auto ok = rent(); !ok) return ok;
        m_report["credits"]["sumBefore"] = toJson(before);
        m_report["credits"]["sumAfter"] = toJson(circulating());
        auto audit = capture({"--json", "--data-dir", path("hub"), "ledger", "audit"});
        m_report["audit"] = audit ? Json::parse(*audit)["audit"] : Json("failed");
        if (!m_context.json()) {
            m_text += "audit          " + m_report["audit"].get<std::string>() + ", " + before.str() +
                      " credits before, " + circulating().str() + " after\n";
        }
        stopAll();
        return {};
    }

    static std::string nameOf(std::uint64_t i) { return i == 0 ? "renter" : "host" + std::to_string(i); }

    QProcess* spawn(const std::vector<std::string>& words, const std::string& shownAs) {
        auto* process = new QProcess(&m_parent);
        QStringList list;
        for (const std::string& word : words)
            list << QString::fromStdString(word);
        process->setProcessChannelMode(QProcess::SeparateChannels);
        if (!shownAs.empty()) {
            QObject::connect(process, &QProcess::readyReadStandardError, process, [this, process, shownAs] {
                while (process->canReadLine() || process->bytesAvailable() >= 0) {
                    process->setReadChannel(QProcess::StandardError);
                    if (!process->canReadLine()) break;
                    hear(shownAs, process->readLine().trimmed().toStdString());
                }
            });
        }
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), QString());
        process->setProcessEnvironment(environment);
        process->start(QCoreApplication::applicationFilePath(), list);
        return process;
    }

    void hear(const std::string& who, std::string line) {
        if (who == "renter" && line.rfind("admitted:", 0) == 0 && m_cpuAtAdmission == 0)
            m_cpuAtAdmission = treeCpuSeconds();
        if (who == "renter" && line.rfind("contract ended:", 0) == 0) m_cpuAtEnd = treeCpuSeconds();
        const std::string prefix = "unchained-node: ";
        if (line.rfind(prefix, 0) == 0) line.erase(0, prefix.size());
        m_context.say(who + ": " + printable(line));
    }

    /// CPU time of all our children and theirs, dead ones included, from /proc: what the phases are held against.
    static double treeCpuSeconds() {
        return treeTicks(QCoreApplication::applicationPid()) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    static double treeTicks(qint64 pid) {
        double sum = 0;
        std::ifstream children("/proc/" + std::to_string(pid) + "/task/" + std::to_string(pid) + "/children");
        for (qint64 child = 0; children >> child;) {
            std::ifstream stat("/proc/" + std::to_string(child) + "/stat");
            std::string text((std::istreambuf_iterator<char>(stat)), std::istreambuf_iterator<char>());
            std::istringstream fields(text.substr(std::min(text.size(), text.rfind(')') + 1)));
            std::string skipped;
            for (int i = 3; i < 14; ++i)
                fields >> skipped;
            for (double ticks = 0; auto i : {0, 1, 2, 3}) { // utime, stime, and those of its dead children
                (void)i;
                fields >> ticks;
                sum += ticks;
            }
            sum += treeTicks(child);
        }
        return sum;
    }

    /// Waits for what `ready` says, without blocking signals.
    Result<void> wait(QProcess* process, const std::function<bool()>& ready, const char* what,
                      int patienceMs = kPatienceMs) {
        QElapsedTimer clock;
        clock.start();
        QTimer poll;
        QObject::connect(&poll, &QTimer::timeout, &m_loop, [&] { m_loop.exit(0); });
        poll.start(20);
        while (!ready()) {
            if (m_stopped) return makeError(NodeError::NothingThere, what, "was stopped");
            if (process && process->state() == QProcess::NotRunning && !ready())
                return makeError(NodeError::NothingThere, what, "ended early");
            if (patienceMs > 0 && clock.elapsed() > patienceMs)
                return makeError(NodeError::NothingThere, what, "took too long");
            m_loop.exec();
        }
        return {};
    }

    Result<std::string> capture(const std::vector<std::string>& words) {
        QProcess* process = spawn(words, "");
        auto done = wait(
            nullptr, [&] { return process->state() == QProcess::NotRunning; }, words.back().c_str());
        if (!done) return done.error();
        process->setReadChannel(QProcess::StandardOutput);
        const std::string out = process->readAllStandardOutput().toStdString();
        const std::string errors = process->readAllStandardError().toStdString();
        process->deleteLater();
        if (out.empty()) return makeError(NodeError::BadAnswer, words.back(), Message("printed nothing: %1", errors));
        return out;
    }

    Result<void> startHub(const std::vector<std::string>& peers) {
        std::vector<std::string> words{"--json",   "--data-dir",  path("hub"), "hub",
                                       "--listen", "127.0.0.1:0", "--terms",   path("terms.toml")};
        for (const std::string& peer : peers) {
            words.emplace_back("--issue");
            words.push_back(peer + "=1000");
        }
        m_hub = spawn(words, "hub");
        if (auto ok = wait(
                m_hub,
                [&] {
                    m_hub->setReadChannel(QProcess::StandardOutput);
                    return m_hub->canReadLine();
                },
                "hub");
            !ok)
            return ok;
        m_address = Json::parse(m_hub->readLine().toStdString())["address"].get<std::string>();
        m_context.say("hub at " + m_address);
        return {};
    }

    void startHost(std::uint64_t i) {
        // Each a little dearer than the one before, so that there is something to choose.
        const std::string price = Amount::micros(static_cast<std::int64_t>(900'000 + 100'000 * i)).str();
        m_hosts.push_back(
            spawn({"--data-dir", path(nameOf(i)), "provide", "--hub", m_address, "--name", nameOf(i), "--price", price},
                  nameOf(i)));
    }

    Result<void> waitForHosts() {
        QElapsedTimer clock;
        clock.start();
        for (;;) {
            auto shown = capture({"--json", "--data-dir", path("renter"), "listings", "--hub", m_address});
            if (!shown) return shown.error();
            const Json list = Json::parse(*shown, nullptr, false);
            if (list.is_array() && list.size() >= m_options.hosts) return {};
            for (QProcess* host : m_hosts)
                if (host->state() == QProcess::NotRunning)
                    return makeError(NodeError::NoHost, "provide", "a host ended before it was listed");
            if (clock.elapsed() > kPatienceMs)
                return makeError(NodeError::NoHost, "provide", "a host is not listed yet");
        }
    }

    Result<void> rent() {
        std::vector<std::string> words{
            "--json",  "--data-dir",       path("renter"), "rent",
            "--hub",   m_address,          "--job",        m_options.job,
            "--terms", path("terms.toml"), "--out",        m_options.out.empty() ? path("result") : m_options.out};
        if (m_options.quick) words.emplace_back("--quick");
        if (m_options.fear) words.insert(words.end(), {"--fear", std::to_string(*m_options.fear)});
        QProcess* process = spawn(words, "renter");
        if (auto ok = wait(
                nullptr, [&] { return process->state() == QProcess::NotRunning; }, "rent", 0);
            !ok)
            return ok;
        m_rentStatus = process->exitCode();
        m_report = Json::parse(process->readAllStandardOutput().toStdString(), nullptr, false);
        if (!m_report.is_object()) return makeError(NodeError::BadAnswer, "rent", "printed no report");
        if (m_report.contains("error")) return makeError(NodeError::BadAnswer, "rent", m_report["error"].dump());
        if (m_report.contains("cpuSeconds") && m_cpuAtEnd > m_cpuAtAdmission)
            m_report["cpuSeconds"]["processes"] = m_cpuAtEnd - m_cpuAtAdmission;
        m_text = rentalSummary(m_report);
        return {};
    }

    /// All that exists: free, locked and earned. Burned credits count too, so that a loss would show.
    Amount circulating() const {
        auto store = storage::HubStore::openReadOnly(path("hub") + "/hub.sqlite");
        if (!store) return {};
        const auto accounts = store->accounts();
        Amount sum;
        if (!accounts) return sum;
        for (const auto& [account, balance] : *accounts)
            if (account.kind != ledger::AccountKind::Issuance) sum += balance;
        return sum;
    }

    /// Every process that we started, also the one that is waited for: asked at once, ended by force in time for the
    /// 10 s that a signal leaves us.
    void stopAll() {
        const auto all = m_parent.findChildren<QProcess*>();
        for (QProcess* process : all)
            process->terminate();
        QElapsedTimer clock;
        clock.start();
        for (QProcess* process : all) {
            const auto left = std::max<qint64>(1, kEndMs - clock.elapsed());
            if (process->state() == QProcess::NotRunning || process->waitForFinished(static_cast<int>(left))) continue;
            process->kill();
            process->waitForFinished(1'000);
        }
        m_hosts.clear();
        m_hub = nullptr;
    }

    Context& m_context;
    const DemoOptions& m_options;
    QTemporaryDir m_directory;
    QObject m_parent;
    QEventLoop m_loop;
    QProcess* m_hub = nullptr;
    std::vector<QProcess*> m_hosts;
    std::string m_address, m_text;
    Json m_report;
    int m_rentStatus = kGood; ///< of the rental alone, not of what is asked after it
    double m_cpuAtAdmission = 0, m_cpuAtEnd = 0;
    bool m_stopped = false;
};

} // namespace

int runDemo(Context& context, const DemoOptions& options) {
    return Demo(context, options).run();
}

} // namespace unchained::node
