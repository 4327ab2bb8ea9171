import subprocess
import sys

from wortlaut.language import analyse, lemmas, verb_forms
from wortlaut.types import Document, Span, TokenRange


def test_analyse_gives_the_text_with_tokens_and_sentences() -> None:
    assert analyse("Ja. Nein") == Document(
        "Ja. Nein", (Span(0, 2), Span(2, 3), Span(4, 8)), (TokenRange(0, 2), TokenRange(2, 3))
    )


def test_the_functions_stay_functions_when_they_were_called() -> None:
    document = analyse("Er komme.")
    verb_forms(document), lemmas(document)

    from wortlaut import language

    assert callable(language.lemmas)
    assert callable(language.verb_forms)


def test_importing_loads_neither_dictionary_nor_parameters() -> None:
    code = (
        "import sys; import wortlaut.language; from wortlaut.language.sentences import punkt;"
        "assert not {'simplemma', 'nltk', 'lzma', 'numpy'} & set(sys.modules);"
        "assert punkt.cache_info().currsize == 0"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_soft_hyphens_and_joiners_change_no_word_but_keep_their_places() -> None:
    text = "Die Minister\u00adinnen sagten, sie kä\u200bmen."
    document = analyse(text)
    assert [span.of(text) for span in document.tokens][1] == "Minister\u00adinnen"
    assert document.words()[1] == "Ministerinnen"
    assert lemmas(document)[1] == lemmas(analyse("Die Ministerinnen."))[1]
    assert [span.span.of(text) for span in verb_forms(document)] == ["kä\u200bmen"]
