# SPDX-License-Identifier: Apache-2.0
"""Of verify_rental.py: checks that somebody was hired for. Who was drawn, and what two signed that agree."""
from arithmetic import H, first64, need


def drawn(word):
    """The peer whose lot the draw hits."""
    peers = [peer for peer, _ in word.checkers]
    need(peers == sorted(set(peers)) and all(lots > 0 for _, lots in word.checkers), "a list of checkers out of order")
    lot = first64(H("checker", word.hubSeed, word.contract, word.step)) % sum(lots for _, lots in word.checkers)
    for peer, lots in word.checkers:
        if lot < lots:
            return peer
        lot -= lots
    return None


def answers(contract, word, signed):
    """What checker and provider said, None where one said nothing; signed by them, about this step, under one salt."""
    out = []
    for envelope, name, signer in ((word.checkerAnswer, "check-answer", word.checker),
                                   (word.providerAnswer, "salted-root", contract.offer.provider)):
        said = signed(envelope, name, signer, contract.id) if envelope else None
        need(said is None or said.step == word.step, "an answer about another step")
        out.append(said)
    need(None in out or out[0].salt == out[1].salt, "answers under two salts")
    return out


def verify(contract, signed):
    """Every word about who was hired; `signed` opens an envelope."""
    for word in contract.hired:
        need(any(value == word.hubSeed for _, value, _ in contract.reveals), "hired by an h that was not shown")
        need(drawn(word) == word.checker, "step %d: another checker than was drawn" % word.step)
        need(word.checker not in (contract.renter, contract.offer.provider), "a party checks itself")
        checker, provider = answers(contract, word, signed)
        need(word.outcome in ("agreed", "right", "wrong", "silent", "none"), "a checker's end of no known kind")
        need((word.outcome in ("agreed", "right", "wrong")) <= (checker is not None), "judged without an answer")
        if word.outcome == "agreed":
            need(provider is not None and checker.salted == provider.salted and
                 checker.plain == contract.root_after(word.step), "answers that do not agree")


def made(contract, check):
    """Whether a result that names no engine of the hub's own stands on two answers."""
    return check.right and any(w.at == check.at - 1 and w.step == check.step and w.outcome == "agreed"
                               for w in contract.hired)
