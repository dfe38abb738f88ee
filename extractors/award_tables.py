"""Awards in tables of cells parted by "|": whom the other cells of a row, or the rows under a heading, name as receivers."""

from extractors.award_frames import Frame, Scene
from extractors.recipient_groups import Group, read_counted, read_group
from extractors.recipient_nouns import NOUNS
from extractors.records import Figure, RecipientKind
from extractors.tables import BAR, MAX_ROWS, Cell, cut_cells
from extractors.tokens import TokenKind, Tokens

_NONE = ("0", "00", "-", "–", "không")


def is_row(scene: Scene) -> bool:
    """Say whether a sentence is a row of a table."""
    return BAR in scene.tokens.words[scene.first : scene.stop]


def row_receivers(scene: Scene, frame: Frame) -> list[Group]:
    """Read who receives an award that stands in a cell, out of the row itself or the rows under it."""
    cells = cut_cells(scene.tokens, scene.first, scene.stop)
    own = next((n for n, (a, b) in enumerate(cells) if a <= frame.name.first < b), None)
    if own is None:
        return []
    heading = _heading(scene, len(cells))
    if heading is None and own > 0:
        listed = _column(scene, len(cells), own)
        if listed:
            return listed
    found: list[Group] = []
    for number, cell in enumerate(cells):
        if number != own:
            label = heading[number] if heading is not None else None
            found.extend(_cell_groups(scene, cell, label))
    counted = [group for group in found if group.numbered]
    # Beside a person the other cell tells where he works.
    people = [group for group in found if group.kind == RecipientKind.INDIVIDUAL]
    return counted or people[:1] or found[-1:]


def _cell_groups(scene: Scene, cell: Cell, label: Cell | None) -> list[Group]:
    """Read "21 tập thể", a number under "Tập thể", or a name in a cell."""
    tokens, (first, stop) = scene.tokens, cell
    figure = scene.figures.get(first)
    if figure is not None:
        groups = read_counted(tokens, first, figure, stop)
        return groups or _by_label(tokens, first, figure, label)
    group = read_group(tokens, first, stop) if first < stop else None
    named = group is not None and group.name is not None
    return [group] if group is not None and named else []


def _by_label(
    tokens: Tokens, at: int, figure: tuple[int, Figure], label: Cell | None
) -> list[Group]:
    """Count those whom the heading of the column names."""
    noun = NOUNS.read(tokens.norms, *label) if label is not None and label[0] < label[1] else None
    if noun is None or tokens.norms[at] in _NONE:
        return []
    return [Group(at, figure[0], noun[1], figure[1].value, numbered=True)]


def _heading(scene: Scene, width: int) -> list[Cell] | None:
    """Give the cells of the first row of a table, for a row below it."""
    document, found = scene.document, None
    for number in range(scene.number - 1, max(scene.number - MAX_ROWS, 0) - 1, -1):
        cells = cut_cells(document.tokens, *document.sentences[number])
        if len(cells) != width:
            break
        found = cells
    return found


def _column(scene: Scene, width: int, own: int) -> list[Group]:
    """Give those named in the first cells of the rows under a heading, whose number in its column is not nought."""
    document, tokens, found = scene.document, scene.tokens, list[Group]()
    for number in range(scene.number + 1, min(scene.number + MAX_ROWS, len(document.sentences))):
        cells = cut_cells(tokens, *document.sentences[number])
        if len(cells) != width:
            break
        (first, stop), (at, _) = cells[0], cells[own]
        counted = at < len(tokens) and tokens.kinds[at] == TokenKind.NUMBER
        if first < stop and counted and tokens.norms[at] not in _NONE:
            group = read_group(tokens, first, stop)
            if group is not None and group.name is not None:
                found.append(group)
    return found
