// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/evidence.h"
#include "evidence/figures.h"

#include <filesystem>
#include <functional>

/// Verification of a job afterwards, by anybody, from what the renter kept. Needs no network, no clock and no key.
///
/// Who trusts whom: nobody. Each statement is held against its own signature and against what follows from the others;
/// the renter's signature over the whole only says whose collection it is.
namespace unchained::evidence {

/// One thing that is wrong: where it stands, and a sentence.
struct Finding {
    std::string where; ///< "contract 1 (9f3a01cc), window 3"
    Message what;
    [[nodiscard]] std::string text() const { return where + ": " + what.str(); }
    bool operator==(const Finding&) const = default;
};

/// Everything that evidence.cbor by itself can prove or disprove: signatures and signers, contract ids, the seed chain,
/// roots and commitments, secrets and draws, claims, batches, checks, payments, how one contract goes on with the next.
/// Empty where nothing is wrong. Pure; safe from any thread.
[[nodiscard]] std::vector<Finding> verifyEvidence(const SignedEvidence& evidence);

/// A state that must lie in blobs/: before step `step` of the contract.
struct KeptState {
    std::size_t contract = 0; ///< place in Evidence::contracts
    std::uint64_t step = 0;
    Hash256 root;
};
/// Y[0] of each contract and the states handed over at its boundaries, in order.
[[nodiscard]] std::vector<KeptState> keptStates(const Evidence& evidence);
/// The last state of the last contract that was handed over and lies before any step that a check found wrong: the
/// job's result, or where it may go on with another host. Nothing without a contract.
[[nodiscard]] std::optional<KeptState> lastSoundState(const Evidence& evidence);

/// The bytes of one step of parallel work, which lie in blobs/.
struct ResultTile {
    std::uint64_t first = 0; ///< the job's number of the first of its tiles
    Hash256 root;
};
/// All that the result is made of, in order; nothing of serial work.
[[nodiscard]] std::vector<ResultTile> resultTiles(const Evidence& evidence);
/// The file beside evidence.cbor that the job was rented for: model.safetensors, render.png.
[[nodiscard]] std::string resultNameOf(const Evidence& evidence);

/// How a contract ended, and what its record shows of it: "the host signed two different commitments for window 3".
struct Ending {
    contract::ContractId contract;
    PeerId provider;
    std::string outcome; ///< of Settled; empty where it never settled
    Message shown;
};
/// One for each contract that can be read. Whether the record is true is verifyEvidence()'s question.
[[nodiscard]] std::vector<Ending> endingsOf(const Evidence& evidence);

struct StepToRun {
    std::uint64_t step = 0; ///< within the contract
    Hash256 seed;           ///< a[i]
};
/// Recomputes consecutive steps of a contract from the state with root `from`, which lies in blobs/. Answers with the
/// root after each step; nothing in the place of one that came to a NaN, which is then the last. Its errors become
/// DirectoryReport::notRecomputed, but ProgramError::BadData and BadState: those are findings, as no host can have
/// computed from such a state.
using Recompute = std::function<Result<std::vector<std::optional<Hash256>>>(std::size_t contract, const Hash256& from,
                                                                            const std::vector<StepToRun>& steps)>;

struct VerifyOptions {
    bool all = false;        ///< recompute every step that led to the result
    std::uint64_t steps = 0; ///< else so many of them, each from the nearest kept state
    /// A number below `bound` (at least 1), evenly drawn; needed for `steps`.
    std::function<std::uint64_t(std::uint64_t bound)> random;
    /// Steps recomputed so far, of so many. May be empty.
    std::function<void(std::uint64_t done, std::uint64_t total)> progress;
};

struct DirectoryReport {
    std::vector<Finding> findings;
    Figures figures; ///< as the evidence gives them
    std::vector<Ending> endings;
    /// Why the steps asked for were not all run: of this machine and build, and nothing against the record. Then
    /// neither is the record found good.
    std::optional<Error> notRecomputed;
    bool tiles = false;           ///< parallel work: its steps are tiles
    std::uint64_t checked = 0;    ///< steps whose roots were compared
    std::uint64_t recomputed = 0; ///< steps run for it
};

/// A whole directory as `rent --out` writes it: evidence.cbor, model.safetensors or what the tiles make, report.json,
/// blobs/. Reads every byte
/// of it; a flipped one is found. Recomputation is asked for only where all else is in order.
[[nodiscard]] DirectoryReport verifyDirectory(const std::filesystem::path& directory, const VerifyOptions& options = {},
                                              const Recompute& recompute = nullptr);

} // namespace unchained::evidence
