"""What a report on a team says about its people: what to do next, and for whom."""

from skillgap.domain.team.cohort import NextAction
from skillgap.domain.team.mentors import pair_up
from skillgap.files.html_report import Section
from skillgap.files.team.report_words import ReportWords, records
from skillgap.files.team.review import FileReview
from skillgap.files.wording import N_

NEXT = N_("Next action")


def list_sessions(found: FileReview, words: ReportWords) -> Section:
    """Return the modules that close most for the group, and the proof."""
    number, action = words.speech.number, found.action
    if action is None:
        about = N_("The group is too large for one room. Choose a team.")
        return words.table(NEXT, [words.speech.say(about)], [], [])
    rows = [
        (
            words.module(each.module),
            number(each.hours),
            number(each.closes),
            number(each.closes / each.hours, 1),
            number(len(each.people)),
            ", ".join(words.person(person) for person in each.people),
        )
        for each in action.sessions
    ]
    columns = [
        N_("Module"), N_("Hours"), N_("Closes"), N_("Closes an hour"), N_("People"),
        N_("Who"),
    ]  # fmt: skip
    return words.table(NEXT, _explain(found, action, words), columns, rows)


def _explain(found: FileReview, action: NextAction, words: ReportWords) -> list[str]:
    """Return what was chosen from, and how good the choice is known to be."""
    say, number, proof = words.speech.say, words.speech.number, action.proof
    bounds = say(
        N_(
            "Modules for one group, each held once: at most {hours} hours a person and "
            "{seats} seats. What they close is counted in levels times weight."
        ),
        hours=number(found.call.hours),
        seats=number(found.call.seats),
    )
    if proof.status == "optimal":
        sentence = N_("No other choice closes more than {closes}: this one is proven.")
    elif proof.status == "infeasible":
        sentence = N_("No choice is possible within these hours.")
    else:
        sentence = N_(
            "Time ran out: this choice closes {closes}, and none closes more than "
            "{bound}."
        )
    blanks = {"closes": number(proof.closes), "bound": number(proof.bound)}
    return [bounds, say(sentence, **blanks)]


def list_pairs(found: FileReview, words: ReportWords) -> Section:
    """Return who could mentor whom so that most is closed together."""
    rows = [
        (
            words.person(row["mentor"]),
            words.person(row["learner"]),
            words.skill(row["skill"]),
            words.speech.number(row["mentor_level"]),
            words.speech.number(row["learner_level"]),
            words.speech.number(row["priority"]),
        )
        for row in records(pair_up(found.review.state, found.review.demand))
    ]
    columns = [
        N_("Mentor"), N_("Learner"), N_("Skill"), N_("Mentor's level"),
        N_("Learner's level"), N_("Priority"),
    ]  # fmt: skip
    about = words.speech.say(
        N_(
            "Together these pairs close most priority; each person mentors one "
            "colleague at most and learns from one at most."
        )
    )
    return words.table(N_("Pairs"), [about], columns, rows)


def list_people(found: FileReview, words: ReportWords) -> Section:
    """Return everybody's fit with the profile, in the order of their ids.

    A fit stands beside the rated share: one without the other means nothing.
    """
    review, speech = found.review, words.speech
    place = review.fits.profiles.index(review.profile)
    fit, share = review.fits.fit[:, place], review.fits.rated_share[:, place]
    people = review.state.people
    rows = [
        (words.person(who), team, speech.percent(fit[n]), speech.percent(share[n]))
        for n, (who, team) in enumerate(zip(people["person_id"], people["team"]))
    ]
    about = speech.say(
        N_("Fit with {profile} over the skills each person rated; not a ranking."),
        profile=words.profile(review.profile),
    )
    columns = [N_("Person"), N_("Team"), N_("Fit"), N_("Rated share")]
    return words.table(N_("People"), [about], columns, rows)
