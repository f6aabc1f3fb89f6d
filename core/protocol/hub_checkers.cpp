// SPDX-License-Identifier: Apache-2.0
#include "gpu/merkle.h"
#include "lottery/lottery.h"
#include "protocol/hub_internal.h"

#include <algorithm>

/// Hired checkers (protocol.md 3): who is on the list, who is drawn for a check, what both sides answer, and who pays
/// where they differ. The comparison itself is verification/checker's.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;
using verification::RootPair;

namespace {
constexpr std::size_t kCandidatesMax = 64, kTasksPerAnswer = 16;
constexpr std::size_t kTaskBytesPerAnswer = std::size_t{4} << 20; ///< parameters may be long; one task always fits
constexpr std::uint64_t kLotsMax = 1 << 20;
/// Any step can be checked by a laptop in two minutes; the opening's way comes on top. A checker that is gone does not
/// hold up a batch for the whole opening period.
constexpr TimeMs kAnswerMs = 10 * 60 * 1000;
constexpr const char* kHiredEngine = "hired"; ///< of a result that nobody but the two computed

ledger::Account stakeAccount(const PeerId& checker) {
    return ledger::Account::stake(checker);
}

Error wrongEnlist(const char* field, Message why, Message remedy) {
    return refuse(ProtocolError::BadShape, std::string("enlist.") + field, std::move(why), std::move(remedy));
}
} // namespace

template <class Visit>
void HubState::eachTask(const Visit& visit) {
    for (const ContractId& id : m_hiring) {
        Contract& c = m_contracts.at(id);
        for (Check& check : c.checks)
            if (check.hired) visit(id, c, check);
    }
}

template <class Visit>
void HubState::eachTask(const Visit& visit) const {
    for (const ContractId& id : m_hiring) {
        const Contract& c = m_contracts.at(id);
        for (const Check& check : c.checks)
            if (check.hired) visit(id, c, check);
    }
}

namespace {
/// Of a task that its checker works on.
bool isOpen(const HiredTask& task) {
    return task.asked && !task.hubDecides && !task.byChecker;
}
} // namespace

// ---- the list

Result<Value> HubState::enlist(const HubCommand& command) {
    auto enlist = soleStructure<contract::Enlist>(command);
    if (!enlist) return enlist.error();
    const contract::Enlist& v = enlist->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "enlist.hub", "names another marketplace");
    if (enlist->signer != command.from || command.from == m_keys.peer())
        return refuse(ProtocolError::NotAParty, "enlist",
                      "a checker enlists itself, and the hub's operator not at all");
    const PeerId& peer = enlist->signer;
    EnlistedChecker known;
    if (const auto at = m_checkers.find(peer); at != m_checkers.end()) known = at->second;
    const bool isOn = !known.stake.isZero() && !known.leaving;
    if (known.terms.version >= v.version) {
        if (isOn) return Value(Array{known.stake.micro()});
        return refuse(ProtocolError::WrongPhase, "enlist.version", "is older than the end of this enlistment",
                      "sign a new one");
    }
    if (v.stake.micro() <= 0 || v.feeLeast.isNegative())
        return wrongEnlist("stake", "must be more than 0, and the fee not negative", "name a larger amount");
    const auto locked = lockedStakes();
    const auto mine = locked.find(peer);
    if (mine != locked.end() && v.stake < mine->second)
        return wrongEnlist("stake", Message("%1 credits of it answer for tasks under way", mine->second.str()),
                           "wait until they are over, or leave as much");
    const Amount has = m_ledger.balance(peerAccount(peer)) + known.stake;
    if (has < v.stake)
        return refuse(ProtocolError::TooLittleCredit, "enlist.stake",
                      Message("%1 credits are more than the balance of %2", v.stake.str(), has.str()),
                      "stake less, or put in more credits");
    if (v.stake > known.stake) mustPost("stake", peerAccount(peer), stakeAccount(peer), v.stake - known.stake);
    if (v.stake < known.stake) mustPost("stake returned", stakeAccount(peer), peerAccount(peer), known.stake - v.stake);
    known.terms = v;
    known.stake = v.stake;
    known.leaving = false;
    known.struck.clear();
    m_checkers[peer] = std::move(known);
    m_effects.push_back(PeerNoteEffect{peer, Array{"enlisted"}});
    return Value(Array{v.stake.micro()});
}

