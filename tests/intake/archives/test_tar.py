"""TAR archives: every form, names, what is passed over, damage, and cut ends."""

import gzip
import io
import tarfile

import pytest

from tests.generated.archives import PACKERS, tar_of
from tests.intake.maps import in_short, taken

FILES = [("a.txt", b"Ein Text."), (f"{'lang/' * 40}b.txt", b"Noch ein Text. " * 100), ("ä.txt", b"Text drei.")]
TEXTS = ["Ein Text.", ("Noch ein Text. " * 100).strip(), "Text drei."]


def found(raw: bytes, name: str = "a.tar") -> list[str]:
    """For each item its place behind the archive's name, and its text or code."""
    return [f"{item.origin.path.removeprefix(name)}: {in_short(item)}" for item in taken(raw, name)]


def texts(raw: bytes, name: str = "a.tar") -> list[str]:
    return [in_short(item) for item in taken(raw, name)]


def with_member(member: tarfile.TarInfo, raw: bytes = b"") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        member.size = len(raw)
        archive.addfile(member, io.BytesIO(raw))
        good = tarfile.TarInfo("gut.txt")
        good.size = 11
        archive.addfile(good, io.BytesIO(b"Guter Text."))
    return out.getvalue()


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_members_are_read_under_their_long_names(form: int) -> None:
    assert found(tar_of(FILES, form=form)) == [
        f"!/{name}: {text}" for (name, _), text in zip(FILES, TEXTS, strict=True)
    ]


def test_the_prefix_of_ustar_is_part_of_the_name() -> None:
    raw = tar_of([(f"{'o' * 90}/{'p' * 90}.txt", b"Ein Text.")], form=tarfile.USTAR_FORMAT)
    assert found(raw) == [f"!/{'o' * 90}/{'p' * 90}.txt: Ein Text."]


def test_the_old_form_without_a_signature_is_found_by_its_checksum() -> None:
    head = bytearray(tarfile.TarInfo("a.txt").tobuf(tarfile.USTAR_FORMAT))
    head[257:265] = bytes(8)
    head[124:136] = b"00000000011 "
    head[148:156] = b" " * 8
    head[148:156] = f"{sum(head):06o}\0 ".encode()
    assert texts(bytes(head) + b"Ein Text.".ljust(512, b"\0") + bytes(1024), "x") == ["Ein Text."]


@pytest.mark.parametrize("ending", PACKERS)
def test_packed_archives_are_read(ending: str) -> None:
    assert texts(PACKERS[ending](tar_of(FILES)), f"a.tar{ending}") == TEXTS


@pytest.mark.parametrize("name", ["/etc/a.txt", "../a.txt", "b/../../a.txt"])
def test_a_name_that_leads_out_is_refused_and_the_others_are_kept(name: str) -> None:
    assert texts(with_member(tarfile.TarInfo(name), b"Ein Text.")) == ["(member_unsafe)", "Guter Text."]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_links_are_not_followed_and_said(kind: bytes) -> None:
    member = tarfile.TarInfo("l.txt")
    member.type, member.linkname = kind, "/etc/passwd"
    assert found(with_member(member)) == ["!/gut.txt: Guter Text.", ": (links_left_out)"]


@pytest.mark.parametrize("kind", [tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_folders_and_devices_are_passed_over(kind: bytes) -> None:
    member = tarfile.TarInfo("x")
    member.type = kind
    assert texts(with_member(member)) == ["Guter Text."]


def test_hidden_files_are_left_out_and_empty_ones_counted() -> None:
    assert texts(with_member(tarfile.TarInfo("./b/.versteckt"), b"Text.")) == ["Guter Text."]
    assert texts(with_member(tarfile.TarInfo("leer.txt"))) == ["Guter Text.", "(members_empty)"]


def test_files_with_holes_are_not_read_and_said() -> None:
    member = tarfile.TarInfo("loch.txt")
    member.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "1000000000000"}
    assert texts(with_member(member, b"1\n0\n0\n".ljust(512, b"\0"))) == ["Guter Text.", "(tar_kind)"]


def test_archives_one_behind_the_other_are_both_read() -> None:
    assert texts(tar_of(FILES[:1]) + tar_of(FILES[2:])) == ["Ein Text.", "Text drei."]


def test_a_damaged_header_is_said_in_its_place_and_the_others_are_kept() -> None:
    raw = bytearray(tar_of([("a.txt", b"Ein Text."), ("b.txt", b"Zwei."), ("c.txt", b"Drei.")]))
    raw[1024 + 3] ^= 0xFF
    damaged = taken(bytes(raw), "a.tar")
    assert [in_short(item) for item in damaged] == ["Ein Text.", "(tar_damaged)", "Drei."]
    assert "at byte 1024" in str(damaged[1])


def test_something_behind_the_end_is_said() -> None:
    assert texts(tar_of(FILES[:1]) + b"Rest" * 200) == ["Ein Text.", "(tar_damaged)"]


def test_a_cut_archive_says_so_behind_what_could_be_read() -> None:
    raw = tar_of([("a.txt", b"Ein Text."), ("b.txt", b"Zwei." * 300)])
    assert [texts(raw[:end]) for end in (1024, 1024 + 200, 1024 + 700, 1024 + 2048, 1024 + 2048 + 512)] == [
        ["Ein Text.", "(tar_truncated)"],
        ["Ein Text.", "(tar_truncated)"],
        ["Ein Text.", "(member_cut)", "(tar_truncated)"],
        ["Ein Text.", "Zwei." * 300, "(tar_truncated)"],
        ["Ein Text.", "Zwei." * 300],
    ]


def test_a_cut_packed_archive_says_so() -> None:
    packed = gzip.compress(tar_of(FILES), mtime=0)
    assert texts(packed[:-4], "a.tgz") == [*TEXTS, "(packed_truncated)"]


def test_an_archive_with_folders_only_is_refused() -> None:
    member = tarfile.TarInfo("b")
    member.type = tarfile.DIRTYPE
    assert texts(member.tobuf() + bytes(1024)) == ["(archive_empty)"]
