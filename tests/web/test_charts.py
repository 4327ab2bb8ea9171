from wortlaut.web.charts import Bar, Mark, stacked


def bar(label: str, *numbers: int) -> Bar:
    return Bar(label, tuple(Mark("act", f"{label}: {number}", number, f"/?{label}") for number in numbers))


def test_marks_stand_on_each_other_and_share_the_height() -> None:
    chart = stacked([bar("a", 3, 1), bar("b", 2)])
    assert chart is not None
    placed = [(each.mark.label, each.y, each.height) for each in chart.marks]
    assert placed == [("a: 3", 30.0, 90.0), ("a: 1", 0.0, 30.0), ("b: 2", 60.0, 60.0)]
    assert (chart.most, [tick.label for tick in chart.ticks]) == (4, ["a", "b"])


def test_single_statement_is_seen_beside_thousands() -> None:
    chart = stacked([bar("a", 10_000), bar("b", 1)])
    assert chart is not None
    assert chart.marks[1].height == 1.5


def test_empty_bars_keep_their_room() -> None:
    chart = stacked([bar("a", 1), bar("b"), bar("c", 1)])
    assert chart is not None
    assert [each.x for each in chart.marks] == [0.0, 640.0]


def test_some_of_many_labels_are_shown() -> None:
    chart = stacked([bar(str(number), 1) for number in range(20)], labels=5)
    assert chart is not None
    assert [tick.label for tick in chart.ticks] == ["0", "4", "8", "12", "16"]


def test_nothing_is_no_picture() -> None:
    assert stacked([]) is None
    assert stacked([bar("a"), bar("b")]) is None