Result<Value> HubState::delist(const HubCommand& command) {
    auto delist = soleStructure<contract::Delist>(command);
    if (!delist) return delist.error();
    const contract::Delist& v = delist->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "delist.hub", "names another marketplace");
    if (delist->signer != command.from) return refuse(ProtocolError::NotAParty, "delist", "is somebody else's");
    const auto at = m_checkers.find(delist->signer);
    if (at == m_checkers.end() || at->second.terms.version >= v.version) return Value(Array{});
    at->second.terms.version = v.version;
    at->second.leaving = true;
    giveBack(delist->signer);
    m_effects.push_back(PeerNoteEffect{delist->signer, Array{"enlisted"}});
    return Value(Array{});
}

/// What a checker has not answered the hub computes itself, and what it was not told of yet as if nobody had been
/// hired.
void HubState::giveBack(const PeerId& checker) {
    eachTask([&](const ContractId& id, Contract&, Check& check) {
        if (check.hired->checker != checker) return;
        if (!check.hired->asked)
            check.hired.reset();
        else if (isOpen(*check.hired))
            takeOver(id, check);
    });
}

std::map<PeerId, Amount> HubState::lockedStakes() const {
    std::map<PeerId, Amount> out;
    eachTask([&](const ContractId&, const Contract&, const Check& check) {
        const HiredTask& task = *check.hired;
        if (task.byChecker || !task.hubDecides) out[task.checker] += task.atStake;
    });
    return out;
}

/// What nothing is locked by any more goes back to who has left, or was struck off the list.
void HubState::freeStakes() {
    std::optional<std::map<PeerId, Amount>> locked;
    for (auto& [peer, known] : m_checkers) {
        if (!known.leaving || known.stake.isZero()) continue;
        if (!locked) locked = lockedStakes();
        if (locked->contains(peer)) continue;
        mustPost("stake returned", stakeAccount(peer), peerAccount(peer), known.stake);
        known.stake = Amount{};
        m_effects.push_back(PeerNoteEffect{peer, Array{"enlisted"}});
    }
}

// ---- hiring

/// Neither a party nor somebody with a bet on the contract, and with a stake that is free.
std::vector<contract::CheckerLots> HubState::checkersFor(const ContractId& id, const Contract& c,
                                                         Amount atStake) const {
    std::set<PeerId> barred{c.renter, c.offer.receiptKey, c.offer.provider};
    if (const auto bets = m_bets.find(id); bets != m_bets.end()) {
        for (const auto& [step, market] : bets->second.markets) {
            barred.insert(market.maker);
            for (const auto& [order, placed] : market.bets)
                barred.insert(placed.by);
        }
    }
    const auto locked = lockedStakes();
    std::vector<contract::CheckerLots> out;
    for (const auto& [peer, known] : m_checkers) {
        if (known.leaving || known.terms.feeLeast > c.checkFee || barred.contains(peer)) continue;
        const auto mine = locked.find(peer);
        const Amount free = mine == locked.end() ? known.stake : std::max(Amount{}, known.stake - mine->second);
        const auto lots = std::min(kLotsMax, static_cast<std::uint64_t>(free.micro() / atStake.micro()));
        if (lots > 0) out.push_back({peer, lots});
    }
    if (out.size() <= kCandidatesMax) return out;
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.lots > b.lots; });
    out.resize(kCandidatesMax);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.peer < b.peer; });
    return out;
}

/// Of the checks that the draw chose among claims, and of the one of a contract without any. A failed step and a silent
/// window the hub computes itself, and so what bets or its policy ask for.
void HubState::hire(const ContractId& id, const Contract& c, Check& check) {
    if (m_terms.hire == 0 || (check.reason != "batch" && check.reason != "no-claims")) return;
    if (check.after == lottery::failureRoot(id, check.step) || c.escrow < c.checkFee) return;
    HiredTask task;
    task.hubSeed = c.hubChain.at(c.hubSeedsShown);
    if (!lottery::isHired(task.hubSeed, id, check.step, m_terms.hire)) return;
    task.cost = costOfCheck(c);
    const auto least = verification::leastCheckerStake(c.checkFee, task.cost);
    if (!least) return;
    task.atStake = *least;
    task.checkers = checkersFor(id, c, task.atStake);
    std::uint64_t lots = 0;
    for (const auto& one : task.checkers)
        lots += one.lots;
    if (lots == 0) return;
    std::uint64_t drawn = lottery::drawnLot(task.hubSeed, id, check.step, lots);
    auto chosen = task.checkers.begin();
    for (; drawn >= chosen->lots; ++chosen)
        drawn -= chosen->lots;
    task.checker = chosen->peer;
    task.salt = taggedHash("check-salt", {m_keys.hubKey(), id, check.step, task.hubSeed});
    if (const auto bets = m_bets.find(id); bets != m_bets.end()) bets->second.checkers.insert(task.checker);
    m_hiring.insert(id);
    check.hired = std::move(task);
}

