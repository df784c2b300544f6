"""Role needs: what the role asks, fixed before the first candidate is opened."""

import pytest

from skillgap.domain.framework import Framework
from skillgap.hiring.files.needs_file import read_role_needs
from skillgap.hiring.ui.needs import EXAMPLE_ROLE
from skillgap.ui.state import ROLE_NEEDS
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

PAGE = "hiring/needs"
GIT = "programming.git"


def started(open_app: Open, language: str = "en") -> Visitor:
    """Return a visitor who began a role of their own."""
    visitor = open_app(locale=language).open(PAGE)
    return visitor.set("role-name", "Data *team* lead").click("role-start")


def saved(visitor: Visitor, framework: Framework):
    """Return the needs of the file the page hands out."""
    content = visitor.download("role-download")
    return read_role_needs("saved", content, framework).needs


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_role_opens_at_first(open_app: Open, framework, language) -> None:
    visitor = open_app(locale=language).open(PAGE)

    example = read_role_needs("x", EXAMPLE_ROLE.read_bytes(), framework).needs
    assert saved(visitor, framework) == example
    assert example.name.in_language(language) in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_skills_targets_and_weights_are_chosen_and_saved(
    open_app: Open, framework, language
) -> None:
    visitor = started(open_app, language)
    visitor.set("role-area", "programming")
    visitor.set(f"role-level-{GIT}", 5).set(f"role-weight-{GIT}", 1)
    visitor.set("role-ask-programming.python", False)

    needs = saved(visitor, framework)
    assert (needs.targets[GIT].level, needs.targets[GIT].weight) == (5, 1)
    assert "programming.python" not in needs.targets
    assert needs.name.en == needs.name.id == "Data *team* lead"
    assert "Data *team* lead" in visitor.text()


def test_a_skill_left_out_is_no_must_have_any_more(open_app: Open, framework) -> None:
    visitor = started(open_app).set("role-must", [GIT]).set("role-area", "programming")

    visitor.set(f"role-ask-{GIT}", False)

    assert saved(visitor, framework).must_have == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_than_three_must_haves_are_warned_of_with_the_reason(
    open_app: Open, language
) -> None:
    visitor = started(open_app, language)
    skills = visitor.app.session_state[ROLE_NEEDS].targets
    visitor.set("role-must", list(skills)[:3])
    assert not visitor.app.warning

    visitor.set("role-must", list(skills)[:4])

    assert "50 %" in visitor.app.warning[0].value.replace("\\", "")


def test_fixed_needs_can_only_be_changed_with_a_reason(
    open_app: Open, framework
) -> None:
    visitor = started(open_app).set("role-area", "programming").click("role-fix")
    assert saved(visitor, framework).fixed_on
    assert not visitor.has(f"role-level-{GIT}")

    visitor.click("role-change").set(f"role-level-{GIT}", 1).click("role-keep")
    assert visitor.app.error
    assert saved(visitor, framework).changes == ()

    visitor.set("role-reason", "two teams share it").click("role-keep")
    needs = saved(visitor, framework)
    assert [change.reason for change in needs.changes] == ["two teams share it"]
    assert needs.targets[GIT].level == 1
    assert "two teams share it" in visitor.text()


def test_a_change_that_is_dropped_leaves_nothing(open_app: Open, framework) -> None:
    visitor = started(open_app).set("role-area", "programming").click("role-fix")
    before = saved(visitor, framework)

    visitor.click("role-change").set(f"role-level-{GIT}", 1).click("role-drop")

    assert saved(visitor, framework) == before


def test_saved_needs_load_in_another_session(open_app: Open, framework) -> None:
    visitor = started(open_app).set("role-must", [GIT]).click("role-fix")
    content, needs = visitor.download("role-download"), saved(visitor, framework)

    other = open_app(key="browser-b").open(PAGE)
    other.widget("role-file-0").upload("role.yaml", content)

    assert saved(other.run(), framework) == needs


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faulty_file_is_reported_by_number_and_changes_nothing(
    open_app: Open, framework, language
) -> None:
    visitor = started(open_app, language)
    before = saved(visitor, framework)
    visitor.widget("role-file-0").upload("role.yaml", b"name: x\ntargets: {}\n")

    text = visitor.run().text()

    assert "1. role.yaml" in text
    assert saved(visitor, framework) == before
