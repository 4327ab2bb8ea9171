"""Several readers' codings compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from wortlaut.agreement.coincidences import Coincidences, intervals
from wortlaut.agreement.labels import label_measures
from wortlaut.agreement.records import Alpha, Aspect, CodedArticle, Coding
from wortlaut.agreement.result import Agreement
from wortlaut.agreement.tally import Tally
from wortlaut.agreement.units import JointArticle, join
from wortlaut.errors import NotComparable

__all__ = ["compare"]

# Measured on gold and the shipped reader, 150 development articles of the quotation corpus: from seed to seed the ends
# of the intervals move by 0.01 at the most, those of the rare addressees by 0.013.
_RESAMPLES = 1000


def compare(codings: Sequence[Coding], *, resamples: int = _RESAMPLES, seed: int = 0) -> Agreement:
    """How far the readers agree about the articles that two or more of them coded.

    Raises `NotComparable` where fewer than two codings come in, two of one name, different texts under one article id,
    or a statement that reaches behind its text.
    """
    names = tuple(coding.name for coding in codings)
    _check_names(names)
    coders = Counter(article for coding in codings for article in coding.articles)
    joint = tuple(_joint(article, codings) for article, count in coders.items() if count > 1)
    tallies = {aspect: _tally(aspect, joint, len(codings)) for aspect in Aspect}
    typed = tallies[Aspect.QUOTE].coincidences()
    plain = {aspect: tally.coincidences() for aspect, tally in tallies.items()}
    plain[Aspect.QUOTE] = typed.marked_or_not()
    shared = tallies[Aspect.QUOTE].coincidences_of_marked()
    *alphas, quote_and_type, type_of_shared = _alphas([*plain.values(), typed, shared], resamples, seed)
    return Agreement(
        readers=names,
        articles=len(joint),
        left_out=len(coders) - len(joint),
        measures=tuple(tally.measure(names, value) for tally, value in zip(tallies.values(), alphas, strict=True)),
        quote_and_type=quote_and_type,
        type_of_shared=type_of_shared,
        compared=joint,
        labels=label_measures(joint, codings, resamples=resamples, seed=seed),
        codings=tuple(codings),
    )


def _check_names(names: Sequence[str]) -> None:
    if len(names) < 2:
        raise NotComparable("codings_too_few", count=len(names))
    for number, name in enumerate(names):
        if name in names[:number]:
            raise NotComparable("coding_twice", name=name)


def _joint(article: str, codings: Sequence[Coding]) -> JointArticle:
    coded = [coding.articles.get(article) for coding in codings]
    present = [(coding.name, each) for coding, each in zip(codings, coded, strict=True) if each is not None]
    first_name, first = present[0]
    for name, each in present:
        if each.text != first.text:
            raise NotComparable(
                "coding_texts_differ",
                article=article,
                first=first_name,
                second=name,
                place=_first_difference(first.text, each.text),
            )
        _check_places(article, name, each)
    statements = tuple(None if each is None else each.statements for each in coded)
    return JointArticle(article, len(first.text), statements, join(statements))


def _check_places(article: str, name: str, coded: CodedArticle) -> None:
    for statement in coded.statements:
        end = max(span.end for span in statement.spans())
        if end > len(coded.text):
            raise NotComparable(
                "coding_outside", article=article, name=name, statement=statement.id, end=end, length=len(coded.text)
            )


def _first_difference(first: str, second: str) -> int:
    pairs: Iterator[int] = (
        place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other
    )
    return next(pairs, min(len(first), len(second)))


def _tally(aspect: Aspect, articles: Iterable[JointArticle], readers: int) -> Tally:
    tally = Tally(aspect, readers)
    for article in articles:
        tally.add(article)
    return tally


def _alphas(measured: Sequence[Coincidences], resamples: int, seed: int) -> list[Alpha]:
    values = [each.alpha() for each in measured]
    ranges = intervals(measured, resamples=resamples, seed=seed)
    return [Alpha(value, None if value is None else interval) for value, interval in zip(values, ranges, strict=True)]
