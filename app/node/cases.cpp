// SPDX-License-Identifier: Apache-2.0
#include "node/case_talk.h"
#include "node/case_text.h"
#include "node/commands.h"

#include "gpu/host_tensor.h"
#include "identity/random.h"
#include "identity/sealed_box.h"
#include "protocol/signed.h"
#include "protocol/told_terms.h"

#include <algorithm>
#include <charconv>

/// Cases and messages: short conversations with the hub. Nothing is stored here: the hub's log holds them, signed.
namespace unchained::node {

using cbor::Array;
using cbor::Value;
using contract::CaseView;

Result<std::unique_ptr<CaseTalk>> CaseTalk::open(Context& context, const net::HubAddress& address) {
    const auto directory = context.read();
    if (!directory) return directory.error();
    // Without the lock, so that a host or a renter that runs under this key is not stopped.
    auto keys = context.keys(*directory, MissingKey::Refuse);
    if (!keys) return keys.error();
    std::unique_ptr<CaseTalk> out(new CaseTalk(std::move(keys->keys), address));
    if (auto ok = out->again(); !ok) return ok.error();
    return out;
}

Result<void> CaseTalk::again() {
    auto made = HubTalk::open(m_address, keys);
    if (!made) return made.error();
    talk = std::move(*made);
    const auto joined = talk->ask(Array{"join"});
    return joined ? Result<void>() : Result<void>(joined.error());
}

Result<std::vector<CaseView>> CaseTalk::all() const {
    const auto answer = talk->ask(Array{"cases"});
    if (!answer) return answer.error();
    std::vector<CaseView> out;
    const Array* list = answer->asArray();
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        auto view = contract::decodeCaseView((*list)[i]);
        if (!view) return view.error();
        out.push_back(std::move(*view));
    }
    return out;
}

Result<CaseView> CaseTalk::view(const contract::CaseId& id) const {
    const auto answer = talk->ask(Array{"case", id});
    if (!answer) return answer.error();
    return contract::decodeCaseView(*answer);
}

Result<CaseView> CaseTalk::named(const std::string& word) const {
    if (const auto id = idFromHex<Hash256>(word)) return view(*id);
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    const auto list = all();
    if (!list) return list.error();
    if (failure == std::errc() && end == word.data() + word.size())
        for (const CaseView& v : *list)
            if (v.number == number) return v;
    return makeError(NodeError::Usage, "CASE", Message("'%1' is no case of yours", word),
                     "give the number or the 64 hex digits that `case list` prints");
}

Result<TimeMs> CaseTalk::hubNow() const {
    const auto answer = talk->ask(Array{"terms"});
    if (!answer) return answer.error();
    const auto told = contract::readFields<protocol::ToldTerms>(*answer, "terms");
    if (!told) return told.error();
    return told->now;
}

Result<std::vector<HeardMessage>> CaseTalk::messages(const contract::ContractId& id) const {
    std::vector<HeardMessage> out;
    for (;;) {
        const auto answer = talk->ask(Array{"messages", id, out.empty() ? 0 : out.back().number});
        if (!answer) return answer.error();
        const Array* list = answer->asArray();
        if (!list || list->empty()) return out;
        for (const Value& item : *list) {
            const auto carried = contract::decodeCarriedMessage(item);
            if (!carried) return carried.error();
            HeardMessage heard{carried->number, carried->from, carried->to, carried->time, "", {}};
            const PeerId& other = carried->from == keys.peer() ? carried->to : carried->from;
            if (const auto inner = identity::openBox(keys, other, carried->sealed))
                if (const auto message = protocol::openSigned<contract::PartyMessage>(*inner);
                    message && message->signer == carried->from && message->value.contract == id) {
                    heard.text = message->value.text;
                    heard.envelope = *inner;
                }
            out.push_back(std::move(heard));
        }
    }
}

namespace {

std::optional<Amount> amountIn(Arguments& in, std::size_t at) {
    const Amount out = in.amountOperand(at);
    return in.failed() ? std::nullopt : std::optional(out);
}

/// The case as it is after what was just done.
int showCase(Context& context, const CaseTalk& talk, const contract::CaseId& id) {
    const auto view = talk.view(id);
    if (!view) return context.fail(view.error());
    return context.finish(toJson(*view), caseText(*view, talk.keys.peer()));
}

/// Signs, sends, and shows what came of it.
template <class T>
int sendAndShow(Context& context, const CaseTalk& talk, const char* command, const T& structure,
                const contract::CaseId& id) {
    const auto answer = talk.talk->ask(Array{command, protocol::sealed(talk.keys, structure)});
    return answer ? showCase(context, talk, id) : context.fail(answer.error());
}

} // namespace

int runCaseList(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto list = (*talk)->all();
    if (!list) return context.fail(list.error());
    Json document = Json::array();
    std::string text;
    for (const CaseView& view : *list) {
        document.push_back(toJson(view));
        text += caseLine(view) + "\n";
    }
    return context.finish(document, text.empty() ? "no cases: nobody disputes anything of yours" : text);
}

int runCaseShow(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto view = (*talk)->named(in.operands.at(0));
    if (!view) return context.fail(view.error());
    return context.finish(toJson(*view), caseText(*view, (*talk)->keys.peer()));
}

int runCaseOpen(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    contract::CaseOpening v;
    const auto id = in.hash("contract");
    const auto against = in.peer("against");
    v.asked = in.amount("ask").value_or(Amount{});
    v.text = in.text("text");
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    v.hub = (*talk)->talk->hub();
    v.id = identity::randomCommandId();
    v.contract = *id;
    v.kind = contract::kCaseOfConduct;
    v.against = *against;
    const auto answer =
        (*talk)->talk->ask(Array{"case-open", protocol::sealed((*talk)->keys, v), Bytes{}, Bytes{}, Hash256{}});
    if (!answer) return context.fail(answer.error());
    cbor::Reader fields(*answer, "answer", 2);
    const auto opened = fields.fixed<Hash256>();
    (void)fields.u64();
    if (auto ok = fields.finish(); !ok) return context.fail(ok.error());
    return showCase(context, **talk, opened);
}