void HubState::onCheckReady(const HubCheckReady& ready) {
    const auto at = m_contracts.find(ready.contract);
    if (at == m_contracts.end()) return;
    Contract& c = at->second;
    for (Check& check : c.checks) {
        if (check.step != ready.step || !check.hired || check.hired->asked) continue;
        HiredTask& task = *check.hired;
        task.asked = true;
        task.answerBy = m_now + std::min(kAnswerMs, static_cast<TimeMs>(c.offer.periods.opening));
        m_effects.push_back(PeerNoteEffect{task.checker, Array{"check", ready.contract, check.step}});
        notify(ready.contract, c, Array{"salted-wanted", check.step, task.salt});
    }
}

// ---- answers

Result<Value> HubState::checkAnswer(const HubCommand& command) {
    auto answer = soleStructure<contract::CheckAnswer>(command);
    if (!answer) return answer.error();
    const contract::CheckAnswer& v = answer->value;
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    for (Check& check : c.checks) {
        if (check.step != v.step || !check.hired || check.hired->salt != v.salt) continue;
        HiredTask& task = *check.hired;
        if (task.checker != answer->signer)
            return refuse(ProtocolError::NotAParty, "check-answer", "somebody else is asked for it");
        const RootPair said{v.plain, v.salted};
        if (task.byChecker && *task.byChecker != said)
            return refuse(ProtocolError::Contradiction, "check-answer", "was given with other roots before");
        if (!isOpen(task)) break;
        task.byChecker = said;
        cbor::Reader in = argsOf(command, 1);
        task.checkerAnswer = in.bytes();
        m_effects.push_back(PeerNoteEffect{task.checker, Array{"enlisted"}});
        compareAnswers(v.contract, c, v.step);
        break;
    }
    return Value(Array{}); // also where it is over: answered before, or too late
}

Result<Value> HubState::saltedRoot(const HubCommand& command) {
    auto answer = soleStructure<contract::SaltedRoot>(command);
    if (!answer) return answer.error();
    const contract::SaltedRoot& v = answer->value;
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (answer->signer != c.offer.provider)
        return refuse(ProtocolError::NotAParty, "salted-root", "only the provider says it");
    for (Check& check : c.checks) {
        if (check.step != v.step || !check.hired || check.hired->salt != v.salt) continue;
        HiredTask& task = *check.hired;
        if (task.saltedByProvider && *task.saltedByProvider != v.salted)
            return refuse(ProtocolError::Contradiction, "salted-root", "was said to be another one before");
        if (!task.asked || task.hubDecides || task.saltedByProvider) break;
        task.saltedByProvider = v.salted;
        cbor::Reader in = argsOf(command, 1);
        task.providerAnswer = in.bytes();
        m_effects.push_back(PeerNoteEffect{answer->signer, Array{"salted", v.contract, v.step}});
        compareAnswers(v.contract, c, v.step);
        break;
    }
    return Value(Array{});
}

/// A checker that cannot make it says so: the hub computes, and nobody pays for it. It gains nothing, and a job that no
/// engine takes, or takes too long, costs it nothing.
Result<Value> HubState::decline(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 3);
    const auto id = in.fixed<Hash256>();
    const std::uint64_t step = in.u64();
    const auto salt = in.fixed<Hash256>();
    if (auto done = in.finish(); !done) return done.error();
    auto found = find(id);
    if (!found) return found.error();
    for (Check& check : (*found)->checks) {
        if (check.step != step || !check.hired || check.hired->salt != salt || !isOpen(*check.hired)) continue;
        if (check.hired->checker != command.from)
            return refuse(ProtocolError::NotAParty, "declined", "somebody else is asked for it");
        takeOver(id, check);
    }
    return Value(Array{});
}

