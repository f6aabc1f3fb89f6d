// SPDX-License-Identifier: Apache-2.0
#include "node/exit_code.h"

#include "gpu/engine.h"
#include "identity/identity_error.h"
#include "net/net_error.h"
#include "storage/storage_error.h"

namespace unchained::node {

namespace {

constexpr std::uint32_t kRoom = 100;

ExitCode ofNet(net::NetError code) {
    using net::NetError;
    switch (code) {
    case NetError::BadAddress:
        return kUsage;
    case NetError::CannotListen:
    case NetError::CannotConnect:
    case NetError::DeadlinePassed:
    case NetError::Silent:
    case NetError::QueueFull:
    case NetError::TooManyCalls:
    case NetError::Closed:
    case NetError::NoHostFits:
        return kCannotStart;
    case NetError::NotMeasured:
        return kWrong;
    default:
        return kRefused;
    }
}

ExitCode ofIdentity(identity::IdentityError code) {
    using identity::IdentityError;
    switch (code) {
    case IdentityError::BadEnvelope:
    case IdentityError::BadKey:
    case IdentityError::BadSignature:
    case IdentityError::BadCertificate:
        return kRefused;
    case IdentityError::FileFailed:
        return kCannotStart;
    default:
        return kUsage;
    }
}

ExitCode ofNode(NodeError code) {
    switch (code) {
    case NodeError::Stopped:
        return kGood;
    case NodeError::Usage:
    case NodeError::BadPassphrase:
        return kUsage;
    case NodeError::BadBooks:
        return kWrong;
    case NodeError::BadAnswer:
        return kRefused;
    default:
        return kCannotStart;
    }
}

} // namespace

ExitCode exitCodeOf(const Error& error) {
    switch (error.code / kRoom * kRoom) {
    case 0:   // amounts
    case 100: // the codec, of a file
    case 200: // data files
    case 400: // job and terms files
    case 900: // a bond that does not deter
        return kUsage;
    case 300:
        return error.is(gpu::EngineError::UnknownEngine) || error.code < 350 ? kUsage : kCannotStart;
    case 500:
        return ofIdentity(static_cast<identity::IdentityError>(error.code));
    case 600: // rules of contract, lottery, ledger and protocol: a hub's or a host's refusal
    case 700:
    case 800:
    case 1000:
    case 1100:
        return kRefused;
    case 1300:
        return ofNet(static_cast<net::NetError>(error.code));
    case 1400:
        return error.is(storage::StorageError::AuditFailed) ? kWrong : kCannotStart;
    case 1600:
        return ofNode(static_cast<NodeError>(error.code));
    default:
        return kCannotStart;
    }
}

} // namespace unchained::node