int runCaseSettle(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto amount = amountIn(in, 1);
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto view = (*talk)->named(in.operands.at(0));
    if (!view) return context.fail(view.error());
    const auto now = (*talk)->hubNow();
    if (!now) return context.fail(now.error());
    const contract::Settlement v{(*talk)->talk->hub(), view->id, *amount,
                                 *now + contract::kSettlementLifeMs - kMsPerSecond * 60};
    return sendAndShow(context, **talk, "case-settle", v, view->id);
}

int runCaseAccept(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto view = (*talk)->named(in.operands.at(0));
    if (!view) return context.fail(view.error());
    for (const auto& offer : view->offers) {
        if (offer.by == (*talk)->keys.peer()) continue;
        const auto theirs = protocol::openSigned<contract::Settlement>(offer.envelope);
        // The hub shows it; what we sign is what the other has signed.
        if (!theirs || theirs->signer != offer.by || theirs->value.subject != view->id) continue;
        return sendAndShow(context, **talk, "case-settle", theirs->value, view->id);
    }
    return context.fail(makeError(NodeError::Usage, "CASE", "the other side has proposed nothing",
                                  "propose something yourself with `case settle`"));
}

int runCaseEvidence(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const std::string file = in.text("file"), statement = in.text("text");
    const bool message = in.flag("message");
    const std::uint64_t number = message ? in.integer("message", 1, UINT32_MAX, 1) : 0;
    contract::CaseEvidence v;
    v.title = in.text("title");
    if ((file.empty() ? 0 : 1) + (statement.empty() ? 0 : 1) + (message ? 1 : 0) != 1)
        in.fail("--text", "what is put in must be one thing", "give one of --text, --file and --message");
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto view = (*talk)->named(in.operands.at(0));
    if (!view) return context.fail(view.error());
    v.of = view->id;
    v.kind = file.empty() ? (message ? "signed" : "statement") : "file";
    if (!file.empty()) {
        auto bytes = gpu::readFile(file, contract::kEvidenceMax);
        if (!bytes) return context.fail(bytes.error());
        v.content = std::move(*bytes);
    } else if (message) {
        const auto heard = (*talk)->messages(view->contract);
        if (!heard) return context.fail(heard.error());
        for (const HeardMessage& m : *heard)
            if (m.number == number) v.content = m.envelope;
        if (v.content.empty())
            return context.fail(makeError(NodeError::Usage, "--message", Message("no message %1 can be read", number),
                                          "take a number that `messages` prints"));
    } else {
        v.content.assign(statement.begin(), statement.end());
    }
    return sendAndShow(context, **talk, "case-evidence", v, view->id);
}

int runCaseRule(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto amount = amountIn(in, 1);
    const std::string text = in.text("text");
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto view = (*talk)->named(in.operands.at(0));
    if (!view) return context.fail(view.error());
    const contract::Ruling v{(*talk)->talk->hub(), view->id, *amount, text};
    return sendAndShow(context, **talk, "case-rule", v, view->id);
}

// ---- messages

namespace {

Json messageJson(const HeardMessage& m, const PeerId& self) {
    return {{"number", m.number},
            {"from", toJson(m.from)},
            {"mine", m.from == self},
            {"time", m.time},
            {"text", m.envelope.empty() ? Json() : Json(m.text)}};
}

} // namespace

int runMessage(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto id = in.hash("contract");
    const auto to = in.peer("to");
    contract::PartyMessage v;
    v.text = in.operands.at(0);
    if (!isUtf8(asBytes(v.text)) || v.text.empty() || v.text.size() > contract::kMessageMax / 2)
        in.fail("TEXT", Message("must be 1 to %1 bytes of UTF-8", contract::kMessageMax / 2), "write a shorter one");
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto now = (*talk)->hubNow();
    if (!now) return context.fail(now.error());
    v.contract = *id;
    v.to = *to;
    v.time = *now;
    const auto sealedBox = identity::sealBox((*talk)->keys, *to, protocol::sealed((*talk)->keys, v),
                                             identity::randomFixed<identity::BoxNonce>());
    if (!sealedBox) return context.fail(sealedBox.error());
    const auto answer = (*talk)->talk->ask(Array{"message", *id, *to, *sealedBox});
    if (!answer) return context.fail(answer.error());
    cbor::Reader fields(*answer, "answer", 1);
    const std::uint64_t number = fields.u64();
    if (auto ok = fields.finish(); !ok) return context.fail(ok.error());
    return context.finish({{"contract", toJson(*id)}, {"to", toJson(*to)}, {"number", number}},
                          "message " + std::to_string(number) + " waits at the hub for " + shortHex(*to) +
                              ", sealed: only the two of you can read it");
}

int runMessages(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto id = in.hash("contract");
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto heard = (*talk)->messages(*id);
    if (!heard) return context.fail(heard.error());
    Json document = Json::array();
    std::string text;
    for (const HeardMessage& m : *heard) {
        document.push_back(messageJson(m, (*talk)->keys.peer()));
        text += std::to_string(m.number) + "  " + timeText(m.time) + "  " +
                (m.from == (*talk)->keys.peer() ? "you" : shortHex(m.from)) + ": " +
                (m.envelope.empty() ? "(cannot be read here)" : printable(m.text)) + "\n";
    }
    return context.finish(document, text.empty() ? "no messages" : text);
}

} // namespace unchained::node
