"""Profiles built from others, and every way in which that can go wrong."""

from typing import Any

import pytest

from auditor.core.errors import ConfigurationError
from auditor.core.inherit import resolve
from auditor.core.profile import ProfileFile
from tests.core.builders import control


def file(profile_id: str, *controls: str, section: str = "only", **values: Any) -> ProfileFile:
    sections = [{"id": section, "title": "Title", "control": [control(c).model_dump() for c in controls]}]
    head = {"schema": 1, "id": profile_id, "version": "1", "title": "T", "description": "D."}
    return ProfileFile.model_validate({**head, "section": sections if controls else [], **values})


def resolved(*files: ProfileFile) -> Any:
    known = {f.id: f for f in files}

    def load(wanted: str) -> ProfileFile:
        if wanted not in known:
            raise ConfigurationError(f"there is no profile “{wanted}”")
        return known[wanted]

    return resolve(files[0].id, load)


BASE = file("base", "A-1", "A-2", "A-3")


def test_a_child_has_its_parents_controls_and_its_own_after_them() -> None:
    profile = resolved(file("child", "B-1", extends="base"), BASE)
    assert [c.id for c in profile.controls] == ["A-1", "A-2", "A-3", "B-1"]
    assert len(profile.sections) == 1


def test_include_keeps_only_what_it_names_in_the_order_of_the_parent() -> None:
    profile = resolved(file("child", extends="base", include=["A-3", "A-1"]), BASE)
    assert [c.id for c in profile.controls] == ["A-1", "A-3"]


def test_exclude_leaves_out_with_its_reason_through_every_generation() -> None:
    middle = file("middle", extends="base", exclude=[{"id": "A-2", "reason": "no cars"}])
    profile = resolved(
        file("child", extends="middle", exclude=[{"id": "A-1", "reason": "no site"}]), middle, BASE
    )
    assert [c.id for c in profile.controls] == ["A-3"]
    assert [(e.id, e.reason) for e in profile.excluded] == [("A-2", "no cars"), ("A-1", "no site")]


def test_override_changes_what_it_names_and_nothing_else() -> None:
    profile = resolved(
        file("child", extends="base", override=[{"id": "A-2", "weight": 5, "critical": True}]), BASE
    )
    before, after = BASE.section[0].control[1], profile.control("A-2")
    assert after == before.model_copy(update={"weight": 5, "critical": True})


@pytest.mark.parametrize(
    ("child", "message"),
    [
        (file("child", extends="child"), "circle: child → child"),
        (file("child", extends="gone"), "no profile “gone”"),
        (file("child", "A-2", extends="base"), "A-2 stands in it twice"),
        (file("child", "a-2", extends="base"), "a-2 stands in it twice"),
        (file("child", extends="base", include=["A-9"]), "no control A-9"),
        (file("child", extends="base", exclude=[{"id": "A-9", "reason": "x"}]), "no control A-9"),
        (file("child", extends="base", override=[{"id": "A-9"}]), "no control A-9"),
        (file("child", extends="base", override=[{"id": "A-1"}, {"id": "A-1"}]), "overrides A-1 twice"),
        (file("child", extends="base", include=["A-1", "A-1"]), "includes A-1 twice"),
        (
            file("child", extends="base", include=["A-1"], exclude=[{"id": "A-1", "reason": "x"}]),
            "leaves A-1 out and keeps it",
        ),
        (
            file("child", extends="base", override=[{"id": "A-1"}], exclude=[{"id": "A-1", "reason": "x"}]),
            "leaves A-1 out and keeps it",
        ),
        (file("child", "B-1", include=["B-1"]), "extends no profile"),
        (file("child"), "has no controls"),
        (
            file("child", extends="base", exclude=[{"id": f"A-{n}", "reason": "x"} for n in (1, 2, 3)]),
            "has no controls",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(child: ProfileFile, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        resolved(child, BASE)
    assert "\n" not in str(caught.value)


def test_a_circle_of_several_names_all_of_them() -> None:
    with pytest.raises(ConfigurationError, match="a → b → a"):
        resolved(file("a", extends="b"), file("b", extends="a"))
