"""The loss and its written-down gradient against a plain one that torch differentiates. Needs torch."""

from typing import Any

import pytest

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def torch() -> Any:
    return pytest.importorskip("torch")


def plain_loss(torch: Any, scores_TK: Any, follow_KK: Any, tags_T: Any) -> Any:
    """One layer of one article, step by step."""
    alpha_K = scores_TK[0]
    gold = scores_TK[0, tags_T[0]]
    for step in range(1, len(scores_TK)):
        alpha_K = torch.logsumexp(alpha_K[:, None] + follow_KK, dim=0) + scores_TK[step]
        gold = gold + follow_KK[tags_T[step - 1], tags_T[step]] + scores_TK[step, tags_T[step]]
    return torch.logsumexp(alpha_K, dim=0) - gold


@pytest.mark.parametrize("lengths", [[7], [5, 1, 7]])
def test_loss_and_gradients_are_those_of_the_plain_way(torch: Any, lengths: list[int]) -> None:
    from training.crf import crf_loss

    torch.manual_seed(len(lengths))
    steps, layers, tags = max(lengths), 2, 4
    scores = torch.randn(len(lengths), steps, layers, tags, requires_grad=True)
    follow = torch.randn(layers, tags, tags)
    follow[:, 0, 2] = -1e4
    follow.requires_grad_()
    gold = torch.randint(3, 4, (len(lengths), steps, layers))
    loss = crf_loss(scores, follow, gold, torch.tensor(lengths))
    plain = sum(
        plain_loss(torch, scores[row, :length, layer], follow[layer], gold[row, :length, layer])
        for row, length in enumerate(lengths)
        for layer in range(layers)
    )
    assert loss.item() == pytest.approx(plain.item(), rel=1e-5)
    ours, theirs = (torch.autograd.grad(value, [scores, follow]) for value in (loss, plain))
    for mine, other in zip(ours, theirs, strict=True):
        assert torch.allclose(mine, other, atol=1e-4)
