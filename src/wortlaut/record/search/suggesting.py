"""What goes on as somebody began to type: actors, outlets, words, saved searches, acts, each by how often it occurs.

All is compared folded, so that `mue` finds `Müller`. Of a name any word may begin so. Words are those of quotes; the
newest statements say which ones there are, for going through all beginnings of the index takes too long.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection, Select, func, or_, select, true

from wortlaut.record.cursors import Total
from wortlaut.record.keeping.actors import load_ledger
from wortlaut.record.search.finding import Finding
from wortlaut.record.search.folding import fold_name, fold_text
from wortlaut.record.search.indexing import spoken_words
from wortlaut.record.search.naming import shown_keys
from wortlaut.record.search.searching import index_keys
from wortlaut.record.search.selecting import all_sources, values
from wortlaut.record.tables.keys import day_keys
from wortlaut.record.tables.packing import unpack_spans
from wortlaut.record.tables.rows import ADDRESSEE, SPEAKER, AnyRow
from wortlaut.record.tables.schema import (
    actor,
    article_content,
    article_version,
    listed,
    mention,
    saved_hit,
    saved_search,
    statement,
    who,
    words,
)
from wortlaut.record.tables.sqlite import matches
from wortlaut.texts import TEXTS
from wortlaut.types import Act, StatementType

__all__ = ["Suggesting", "Suggestion", "SuggestionKind"]

# Names that begin so, of which the foremost actors are taken.
_NAMES = 200
# So many of the newest statements tell which words there are; of a word that they lack, so many that have it.
_GLANCED, _RARE = 600, 200
# Shorter beginnings are not looked for in the whole index: they begin very many words.
_SHORTEST = 3
_COUNTED = 5_000
# Words that are enough to choose from.
_FEW = 10


class SuggestionKind(StrEnum):
    """What is suggested."""

    SAVED = "saved"
    ACT = "act"
    ACTOR = "actor"
    SOURCE = "source"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to search for: what it is, as filters or the search take it, its name, and how often it occurs.

    That is in statements, of a source in articles, of a saved search in what it found when it was last looked at.
    `alias` is the name that begins so, where the actor is called otherwise.
    """

    kind: SuggestionKind
    value: str
    label: str
    number: Total
    alias: str | None = None


class Suggesting(Finding):
    """What people ask an open record while they type."""

    def suggestions(self, beginning: str, limit: int = 10) -> list[Suggestion]:
        """What goes on so: of each kind the most usual first, the kinds taking turns until there are enough.

        Actors stand in the order in which names are used, words in that of the newest statements.
        """
        folded = fold_text(beginning)
        if not folded:
            return []
        told = (_saved, _acts, _actors, _sources, _words)
        with self._reading() as connection:
            return _in_turns([each(connection, folded) for each in told], limit)


def _in_turns(kinds: Sequence[Iterator[Suggestion]], limit: int) -> list[Suggestion]:
    """So many of all kinds, which take turns; no more are made than are taken. Those of one kind stand together."""
    taken: list[list[Suggestion]] = [[] for _ in kinds]
    going = list(range(len(kinds)))
    left = limit
    while going and left > 0:
        for at in going[:left]:
            if (each := next(kinds[at], None)) is None:
                going.remove(at)
            else:
                taken[at].append(each)
                left -= 1
    return [each for kind in taken for each in kind]


def _begins(folded: str, beginning: str) -> bool:
    """Whether a word of the folded name begins so, and goes on as was typed."""
    return f" {folded}".find(f" {beginning}") >= 0


def _saved(connection: Connection, beginning: str) -> Iterator[Suggestion]:
    found = select(func.count()).where(saved_hit.c.search_key == saved_search.c.key).scalar_subquery()
    rows = connection.execute(select(saved_search.c.name, found.label("found")))
    for row in sorted(rows, key=lambda row: (-row.found, row.name)):
        if _begins(fold_text(row.name), beginning):
            yield Suggestion(SuggestionKind.SAVED, row.name, row.name, Total(row.found))


def _acts(connection: Connection, beginning: str) -> Iterator[Suggestion]:
    """Acts by what they are called in German and English; the name that begins so is the label."""
    found = []
    for act in Act:
        told = TEXTS[f"act.{act}"]
        label = next((name for name in (told.de, told.en, str(act)) if _begins(fold_text(name), beginning)), None)
        if label is not None:
            types = list(map(str, StatementType))  # the index begins with them
            of_act = select(listed.c.key).where(listed.c.type.in_(types), listed.c.act == str(act))
            found.append(Suggestion(SuggestionKind.ACT, str(act), label, _total(connection, of_act)))
    yield from sorted(found, key=lambda each: -each.number.number)


def _actors(connection: Connection, beginning: str) -> Iterator[Suggestion]:
    """Actors by the names that articles or people have for them."""
    named = or_(
        (mention.c.folded >= beginning) & (mention.c.folded < f"{beginning}\U0010ffff"),
        func.instr(mention.c.folded, f" {beginning}") > 0,
    )
    often = select(func.count()).where(who.c.name_key == mention.c.key).scalar_subquery().label("often")
    begun = select(mention.c.key, mention.c.folded, often).where(named).order_by(often.desc()).limit(_NAMES)
    names = {row.key: row.folded for row in connection.execute(begun) if row.often}
    led = select(who.c.actor_key).where(who.c.name_key == mention.c.key, who.c.actor_key.is_not(None))
    key = led.limit(1).scalar_subquery().label("key")
    leads = select(mention.c.folded, key).where(mention.c.key.in_(values(list(names))))
    aliases: dict[int, str] = {}
    order = list(names.values())
    for row in sorted(connection.execute(leads), key=lambda row: order.index(row.folded)):
        if row.key is not None:
            aliases.setdefault(row.key, row.folded)
    aliases |= {key: name for key, name in _given(connection, beginning) if key not in aliases}
    yield from _counted(connection, aliases, beginning)


