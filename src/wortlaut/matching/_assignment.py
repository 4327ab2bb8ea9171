"""The one-to-one choice of pairs with the greatest sum of weights.

Own code, as the ready one takes 0.2 s to import (scipy) and a pair of readings asks for a 3 × 3 problem at the most:
the edges are cut into components first, and most of them are a single edge.
"""

from collections.abc import Iterator, Mapping, Sequence

__all__ = ["assign"]

Edge = tuple[int, int]

# Rows or columns of a component above which the heaviest edge is taken first instead of the best sum: 4 ms at the
# most. Readings of the quotation corpus have components of 5 at the most.
_EXACT = 50


def assign(weights: Mapping[Edge, float]) -> list[Edge]:
    """The edges chosen, in order; no row and no column twice. Weights are positive; what has no weight is no edge."""
    chosen: list[Edge] = []
    for component in _components(weights):
        if len(component) == 1:
            chosen += component
        else:
            chosen += _best(component, weights)
    return sorted(chosen)


def _components(weights: Mapping[Edge, float]) -> Iterator[list[Edge]]:
    """The edges, cut into groups that share no row and no column."""
    of_row: dict[int, list[Edge]] = {}
    of_column: dict[int, list[Edge]] = {}
    for edge in weights:
        of_row.setdefault(edge[0], []).append(edge)
        of_column.setdefault(edge[1], []).append(edge)
    rows_left = set(of_row)
    for first in of_row:
        if first not in rows_left:
            continue
        rows_left.discard(first)
        rows, columns, edges = [first], set[int](), list[Edge]()
        for row in rows:  # grows while it is walked
            edges += of_row[row]
            for column in {column for _, column in of_row[row]} - columns:
                columns.add(column)
                reached = {row for row, _ in of_column[column]} & rows_left
                rows += sorted(reached)
                rows_left -= reached
        yield edges


def _best(edges: Sequence[Edge], weights: Mapping[Edge, float]) -> list[Edge]:
    rows, columns = sorted({row for row, _ in edges}), sorted({column for _, column in edges})
    if max(len(rows), len(columns)) > _EXACT:
        return _heaviest_first(edges, weights)
    if len(rows) > len(columns):
        turned = {(column, row): weights[row, column] for row, column in edges}
        return [(row, column) for column, row in _hungarian(columns, rows, turned)]
    return _hungarian(rows, columns, weights)


def _heaviest_first(edges: Sequence[Edge], weights: Mapping[Edge, float]) -> list[Edge]:
    taken_rows, taken_columns, chosen = set[int](), set[int](), list[Edge]()
    for row, column in sorted(edges, key=lambda edge: (-weights[edge], edge)):
        if row not in taken_rows and column not in taken_columns:
            taken_rows.add(row)
            taken_columns.add(column)
            chosen.append((row, column))
    return chosen


def _hungarian(rows: Sequence[int], columns: Sequence[int], weights: Mapping[Edge, float]) -> list[Edge]:
    """The best sum by shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987); not more rows than columns.

    A pair without an edge weighs 0, so that a row may stay alone.
    """
    cost = [[-weights.get((row, column), 0.0) for column in columns] for row in rows]
    row_price, column_price = [0.0] * len(rows), [0.0] * (len(columns) + 1)
    row_of: list[int] = [-1] * (len(columns) + 1)  # the last column stands for the row that is being placed
    outside = len(columns)
    for start in range(len(rows)):
        row_of[outside], column = start, outside
        distance, way, done = [float("inf")] * len(columns), [outside] * len(columns), [False] * (len(columns) + 1)
        while row_of[column] >= 0:
            done[column], row = True, row_of[column]
            for other in range(len(columns)):
                step = cost[row][other] - row_price[row] - column_price[other]
                if not done[other] and step < distance[other]:
                    distance[other], way[other] = step, column
            nearest = min((other for other in range(len(columns)) if not done[other]), key=distance.__getitem__)
            passed = distance[nearest]
            for other in range(len(columns) + 1):
                if done[other]:
                    row_price[row_of[other]] += passed
                    column_price[other] -= passed
                elif other < outside:
                    distance[other] -= passed
            column = nearest
        while column != outside:
            row_of[column] = row_of[way[column]]
            column = way[column]
    pairs = ((rows[row_of[index]], columns[index]) for index in range(len(columns)) if row_of[index] >= 0)
    return [(row, column) for row, column in pairs if (row, column) in weights]
