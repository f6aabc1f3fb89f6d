#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Recomputes a rental from its evidence.cbor, with nothing of this project's code: the standard library alone.

    verify_rental.py [--json] FILE|DIR...     status 0: all are good; 1: one is not, in words
    verify_rental.py --self-test              the signature and tree code against published vectors

Written from core/protocol/README.md and core/evidence/README.md: signatures, contract ids, the seed chain, commitments,
secrets, draws, claims, batches, checks and payments. What it does not do: the least escrow and the deterrence floor.
"""
import hashlib
import json
import os
import sys

import hired_checks
import pictures
from arithmetic import H, Wrong, decode, encode, first64, leaf_hash, need, path_leads, tree, verified
from result_files import verify_files

ROOTS_OF_SLASH = ("caught", "provider-silent")
IN_DOUBT = ROOTS_OF_SLASH + ("engine-fault",)
OVER = ("complete", "left", "failed-step")
NOTHING_VOIDED = OVER + ("renter-silent", "renter-fault")


# ---- signed structures

FIELDS = {
    "offer": "hub provider nonce program parameters initialRoot startIteration dataRoots steps iterationsPerStep window "
             "price odds noiseScales noiseAmplitude seedAnchor bond atStake batch draw receiptKey periods arbiters "
             "expires",
    "acceptance": "offer build",
    "admission": "contract escrow bond hubAnchor",
    "commit": "contract window root secretHash previousSecret previousWins",
    "receipt": "contract window root commit",
    "claim": "contract proof secret nextSeed",
    "close": "contract window steps secret wins commit receipt nextSeed leaf path",
    "leave": "contract window",
    "fault": "contract kind envelopes nextSeed",
    "check-result": "contract batch step claimed computed right engine reason",
    "batch-closed": "contract batch hubSeed steps due",
    "paid": "contract step amount logIndex",
    "settled": "contract outcome paid returned fees refunded burned logIndex",
    "beacon": "hub start rounds round value",
    "logged": "contract window commit time round",
    "blame": "contract first why proven renterHeard providerHeard",
    "case-verdict": "of contract outcome step claimed disputed computed engine toOpener",
    "hired": "contract step hubSeed checkers checker checkerAnswer providerAnswer outcome",
    "check-answer": "contract step salt plain salted",
    "salted-root": "contract step salt salted",
    "evidence": "hub contracts finalRoot modelHash reportHash",
}
NOTICES = {"claim": "claim", "batch-closed": "batch-closed", "check-result": "check-result", "paid": "paid",
           "close": "close", "leaving": "leave", "fault": "fault", "settled": "settled",
           "blame": "blame", "case-ended": "case-verdict", "hired": "hired"}


class Signed:
    """The fields of a signed structure by name, its payload and its signer."""
    known = {}

    def __init__(self, envelope, name, signer=None, contract=None):
        parts = decode(envelope)
        need(isinstance(parts, list) and len(parts) == 3 and all(isinstance(p, bytes) for p in parts),
             "the %s is in no envelope" % name)
        self.payload, self.signer, signature = parts
        key = hashlib.sha256(envelope).digest()
        if key not in Signed.known:
            Signed.known[key] = verified(self.signer, self.payload, signature)
        need(Signed.known[key], "the %s carries a false signature" % name)
        need(signer is None or self.signer == signer, "the %s is signed by somebody else" % name)
        fields, names = decode(self.payload), FIELDS[name].split()
        need(isinstance(fields, list) and fields and fields[0] == "unchained/%s/v1" % name, "this is no %s" % name)
        need(len(fields) == len(names) + 1, "the %s has a wrong number of fields" % name)
        self.__dict__.update(zip(names, fields[1:]))
        need(contract is None or self.contract == contract, "the %s is of another contract" % name)


class Contract:
    """One contract, verified part by part."""

    def __init__(self, raw, renter, hub):
        need(isinstance(raw, list) and len(raw) == 7, "a contract has a wrong number of parts")
        (offer, acceptance, admission, self.seeds, self.raw_windows, close, notices) = raw
        self.offer = o = Signed(offer, "offer", renter)
        self.hub, self.renter = hub, renter
        need(o.hub == hub, "the offer names another hub")
        accepted = Signed(acceptance, "acceptance", o.provider)
        need(accepted.offer == hashlib.sha256(o.payload).digest(), "the acceptance is of another offer")
        self.id = H("contract", o.payload, accepted.payload)
        self.admission = Signed(admission, "admission", hub, self.id)
        need(self.admission.bond == o.bond, "another bond was locked than offered")
        need(o.steps > 0 and 0 < o.window <= o.steps and o.odds > 0 and o.batch > 0 and o.price > 0, "a bad offer")
        self.face = o.price * o.odds
        self.windows = -(-o.steps // o.window)
        self.close = Signed(close, "close", o.provider, self.id) if close else None
        self.read_notices(notices)
        need(self.settled and self.notices[-1][0] == "settled", "not settled, and last")
        self.end = self.settled[-1].outcome
        if len(self.settled) > 1:
            self.settled_again()
        early = self.settled[0].outcome != "complete"
        need(len(self.blames) == (1 if early else 0), "not said, or said for nothing, who stopped answering first")
        need(not early or self.blames[0].at + 1 == self.settled[0].at, "the blame does not stand before the settlement")

    def settled_again(self):
        """After a fault that was found while the bond was locked, the bond alone is dealt with anew."""
        a, b = self.settled[0], self.settled[-1]
        need(len(self.settled) == 2 and (a.refunded, a.burned) == (0, 0) and self.end == "caught" and
             a.outcome not in ROOTS_OF_SLASH and (a.paid, a.returned, a.fees) == (b.paid, b.returned, b.fees) and
             b.at == a.at + 2 and self.faults and self.faults[-1].at == a.at + 1, "settled more than once")

    def read_notices(self, notices):
        self.notices = []
        self.claims, self.checks, self.paid, self.faults, self.settled, self.top_ups = [], [], [], [], [], []
        self.published, self.reveals, self.blames, self.verdicts, self.hired = {}, [], [], [], []
        self.anchor, self.logged, self.rounds = None, [], {}
        lists = {"claim": self.claims, "check-result": self.checks, "paid": self.paid, "fault": self.faults,
                 "settled": self.settled, "blame": self.blames, "case-ended": self.verdicts, "hired": self.hired}
        for at, notice in enumerate(notices):
            name = notice[0]
            if name in ("beacon", "logged", "round"):
                self.read_beacon(notice)
            elif name in NOTICES:
                need(len(notice) == 2, "a notice has a wrong number of fields")
                signer = self.hub if name in ("batch-closed", "check-result", "paid", "settled", "blame",
                                              "case-ended", "hired") else None
                value = Signed(notice[1], NOTICES[name], signer, self.id)
                value.at = at
                if name in lists:
                    lists[name].append(value)
                elif name == "batch-closed":
                    self.reveals.append(("batch", value.hubSeed, value))
                elif name == "close":
                    need(self.close is None or value.payload == self.close.payload, "there are two Closes")
                else:
                    need(value.signer in (self.renter, self.offer.receiptKey) and value.window == self.receipted(),
                         "the Leave names another window than the last")
            elif name == "top-up":
                need(len(notice) == 2 and isinstance(notice[1], int) and notice[1] > 0, "a bad top-up")
                self.top_ups.append(notice[1])
            elif name == "receipt-wanted":
                self.published[notice[1]] = (Signed(notice[2], "commit", self.offer.provider, self.id), notice[3])
            else:
                need(name == "silence" and len(notice) == (5 if self.offer.draw == "beacon" else 4),
                     "a notice of no known kind")
                self.reveals.append(("silence", notice[2], notice))
            self.notices.append(notice)

    # -- the hub's beacon

    def read_beacon(self, notice):
        need(self.offer.draw == "beacon", "a beacon, and the draw is without one")
        if notice[0] == "round":
            _, k, number, value = notice
            need(k == len(self.logged) and k not in self.rounds and number == self.logged[-1].round,
                 "round %d draws no window" % number)
            need(self.is_round(number, value), "round %d is not of the beacon's chain" % number)
            self.rounds[k] = value
            return
        word = Signed(notice[1], notice[0], self.hub)
        if notice[0] == "beacon":
            before = self.anchor
            need(word.hub == self.hub and 0 < word.rounds <= 2**17 and word.round % word.rounds == 0, "a bad anchor")
            need(before is None or ((word.start, word.rounds) == (before.start, before.rounds) and
                                    word.round > before.round), "two anchors contradict each other")
            self.anchor = word
            return
        need(word.contract == self.id and word.window == len(self.logged) + 1, "logged out of turn")
        public = lambda number: self.anchor.start + 3000 * number
        need(public(word.round) >= word.time + 6000 > public(word.round - 1), "another round than the first after 6 s")
        if self.logged:
            need(self.logged[-1].window in self.rounds and word.time >= public(self.logged[-1].round),
                 "committed before the round of the window before")
        self.logged.append(word)

    def is_round(self, number, value):
        if number // self.anchor.rounds != self.anchor.round // self.anchor.rounds:
            return False
        for _ in range(number - self.anchor.round):
            value = H("beacon", value)
        return value == self.anchor.value

    def receipted(self):
        return sum(1 for w in self.raw_windows if w[2])

    def span(self, k):
        """First and end step of window k, whole."""
        return (k - 1) * self.offer.window, min(self.offer.steps, k * self.offer.window)

    def wins(self, secret, k, first, end):
        rho = H("draw", secret, self.seeds[k])
        if self.offer.draw == "beacon":
            need(k in self.rounds and self.logged[k - 1].commit == hashlib.sha256(self.commits[k - 1].payload).digest(),
                 "window %d: no round drew this commitment" % k)
            rho = H("draw", secret, self.seeds[k], self.rounds[k])
        limit = 2**64 // self.offer.odds
        return [i for i in range(first, end) if first64(H("ticket", rho, self.id, i)) < limit]

    def tiles(self):
        """Parallel work: every step begins at Y[0]."""
        return self.offer.program in pictures.RESULTS

    def leaf(self, first, roots, at):
        return encode(["unchained/leaf/v1", first + at, roots[0 if self.tiles() else at], roots[at + 1]])

    # -- seeds, windows, draws

    def verify_seeds(self):
        need(len(self.seeds) == self.receipted() + 1, "the number of seeds is not that of the windows and one")
        before = self.offer.seedAnchor
        for k, seed in enumerate(self.seeds, 1):
            need(H("seed", seed) == before, "s_%d is not of the chain" % k)
            before = seed

    def verify_windows(self):
        need(len(self.raw_windows) <= self.windows, "more windows than steps for them")
        self.commits, self.receipts, self.roots, self.ends = [], [], [], []
        at = self.offer.initialRoot
        for k, (roots, commit, receipt, _) in enumerate(self.raw_windows, 1):
            first, end = self.span(k)
            words = "window %d: " % k
            need(2 <= len(roots) <= end - first + 1, words + "a wrong number of roots")
            stop = first + len(roots) - 1
            failed = roots[-1] == H("failure", self.id, stop - 1)
            need(stop == end or failed, words + "ends early")
            need(not failed or k == len(self.raw_windows), words + "goes on after a failed step")
            need(roots[0] == (self.offer.initialRoot if self.tiles() else at),
                 words + "does not begin where the one before ended")
            self.check_commit(k, Signed(commit, "commit", self.offer.provider, self.id), roots, first, words)
            need(receipt or k == len(self.raw_windows), words + "has no receipt, and others follow")
            if receipt:
                r = Signed(receipt, "receipt", self.offer.receiptKey, self.id)
                need(r.window == k and r.root == self.commits[-1].root and
                     r.commit == hashlib.sha256(self.commits[-1].payload).digest(),
                     words + "the receipt is of something else")
                self.receipts.append(r)
            self.roots.append(roots)
            self.ends.append(stop)
            at = roots[-1]
        self.failed = bool(self.receipts) and self.roots[len(self.receipts) - 1][-1] == H(
            "failure", self.id, self.ends[len(self.receipts) - 1] - 1)

    def check_commit(self, k, commit, roots, first, words):
        leaves = [leaf_hash(self.leaf(first, roots, i)) for i in range(len(roots) - 1)]
        need(commit.window == k and commit.root == tree(leaves), words + "its roots do not make C_%d" % k)
        need(k > 1 or (commit.previousSecret is None and commit.previousWins == []), words + "opens nothing before it")
        self.commits.append(commit)

    def verify_draws(self):
        """Each later word that opens a window must open it and list the draw; else the host must have been caught."""
        self.won, self.contradicted = {}, False
        total = len(self.receipts)
        for k in range(1, total + 1):
            words = []
            if k < len(self.commits):
                words.append((self.commits[k].previousSecret, self.commits[k].previousWins))
            if self.close and self.close.window == k:
                words.append((self.close.secret, self.close.wins))
            good = True
            for secret, listed in words:
                opened = secret is not None and H("secret", secret) == self.commits[k - 1].secretHash
                if opened and self.wins(secret, k, self.span(k)[0], self.ends[k - 1]) == listed:
                    self.won[k] = listed
                else:
                    good = False
            if not good:
                need(self.end == "caught", "window %d: the listed wins are not the draw" % k)
                self.contradicted = True
            told = self.raw_windows[k - 1][3]
            need(told == (words[0][0] if words and good else None), "window %d: another secret than opened" % k)
        need(len(self.raw_windows) == total or self.raw_windows[-1][3] is None, "a secret without a receipt")
        self.verify_close(total)

    def verify_close(self, total):
        c = self.close
        if c is None:
            need(self.end not in ("complete", "failed-step") and (self.end != "left" or total == 0), "there is no Close")
            return
        if c.window < total and self.end == "caught":
            return
        need(c.window == total and c.steps == (self.ends[total - 1] if total else 0), "Close counts other steps")
        if total == 0:
            need((c.secret, c.wins, c.commit, c.receipt, c.nextSeed, c.leaf, c.path) ==
                 (None, [], b"", b"", None, b"", []), "Close opens nothing")
            return
        first, end, roots = self.span(total)[0], self.ends[total - 1], self.roots[total - 1]
        need(c.leaf == self.leaf(first, roots, end - 1 - first) and
             path_leads(leaf_hash(c.leaf), end - 1 - first, end - first, c.path, self.commits[total - 1].root),
             "Close shows another last step")
        need(Signed(c.commit, "commit", self.offer.provider).payload == self.commits[total - 1].payload and
             Signed(c.receipt, "receipt", self.offer.receiptKey).payload == self.receipts[-1].payload and
             c.nextSeed == self.seeds[total], "Close shows another last window")

    # -- claims, batches, checks

    def verify_claims(self):
        self.claimed = []
        for claim in self.claims:
            need(claim.signer in (self.offer.provider, self.renter, self.offer.receiptKey), "a stranger's claim")
            k, step, leaf, path, commit, receipt = claim.proof
            words = "claim of ticket %d: " % step
            need(step not in self.claimed, words + "a second one")
            need(1 <= k <= len(self.receipts), words + "no such window")
            self.claimed.append(step)
            shown = Signed(commit, "commit", self.offer.provider, self.id)
            need(Signed(receipt, "receipt", self.offer.receiptKey).payload == self.receipts[k - 1].payload,
                 words + "another receipt")
            if shown.payload != self.commits[k - 1].payload:
                need(shown.window == k and self.end == "caught", words + "rests on a second commitment")
                self.contradicted = True
                continue
            first, end = self.span(k)[0], self.ends[k - 1]
            need(first <= step < end, words + "not in its window")
            roots = self.roots[k - 1]
            need(leaf == self.leaf(first, roots, step - first), words + "another leaf")
            need(path_leads(leaf_hash(leaf), step - first, end - first, path, shown.root), words + "a false path")
            need(claim.nextSeed == self.seeds[k], words + "another seed")
            need(H("secret", claim.secret) == shown.secretHash, words + "another secret")
            need(step in self.wins(claim.secret, k, step, step + 1), words + "it did not win")
        if self.end in OVER:
            for k, steps in self.won.items():
                for step in steps:
                    need(step in self.claimed, "ticket %d won and was not claimed" % step)

    def verify_batches(self):
        self.due, self.batch_of, self.more = [], {}, {}
        h, number, at = self.admission.hubAnchor, 0, 0
        batches = [r for r in self.reveals if r[0] == "batch"]
        for kind, value, what in self.reveals:
            if kind == "silence" and self.offer.draw == "beacon":
                need(self.is_round(what[4], value), "the round is not of the beacon's chain")
                self.silence(value, what)
                continue
            need(H("hub", value) == h, "the hub's chain is broken")
            h = value
            if kind == "silence":
                self.silence(value, what)
                continue
            number += 1
            words, g, m = "batch %d: " % number, self.offer.batch, len(what.steps)
            need(what.batch == number, words + "another number")
            logged = [c.proof[1] for c in self.claims[at:] if c.at < what.at]
            need(what.steps == logged and m <= g and (m == g or number == len(batches)), words + "other claims")
            at += m
            due = None
            drawn = first64(H("batch", value, self.id, number))
            if m:
                place = drawn % g
                if place >= m and number == 1:
                    place %= m
                due = what.steps[place] if place < m else None
            else:
                need(number == 1 and not self.claims and self.close and self.close.steps > 0, words + "is empty")
                bounds = [0] + [k * self.offer.window for k in range(1, self.windows)
                                if 20 * k // self.windows > 20 * (k - 1) // self.windows
                                and k * self.offer.window < self.close.steps]
                due = bounds[drawn % len(bounds)]
            need(what.due == due, words + "another claim was due")
            others = [step for step in what.steps if step != due]
            if others:  # where the hub's policy wishes for one more
                self.more[number] = others[first64(H("policy", value, self.id, number)) % len(others)]
            for step in what.steps:
                self.batch_of[step] = (number, due, what.at)
            if due is not None:
                self.due.append((number, due))
        if self.end in NOTHING_VOIDED:
            need(at == len(self.claims), "claims are in no batch")
            need(number or not self.close or not self.close.steps, "nothing was checked")

    def silence(self, h, notice):
        k, step = notice[1], notice[3]
        need(k in self.published, "silence about what was not published")
        roots = self.published[k][1]
        first, end = self.span(k)[0], self.span(k)[0] + len(roots) - 1
        need(step == first + first64(H("silence", h, self.id, k)) % (end - first), "another step was due in silence")
        self.due.append((0, step))
        if roots[-1] == H("failure", self.id, end - 1):
            self.due.append((0, end - 1))

    def root_after(self, step):
        k = step // self.offer.window + 1
        roots = self.roots[k - 1] if k <= len(self.roots) else self.published.get(k, (None, []))[1]
        at = step - self.span(k)[0] + 1
        return roots[at] if at < len(roots) else None

    def verify_checks(self):
        open_due = list(self.due)
        if self.close and self.failed:
            open_due.append((0, self.ends[len(self.receipts) - 1] - 1))
        self.right, self.wished = {}, 0
        hired_checks.verify(self, Signed)
        for check in self.checks:
            words = "check of step %d: " % check.step
            if (check.batch, check.step) in open_due:
                open_due.remove((check.batch, check.step))
            else:
                need(self.more.get(check.batch) == check.step, words + "was not due")
                self.wished += check.computed is not None
            unseen = check.computed is None and not check.right and check.claimed == bytes(32)
            need(unseen or check.claimed == self.root_after(check.step), words + "against another root")
            need(check.computed is None or check.right == (check.computed == check.claimed), words + "a false verdict")
            engine_fault = check.computed is not None and not check.right and check.reason != ""
            need(engine_fault or (check.computed is None) == (check.engine == "") == (check.reason != ""),
                 words + "no engine, or no reason")
            need(check.engine != "hired" or hired_checks.made(self, check), words + "nobody has made it")
            self.right[check.batch] = check.right
            if not check.right:
                end = "engine-fault" if engine_fault else "provider-silent" if check.computed is None else "caught"
                need(self.end == end, words + "went unpunished")
                need(check.computed is None or check.engine == "scalar", words + "was not confirmed")
        if self.end in NOTHING_VOIDED:
            need(not open_due, "a check that was due was never made")
        for step, (number, due, _) in self.batch_of.items():
            if due is None:
                self.right[number] = True

    # -- money

    def verify_money(self):
        paid_steps = []
        for p in self.paid:
            words = "payment of ticket %d: " % p.step
            need(p.step in self.batch_of and self.right.get(self.batch_of[p.step][0]), words + "before its check")
            need(self.batch_of[p.step][2] < p.at, words + "before its batch")
            need(p.step not in paid_steps, words + "twice")
            need(p.amount == self.face, words + "not the face value")
            paid_steps.append(p.step)
        s, o = self.settled[-1], self.offer
        escrowed = self.admission.escrow + sum(self.top_ups)
        need(min(s.paid, s.returned, s.fees, s.refunded, s.burned) >= 0, "a negative amount")
        need(escrowed == s.paid + s.returned + s.fees, "%d locked are not %d paid, %d returned and %d fees" % (
            escrowed, s.paid, s.returned, s.fees))
        charged = sum(c.computed is not None for c in self.checks) - self.wished
        silent = any(r[0] == "silence" for r in self.reveals)
        rest = s.fees - (o.price if silent else 0)
        need(s.returned == 0 or rest == 0 or (charged and rest % charged == 0), "the checks did not cost the same fee")
        owed = 0
        for kind, _, what in self.reveals:
            if kind == "silence" and self.right.get(0):
                owed = (len(self.published[what[1]][1]) - 1) * o.price
        if self.end == "renter-fault":
            owed += o.price * o.window
        more = s.paid - self.face * len(paid_steps)
        need(more == owed or (0 <= more < owed and s.returned == 0), "the payments do not make what was paid")
        if self.end in NOTHING_VOIDED:
            need(set(paid_steps) == set(self.claimed) or s.returned < self.face, "a right ticket was not paid")
        refunded = min(o.bond, s.paid + s.fees) if self.end in ROOTS_OF_SLASH else 0
        burned = o.bond - refunded if self.end in ROOTS_OF_SLASH else 0
        if self.end == "engine-fault":  # what the hub's pool had is not in this record
            need(0 <= s.refunded <= s.paid + s.fees, "the pool repaid more than was paid")
            refunded = s.refunded
        need((s.refunded, s.burned) == (refunded, burned), "the bond was shared out by other rules")
        if self.end == "caught":
            need(self.contradicted or self.faults or any(not c.right for c in self.checks) or
                 any(v.outcome == "host-wrong" and v.computed not in (None, v.claimed) for v in self.verdicts), "caught without a proof")
        self.figures = {"issued": self.ends[len(self.receipts) - 1] if self.receipts else 0,
                        "won": sum(len(w) for w in self.won.values()), "claimed": len(self.claimed),
                        "paid": len(paid_steps)}
        self.credits = {"escrowed": escrowed, "paid": s.paid, "returned": s.returned, "fees": s.fees}

    def verify_faults(self):
        kinds = {1: self.wrong_wins, 2: lambda f: self.two(f, "commit", self.offer.provider),
                 3: lambda f: self.two(f, "receipt", self.offer.receiptKey)}
        for fault in self.faults:
            guilty = (self.renter, self.offer.receiptKey) if fault.kind == 3 else (self.offer.provider,)
            need(fault.signer not in guilty and fault.kind in kinds and kinds[fault.kind](fault),
                 "an unproved accusation")

    def two(self, fault, name, signer):
        a, b = (Signed(e, name, signer, self.id) for e in fault.envelopes)
        return fault.nextSeed is None and a.window == b.window and a.payload != b.payload

    def wrong_wins(self, fault):
        commit, receipt, later = fault.envelopes
        k = Signed(commit, "commit", self.offer.provider, self.id).window
        if not (1 <= k <= len(self.receipts) and fault.nextSeed == self.seeds[k] and
                Signed(commit, "commit").payload == self.commits[k - 1].payload and
                Signed(receipt, "receipt", self.offer.receiptKey).payload == self.receipts[k - 1].payload):
            return False
        if decode(decode(later)[0])[0] == "unchained/commit/v1":
            after = Signed(later, "commit", self.offer.provider, self.id)
            secret, listed, fits = after.previousSecret, after.previousWins, after.window == k + 1
        else:
            after = Signed(later, "close", self.offer.provider, self.id)
            secret, listed, fits = after.secret, after.wins, after.window == k
            if after.window < k:
                return True
        opened = secret is not None and H("secret", secret) == self.commits[k - 1].secretHash
        return fits and not (opened and self.wins(secret, k, self.span(k)[0], self.ends[k - 1]) == listed)

    def verify(self):
        self.verify_seeds()
        self.verify_windows()
        for k, (commit, roots) in self.published.items():
            first = self.span(k)[0]
            leaves = [leaf_hash(self.leaf(first, roots, i)) for i in range(len(roots) - 1)]
            need(commit.window == k and leaves and tree(leaves) == commit.root, "published roots that do not fit")
        self.verify_draws()
        self.verify_claims()
        self.verify_batches()
        self.verify_checks()
        self.verify_faults()
        self.verify_money()

    def kept(self):
        """(step, root) of Y[0] and of what was handed over at boundaries."""
        out = [(0, self.offer.initialRoot)]
        for k in range(1, len(self.receipts) + 1):
            failed = self.failed and k == len(self.receipts)
            if (self.tiles() or 20 * k // self.windows > 20 * (k - 1) // self.windows) and not failed:
                out.append((self.ends[k - 1], self.offer.initialRoot if self.tiles() else self.roots[k - 1][-1]))
        return out


def verify_job(contracts, final_root):
    """The tiles that the result is made of, {number: root}."""
    tiles = {}
    for j, c in enumerate(contracts):
        root = contracts[j + 1].offer.initialRoot if j + 1 < len(contracts) else final_root
        fits = [step for step, state in c.kept() if state == root and (
            j + 1 == len(contracts) or contracts[j + 1].offer.startIteration ==
            c.offer.startIteration + step * c.offer.iterationsPerStep)]
        need(fits, "contract %d: what follows goes on from no state of it" % (j + 1))
        left = min(fits) if c.end in IN_DOUBT else max(fits)
        for step in range(left if c.tiles() else 0):
            k = step // c.offer.window
            number = c.offer.startIteration + step * c.offer.iterationsPerStep
            tiles[number] = c.roots[k][step - k * c.offer.window + 1]
        wrong = [check.step for check in c.checks if not check.right and check.computed is not None]
        need(not wrong or left <= min(wrong), "contract %d: what follows builds on a wrong step" % (j + 1))
        for name in ("program", "parameters", "dataRoots"):
            need(getattr(c.offer, name) == getattr(contracts[0].offer, name), "the contracts are not one job")
    need(len({c.offer.seedAnchor for c in contracts}) == len(contracts), "a seed chain was used twice")
    return tiles


def verify(path):
    """Figures of what is good; raises Wrong."""
    folder = path if os.path.isdir(path) else None
    with open(os.path.join(path, "evidence.cbor") if folder else path, "rb") as file:
        evidence = Signed(file.read(), "evidence")
    need(evidence.contracts, "no contract")
    contracts = [Contract(raw, evidence.signer, evidence.hub) for raw in evidence.contracts]
    sums = {"tickets": {}, "credits": {}}
    for c in contracts:
        c.verify()
        for group, values in (("tickets", c.figures), ("credits", c.credits)):
            for name, value in values.items():
                sums[group][name] = sums[group].get(name, 0) + value
    tiles = verify_job(contracts, evidence.finalRoot)
    if folder:
        verify_files(folder, evidence, sums, contracts[0].offer, tiles)
    return {"contracts": [{"contract": c.id.hex(), "outcome": c.end} for c in contracts], **sums}


def self_test():
    for seed_key, message, signature in (
            ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
             "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
             "d25bf5f0595bbe24655141438e7a100b"),
            ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
             "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
             "387b2eaeb4302aeeb00d291612bb0c00")):
        key, text, sign = bytes.fromhex(seed_key), bytes.fromhex(message), bytes.fromhex(signature)
        need(verified(key, text, sign), "RFC 8032: a good signature is refused")
        need(not verified(key, text + b"x", sign), "RFC 8032: a signature of something else is taken")
        need(not verified(key, text, sign[:40] + bytes([sign[40] ^ 1]) + sign[41:]), "RFC 8032: a bad one is taken")
    # RFC 6962 as Certificate Transparency's reference trees have it: two leaves, the empty one and 00.
    pair = [leaf_hash(b""), leaf_hash(b"\0")]
    need(tree(pair).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "RFC 6962: a root")
    need(path_leads(pair[1], 1, 2, [pair[0]], tree(pair)), "RFC 6962: a path")
    print("The script's own arithmetic is right.")


def main(arguments):
    as_json = "--json" in arguments
    paths = [a for a in arguments if not a.startswith("--")]
    if "--self-test" in arguments:
        self_test()
        return 0
    if not paths:
        sys.exit("Usage: verify_rental.py [--json] FILE|DIR... | --self-test")
    status = 0
    for path in paths:
        try:
            figures = verify(path)
            print(json.dumps(figures) if as_json else "%s: good: %s" % (path, json.dumps(figures)))
        except Wrong as wrong:
            print("%s: wrong: %s" % (path, wrong))
            status = 1
        except (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError, OSError) as odd:
            print("%s: wrong: a part is missing or of a wrong kind (%s: %s)" % (path, type(odd).__name__, odd))
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
