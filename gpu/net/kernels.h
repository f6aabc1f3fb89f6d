// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/activation_steps.h"
#include "net/attention_steps.h"
#include "net/batchnorm_steps.h"
#include "net/data_steps.h"
#include "net/dropout_steps.h"
#include "net/embedding_steps.h"
#include "net/image_steps.h"
#include "net/loss_steps.h"
#include "net/norm_steps.h"
#include "net/optimiser_steps.h"

#include <type_traits>

/// All steps of layers, losses and optimisers by number. A step is a struct of plain values, pointers first, then
/// counts, then numbers, whose call operator does the work of one index, or of one row as a team (net/team.h). It is
/// called from a loop on a processor and from a kernel on a card: a step that is not in this list does not compile.
namespace unchained::gpu {

template <class... Steps>
struct StepList {
    static constexpr std::size_t kCount = sizeof...(Steps);

    template <class Step>
    static constexpr bool kHas = (std::is_same_v<Step, Steps> || ...);
    template <class Step>
    [[nodiscard]] static constexpr std::size_t numberOf() {
        static_assert(kHas<Step>); // else name the step in the list of its kernels
        std::size_t number = 0;
        static_cast<void>(((std::is_same_v<Step, Steps> || (++number, false)) || ...));
        return number;
    }
    template <class... More>
    using With = StepList<Steps..., More...>;
};

using LayerSteps =
    StepList<steps::Activation<steps::Gelu>, steps::ActivationGradient<steps::Gelu>, steps::Activation<steps::Silu>,
             steps::ActivationGradient<steps::Silu>, steps::Activation<steps::Tanh>,
             steps::ActivationGradient<steps::Tanh>, steps::Relu, steps::ReluGradient, steps::TakeRow, steps::Add,
             steps::PartMost, steps::Softmax, steps::SoftmaxGradient, steps::CrossEntropy, steps::Mse, steps::Sgd,
             steps::Adam, steps::PartSquares, steps::ClipFactor, steps::Layernorm, steps::LayernormGradient,
             steps::Rmsnorm, steps::RmsnormGradient, steps::Embed, steps::EmbeddingSums, steps::EmbeddingFinish,
             steps::Attend, steps::AttendGradient, steps::TurnPairs, steps::Drop, steps::TransposeRow, steps::Maxpool,
             steps::PoolGradient, steps::Avgpool, steps::LayOut, steps::GatherWindows, steps::Batchnorm,
             steps::BatchnormApplied, steps::BatchnormGradient>;

/// Whether a step works by rows.
template <class Step>
inline constexpr bool kByRows = !std::is_invocable_v<const Step&, std::size_t>;

/// Calls a step for one index with a team. false: what it worked out is not finite, or not what it should be.
template <class Step, class Team>
[[nodiscard]] UNCHAINED_DEVICE inline bool callStep(const Step& step, std::size_t index, const Team& team) {
    if constexpr (kByRows<Step>) {
        if constexpr (std::is_void_v<std::invoke_result_t<const Step&, std::size_t, const Team&>>) {
            step(index, team);
            return true;
        } else {
            return step(index, team);
        }
    } else if constexpr (std::is_void_v<std::invoke_result_t<const Step&, std::size_t>>) {
        step(index);
        return true;
    } else {
        return step(index);
    }
}

} // namespace unchained::gpu