void HubState::compareAnswers(const ContractId& id, Contract& c, std::uint64_t step) {
    const auto it =
        std::find_if(c.checks.begin(), c.checks.end(), [&](const Check& x) { return x.step == step && x.hired; });
    HiredTask& task = *it->hired;
    const bool differs = task.byChecker && task.byChecker->plain != it->after;
    if (!differs && !(task.byChecker && task.saltedByProvider)) return; // one more is to come
    std::optional<RootPair> provider;
    if (task.saltedByProvider) provider = RootPair{it->after, *task.saltedByProvider};
    const auto verdictOfTwo = verification::compareRoots(it->after, provider, task.byChecker);
    const auto same = std::count_if(c.checks.begin(), c.checks.end(), [&](const Check& x) { return x.step == step; });
    if (verdictOfTwo == verification::CheckerVerdict::HubDecides || same > 1 || computesAgain(task))
        return takeOver(id, *it);
    const Check check = *it;
    c.checks.erase(it);
    verdict(id, c, check, check.after, true, kHiredEngine, "");
}

/// Two who agree may be friends. Which of them is looked at nobody can know before: the hub's key draws it.
bool HubState::computesAgain(const HiredTask& task) const {
    const Hash256 drawn = taggedHash("check-again", {m_keys.hubKey(), task.salt});
    return lottery::isHired(drawn, task.salt, 0, m_terms.again);
}

/// The hub computes the step itself.
void HubState::takeOver(const ContractId& id, Check& check) {
    check.hired->hubDecides = true;
    check.hired->answerBy.reset();
    m_effects.push_back(CheckEffect{id, check.step, check.before, check.stepSeed, ""});
}

bool HubState::hiredAreLate(const ContractId& id, Contract& c) {
    bool any = false;
    for (Check& check : c.checks) {
        if (!check.hired || !check.hired->answerBy || *check.hired->answerBy > m_now) continue;
        any = true;
        HiredTask& task = *check.hired;
        task.late = true;
        takeOver(id, check);
        const auto known = m_checkers.find(task.checker);
        if (task.byChecker || known == m_checkers.end()) continue;
        const Amount cost = std::min(task.cost, known->second.stake);
        mustPost("recomputation", stakeAccount(task.checker), ledger::Account::fees(), cost);
        known->second.stake -= cost;
        known->second.leaving = true;
        known->second.struck = "silent";
        giveBack(task.checker); // nobody waits for it any more
        m_effects.push_back(PeerNoteEffect{task.checker, Array{"enlisted"}});
    }
    return any;
}

// ---- who was right

void HubState::noteTruth(Check& check, const HubCheckDone& done, const Hash256& found) {
    if (!done.salted || !check.hired) return;
    HiredTask& task = *check.hired;
    const Hash256 salted = done.computed ? *done.salted : merkle::saltedRoot(task.salt, found.view());
    task.truth = RootPair{found, salted};
    task.engineFault =
        task.byChecker && task.byChecker->plain != found && faultyEngine(done, done.contract, task.byChecker->plain);
}

/// A stake, too, is lost only to what `scalar` says of the step.
bool HubState::disputedByHired(const Check& check, const Hash256& found) {
    return check.hired && check.hired->byChecker && check.hired->byChecker->plain != found;
}

ledger::Account HubState::endHired(const ContractId& id, Contract& c, const Check& check) {
    if (!check.hired) return ledger::Account::fees();
    const HiredTask& task = *check.hired;
    const bool agreed = task.byChecker && task.saltedByProvider && !task.hubDecides && !task.truth;
    bool checkerRight = agreed, checkerWrong = false;
    if (task.truth) {
        std::optional<RootPair> provider;
        if (task.saltedByProvider) provider = RootPair{check.after, *task.saltedByProvider};
        const auto fault = verification::judgeRoots(*task.truth, check.after, provider, task.byChecker);
        checkerWrong = task.byChecker && fault.checkerWrong && !task.engineFault;
        checkerRight = task.byChecker && !fault.checkerWrong;
        // One recomputation is paid once: by a checker that was wrong or silent, else by the provider.
        if (fault.saltedWrong && checkerRight && (provider || task.late)) owe(c.offer.provider, task.cost);
    }
    const bool silent = task.late && !task.byChecker;
    const char* outcome =
        agreed ? "agreed" : (checkerRight ? "right" : (checkerWrong ? "wrong" : (silent ? "silent" : "none")));
    if (checkerWrong) loseStake(task);
    notify(id, c,
           Array{"hired", signedByHub(contract::Hired{id, check.step, task.hubSeed, task.checkers, task.checker,
                                                      task.checkerAnswer, task.providerAnswer, outcome})});
    const auto known = m_checkers.find(task.checker);
    if (!checkerRight || known == m_checkers.end()) return ledger::Account::fees();
    ++known->second.checked;
    known->second.earned += std::min(c.checkFee, c.escrow); // what verdict() pays
    m_effects.push_back(PeerNoteEffect{task.checker, Array{"enlisted"}});
    return peerAccount(task.checker);
}

