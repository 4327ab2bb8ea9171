import pytest

from wortlaut.meaning.linking.names import person_name


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Jurij Beispielow", "Yuri Beispielov"),
        ("Dmitrij Tschernow", "Dmitry Chernov"),
        ("Michail Charlamow", "Mikhail Kharlamov"),
        ("Juri Tschaika", "Yury Chaika"),
        ("Nikolai Chruschtschow", "Nikolay Khrushchev"),
        ("Wolodymyr Schewtschenko", "Volodymyr Shevchenko"),
        ("Juri Zwetkow", "Yury Tsvetkov"),
        ("Swetlana Alexejewa", "Svetlana Alekseyeva"),
        ("Ari Leschnikow", "Ari Leschnikoff"),
    ],
)
def test_romanisations_of_one_name_have_one_key(german: str, english: str) -> None:
    assert person_name(german).key == person_name(english).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Meier", "Peter Meyer"),
        ("Fritz Schäfer", "Fritz Schäffer"),
        ("Eva Voss", "Ewa Woss"),
        ("Georg Buch", "Georg Bush"),
        ("Serhij Musterow", "Sergej Musterow"),
        ("Wolodymyr Musterow", "Wladimir Musterow"),
        ("Sergej Tschernow", "Sergej Chernow"),
    ],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert person_name(one).key != person_name(other).key
