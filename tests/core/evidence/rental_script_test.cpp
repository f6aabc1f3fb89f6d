// SPDX-License-Identifier: Apache-2.0
#include "directory.h"
#include "forgery.h"

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

namespace {

const std::string kScript = std::string(SOURCE_DIR) + "/tests/e2e/verify_rental.py";

bool pythonIsHere() {
    static const bool here = std::system("python3 -c 'import sys' >/dev/null 2>&1") == 0;
    return here;
}

/// What the script prints of these files, a line each.
std::vector<std::string> run(const fs::path& folder, const std::string& arguments) {
    const fs::path out = folder.string() + ".out";
    const std::string command = "cd '" + folder.string() + "' && PYTHONDONTWRITEBYTECODE=1 python3 '" + kScript + "' " +
                                arguments + " >'" + out.string() + "' 2>&1";
    const int status = std::system(command.c_str());
    std::ifstream in(out);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    fs::remove(out);
    CHECK_FALSE(lines.empty());
    bool wrong = false;
    for (const std::string& line : lines)
        wrong = wrong || line.find(": wrong: ") != std::string::npos;
    CHECK((status != 0) == wrong);
    return lines;
}

/// Files 0, 1, … in a folder of their own.
struct Files {
    Directory d;
    std::string names;
    std::size_t count = 0;
    void add(const Bytes& file) {
        writeAll(d.path / std::to_string(count), file);
        names += " " + std::to_string(count++);
    }
};

} // namespace

TEST_CASE("the script's own arithmetic holds against published vectors" * doctest::skip(!pythonIsHere())) {
    Directory d;
    CHECK(run(d.path, "--self-test") == std::vector<std::string>{"The script's own arithmetic is right."});
}

TEST_CASE("the script finds nothing wrong in any kind of rental, and the same figures" *
          doctest::skip(!pythonIsHere())) {
    Files files;
    std::vector<Evidence> all;
    for (const auto& [kind, evidence] : allKinds({}))
        all.push_back(evidence);
    for (const auto& [kind, evidence] : allKinds(small()))
        all.push_back(evidence);
    all.push_back(movedJob({}));
    for (const Evidence& evidence : all)
        files.add(sealEvidence(keysOf(2), evidence));
    const auto lines = run(files.d.path, files.names);
    REQUIRE(lines.size() == all.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Figures f = figuresOf(all[i]);
        const auto number = [](auto value) { return std::to_string(value); };
        const std::string tickets = "\"tickets\": {\"issued\": " + number(f.issued) + ", \"won\": " + number(f.won) +
                                    ", \"claimed\": " + number(f.claimed) + ", \"paid\": " + number(f.paidTickets) +
                                    "}";
        const std::string credits = "\"credits\": {\"escrowed\": " + number(f.escrowed) +
                                    ", \"paid\": " + number(f.paid) + ", \"returned\": " + number(f.returned) +
                                    ", \"fees\": " + number(f.fees) + "}";
        CHECK_MESSAGE(lines[i].find(": good: ") != std::string::npos, lines[i]);
        CHECK_MESSAGE(lines[i].find(tickets) != std::string::npos, lines[i]);
        CHECK_MESSAGE(lines[i].find(credits) != std::string::npos, lines[i]);
    }
}

TEST_CASE("the script finds forgeries by itself" * doctest::skip(!pythonIsHere())) {
    Rental w({});
    w.begin();
    w.run();
    const auto payload = cbor::decode(contract::encodeStructure(evidenceOf(w)));
    const auto paths = fieldsOf(*payload);
    Files files;
    for (std::size_t i = 0; i < paths.size(); i += paths.size() / 40)
        files.add(identity::seal(renterKeys(),
                                 cbor::encode(altered(*payload, paths[i], 0, static_cast<unsigned>(i), Resign::All))));
    const auto lines = run(files.d.path, files.names);
    CHECK(lines.size() == files.count);
    for (const std::string& line : lines)
        CHECK_MESSAGE(line.find(": wrong: ") != std::string::npos, line);
}

TEST_CASE("the script verifies a directory with its files" * doctest::skip(!pythonIsHere())) {
    Directory d;
    Rental w(small());
    d.rent(w);
    CHECK(run(d.path, ".")[0].find(".: good: ") == 0);
    Bytes model = readAll(d.path / "model.safetensors");
    model.back() ^= 1;
    writeAll(d.path / "model.safetensors", model);
    CHECK(run(d.path, ".")[0] == ".: wrong: model.safetensors is another file");
    d.seal();
    CHECK(run(d.path, ".")[0] == ".: wrong: the model's tensors do not have the final root");
}
