"""The loss of a linear-chain conditional random field (Lafferty et al. 2001), with its gradient written down.

Forward-backward in rescaled probabilities instead of a graph of some ten small steps a token: three times as fast.

Axes: T tokens, L layers of tags, B articles, K tags.
"""

from typing import Any

import numpy as np
import torch
from torch import Tensor

__all__ = ["crf_loss"]


def crf_loss(scores_BTLK: Tensor, transitions_LKK: Tensor, tags_BTL: Tensor, length_B: Tensor) -> Tensor:
    """The summed negative log-likelihood of the tags of all layers."""
    steps = scores_BTLK.shape[1]
    valid_BT1 = (torch.arange(steps, device=length_B.device)[None] < length_B[:, None])[:, :, None]
    gold = (scores_BTLK.gather(3, tags_BTL[..., None]).squeeze(3) * valid_BT1).sum()
    layer_L = torch.arange(transitions_LKK.shape[0], device=length_B.device)
    follows_BTL = transitions_LKK[layer_L, tags_BTL[:, :-1], tags_BTL[:, 1:]]
    gold = gold + (follows_BTL * valid_BT1[:, 1:]).sum()
    everything: Tensor = _LogPartition.apply(scores_BTLK, transitions_LKK, length_B)
    return everything - gold


class _LogPartition(torch.autograd.Function):
    """The summed logarithm of the partition functions; its gradient is how often each tag and step is expected."""

    @staticmethod
    def forward(ctx: Any, scores_BTLK: Tensor, transitions_LKK: Tensor, length_B: Tensor) -> Tensor:
        scores_TLBK = np.ascontiguousarray(scores_BTLK.detach().cpu().numpy().transpose(1, 2, 0, 3))
        follow_LKK = np.exp(transitions_LKK.detach().cpu().numpy())
        length_B_ = length_B.cpu().numpy()
        steps = len(scores_TLBK)
        highest_TLB1 = scores_TLBK.max(axis=3, keepdims=True)
        emit_TLBK = np.exp(scores_TLBK - highest_TLB1)
        ahead_TLBK = np.empty_like(emit_TLBK)
        scale_TLB1 = np.ones_like(highest_TLB1)
        value_LBK = emit_TLBK[0]
        shortest = int(length_B_.min())
        for step in range(steps):
            if step:
                value_LBK = np.matmul(ahead_TLBK[step - 1], follow_LKK) * emit_TLBK[step]
            scale_TLB1[step] = value_LBK.sum(axis=2, keepdims=True)
            ahead_TLBK[step] = value_LBK / scale_TLB1[step]
            if step >= shortest:
                ended_B = step >= length_B_
                ahead_TLBK[step][:, ended_B] = ahead_TLBK[step - 1][:, ended_B]
                scale_TLB1[step][:, ended_B] = 1.0
        valid_TB = np.arange(steps)[:, None] < length_B_[None]
        ctx.kept = (emit_TLBK, follow_LKK, ahead_TLBK, scale_TLB1, length_B_)
        ctx.dtype_device = scores_BTLK.device
        total = (np.log(scale_TLB1) + highest_TLB1)[..., 0] * valid_TB[:, None, :]
        return scores_BTLK.new_tensor(float(total.sum(dtype=np.float64)))

    @staticmethod
    def backward(ctx: Any, *grad: Tensor) -> tuple[Tensor, Tensor, None]:
        emit_TLBK, follow_LKK, ahead_TLBK, scale_TLB1, length_B = ctx.kept
        steps = len(emit_TLBK)
        turned_LKK = np.ascontiguousarray(follow_LKK.swapaxes(1, 2))
        weighed_TLBK = emit_TLBK / scale_TLB1
        back_TLBK = np.ones_like(emit_TLBK)
        shortest = int(length_B.min())
        for step in range(steps - 2, -1, -1):
            value_LBK = np.matmul(weighed_TLBK[step + 1] * back_TLBK[step + 1], turned_LKK)
            if step + 1 >= shortest:
                value_LBK = np.where((step + 1 < length_B)[None, :, None], value_LBK, 1.0)
            back_TLBK[step] = value_LBK
        valid_T1B1 = (np.arange(steps)[:, None] < length_B[None])[:, None, :, None]
        expected_TLBK = ahead_TLBK * back_TLBK * valid_T1B1
        after_TLBK = (weighed_TLBK * back_TLBK * valid_T1B1)[1:]
        steps_LKK = np.einsum("tlbi,tlbj->lij", ahead_TLBK[:-1], after_TLBK, optimize=True) * follow_LKK
        scores = torch.from_numpy(np.ascontiguousarray(expected_TLBK.transpose(2, 0, 1, 3))).to(ctx.dtype_device)
        return scores * grad[0], torch.from_numpy(steps_LKK).to(ctx.dtype_device) * grad[0], None