def _given(connection: Connection, beginning: str) -> Iterator[tuple[int, str]]:
    """The keys of actors with a name that begins so, which people or a list gave them."""
    ledger = load_ledger(connection)
    given = [(ledger.merged_into(each), name) for name, each in ledger.aliases.items()]
    ids = {each: name for each, name in given if each is not None and _begins(name, beginning)}
    by_id = or_(actor.c.id.in_(values(list({*ids, *ledger.called}))), actor.c.wikidata.is_not(None))
    for row in connection.execute(select(actor.c.key, actor.c.id, actor.c.name).where(by_id)):
        if row.id in ids:
            yield row.key, ids[row.id]
        elif _begins(fold_name(row.name), beginning):
            yield row.key, fold_name(row.name)


def _counted(connection: Connection, aliases: dict[int, str], beginning: str) -> Iterator[Suggestion]:
    """The actors of the keys in their order; one that nothing shown speaks of is left out."""
    query = select(actor.c.key, actor.c.id, actor.c.name).where(actor.c.key.in_(values(list(aliases))))
    rows = {row.key: row for row in connection.execute(query)}
    for key, name in aliases.items():
        spoken, addressed = (_total(connection, shown_keys(key, role)) for role in (SPEAKER, ADDRESSEE))
        if spoken.number or addressed.number:
            alias = None if _begins(fold_name(rows[key].name), beginning) else name
            yield Suggestion(SuggestionKind.ACTOR, rows[key].id, rows[key].name, spoken, alias)


def _sources(connection: Connection, beginning: str) -> Iterator[Suggestion]:
    """Outlets by their names."""
    begun = [name for name in all_sources(connection) if _begins(name, beginning)]
    folded, is_current = article_version.c.source_folded, article_version.c.is_current == true()
    number = func.count().label("number")
    query = select(folded, number).where(is_current, folded.in_(values(begun))).group_by(folded)
    for row in connection.execute(query.order_by(number.desc(), folded)):
        name = select(article_version.c.source).where(is_current, folded == row.source_folded).limit(1)
        label = connection.execute(name).scalar_one()
        yield Suggestion(SuggestionKind.SOURCE, label, label, Total(row.number))


@dataclass(slots=True)
class _Lemma:
    """A lemma with the forms of it that begin as was typed, and a statement that has each."""

    forms: Counter[str] = field(default_factory=Counter)
    places: dict[str, int] = field(default_factory=dict)

    def best(self, lemma: str) -> str:
        """The form that stands for all: the lemma itself where it is there, else the most usual one."""
        return lemma if lemma in self.forms else min(self.forms, key=lambda form: (-self.forms[form], form))


def _words(connection: Connection, typed: str) -> Iterator[Suggestion]:
    """Words of quotes, their forms together, as one of them is written in a text."""
    beginning = typed.rsplit(maxsplit=1)[-1]
    read = select(words.c.rowid, words.c.quote, words.c.quote_lemmas).where(words.c.hidden == "")
    found: dict[str, _Lemma] = {}
    _gather(connection.execute(read.order_by(words.c.rowid.desc()).limit(_GLANCED)), beginning, found)
    if len(found) < _FEW and len(beginning) >= _SHORTEST:
        expression = f'{{quote}} : "{beginning}" * NOT hidden : "1"'
        keys = index_keys(connection, expression, day_keys(None, None), _RARE)
        _gather(connection.execute(read.where(words.c.rowid.in_(keys))), beginning, found)
    for lemma in sorted(found, key=lambda lemma: (-found[lemma].forms.total(), lemma)):
        form = found[lemma].best(lemma)
        label = _written(connection, form, found[lemma].places[form])
        either = " OR ".join(f'"{each}"' for each in dict.fromkeys((lemma, form)))
        having = select(words.c.rowid).where(matches(f'{{quote quote_lemmas}} : ({either}) NOT hidden : "1"'))
        if label is not None:
            yield Suggestion(SuggestionKind.WORD, label, label, _total(connection, having))


def _gather(rows: Iterable[AnyRow], beginning: str, found: dict[str, _Lemma]) -> None:
    """Nothing; the words that begin so are put to those found."""
    for key, quote, quote_lemmas in rows:
        if f" {beginning}" not in f" {quote}":
            continue
        surface, lemmas = quote.split(" "), quote_lemmas.split(" ")
        for form, lemma in set(zip(surface, lemmas if len(lemmas) == len(surface) else surface, strict=True)):
            if form.startswith(beginning):
                each = found.setdefault(lemma, _Lemma())
                each.forms[form] += 1
                each.places.setdefault(form, key)


def _written(connection: Connection, form: str, key: int) -> str | None:
    """How a folded word is written in the statement of that key."""
    query = select(statement.c.quote, article_content.c.text).join(
        article_content, article_content.c.version_key == statement.c.version_key
    )
    quote, text = connection.execute(query.where(statement.c.key == key)).one()
    spoken = spoken_words(text, unpack_spans(quote))
    return next((text[word.start : word.end] for word in spoken if word.folded == form), None)


def _total(connection: Connection, hits: Select[tuple[int]]) -> Total:
    """How many there are, exact up to a bound."""
    counted = select(func.count()).select_from(hits.limit(_COUNTED + 1).subquery())
    number = connection.execute(counted).scalar_one()
    return Total(min(number, _COUNTED), number > _COUNTED)
