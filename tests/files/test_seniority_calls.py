"""Every command that measures against a profile takes the seniority asked."""

import json

import pytest

from skillgap.cli import main
from skillgap.settings import ROOT

EXAMPLES = ROOT / "examples"
PROFILE = ["--profile", "llm_engineer"]
CALLS = {
    "gaps": ["gaps", str(EXAMPLES / "example-profile.csv"), *PROFILE],
    "fit": ["fit", str(EXAMPLES / "example-profile.csv")],
    "review": ["review", str(EXAMPLES / "example-team.csv"), *PROFILE],
    "compare": [
        "compare",
        *map(str, sorted(EXAMPLES.glob("candidate-*.csv"))),
        *PROFILE,
    ],
}


def numbers(answer, name):
    """Return every number of a name in an answer, wherever it stands."""
    match answer:
        case dict():
            own = [answer[name]] if name in answer else []
            return own + [n for each in answer.values() for n in numbers(each, name)]
        case list():
            return [number for each in answer for number in numbers(each, name)]
    return []


def answer_for(seniority, call, capsys):
    main([*call, "--seniority", seniority, "--json"])
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", ["gaps", "review", "compare"])
def test_more_is_asked_of_a_senior_than_of_a_junior(name, capsys):
    targets = [
        numbers(answer_for(seniority, CALLS[name], capsys), "target")
        for seniority in ("junior", "mid", "senior")
    ]
    assert sum(targets[0]) < sum(targets[1]) < sum(targets[2])


def test_a_fit_is_that_of_the_seniority_asked(capsys):
    fits = [
        numbers(answer_for(seniority, CALLS["fit"], capsys), "fit")
        for seniority in ("junior", "mid", "senior")
    ]
    assert len(fits[0]) == len(fits[1]) == len(fits[2]) == 10
    assert fits[0] != fits[1] != fits[2]


def test_needs_that_are_fixed_take_no_seniority(capsys):
    call = [*CALLS["compare"][:2], "--needs", "x.yaml", "--seniority", "senior"]
    with pytest.raises(SystemExit):
        main(call)
    assert "--needs says it all" in capsys.readouterr().err