/// The whole of it.
void HubState::loseStake(const HiredTask& task) {
    EnlistedChecker& known = m_checkers.at(task.checker);
    const Amount cost = std::min(task.cost, known.stake);
    mustPost("recomputation", stakeAccount(task.checker), ledger::Account::fees(), cost);
    mustPost("stake lost", stakeAccount(task.checker), ledger::Account::burned(), known.stake - cost);
    known.stake = Amount{};
    known.struck = "wrong";
    m_effects.push_back(PeerNoteEffect{task.checker, Array{"enlisted"}});
    giveBack(task.checker);
}

/// By the provider, from what it has and earns.
void HubState::owe(const PeerId& provider, Amount amount) {
    m_owed[provider] += amount;
    collect(provider);
}

void HubState::collect(const PeerId& provider) {
    const auto owed = m_owed.find(provider);
    if (owed == m_owed.end()) return;
    const Amount now = std::min(owed->second, m_ledger.balance(peerAccount(provider)));
    mustPost("recomputation", peerAccount(provider), ledger::Account::fees(), now);
    owed->second -= now;
    if (owed->second.isZero()) m_owed.erase(owed);
}

// ---- questions

const HiredTask* HubState::taskOf(const CheckEffect& check) const {
    const auto at = m_contracts.find(check.contract);
    if (at == m_contracts.end()) return nullptr;
    for (const Check& x : at->second.checks)
        if (x.step == check.step && x.hired) return &*x.hired;
    return nullptr;
}

std::optional<Hash256> HubState::saltFor(const CheckEffect& check) const {
    const HiredTask* task = taskOf(check);
    return task ? std::optional(task->salt) : std::nullopt;
}

bool HubState::waitsForChecker(const CheckEffect& check) const {
    const HiredTask* task = taskOf(check);
    return task && !task->hubDecides && !claimedInCase(check);
}

bool HubState::mayFetch(const PeerId& peer, const Hash256& root) const {
    bool may = false;
    eachTask([&](const ContractId&, const Contract& c, const Check& check) {
        if (check.hired->checker != peer || !isOpen(*check.hired)) return;
        const auto& data = c.offer.dataRoots;
        may = may || root == check.before || std::find(data.begin(), data.end(), root) != data.end();
    });
    return may;
}

Result<Value> HubState::askCheckers(const PeerId& from, const std::string& name) const {
    if (name == "check-tasks") {
        Array out;
        std::size_t bytes = 0;
        eachTask([&](const ContractId& id, const Contract& c, const Check& check) {
            const HiredTask& task = *check.hired;
            if (task.checker != from || !isOpen(task) || out.size() >= kTasksPerAnswer) return;
            const contract::Offer& o = c.offer;
            Bytes encoded = contract::encodeStructure(
                contract::CheckTask{id, check.step, task.salt, check.before, check.stepSeed, o.program, o.parameters,
                                    o.dataRoots, o.startIteration, o.iterationsPerStep, o.noiseScales, o.noiseAmplitude,
                                    task.answerBy.value_or(0), c.checkFee, task.atStake});
            bytes += encoded.size();
            if (out.empty() || bytes <= kTaskBytesPerAnswer) out.emplace_back(std::move(encoded));
        });
        return Value(std::move(out));
    }
    contract::CheckerView view;
    if (const auto at = m_checkers.find(from); at != m_checkers.end()) {
        const EnlistedChecker& known = at->second;
        view = {!known.stake.isZero() && !known.leaving,
                known.leaving,
                known.struck,
                known.terms.version,
                known.stake,
                Amount{},
                known.terms.feeLeast,
                known.checked,
                known.earned};
        const auto locked = lockedStakes();
        if (const auto mine = locked.find(from); mine != locked.end()) view.locked = mine->second;
    }
    return contract::FieldWriter::toValue(view);
}

} // namespace unchained::protocol
