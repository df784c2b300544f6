"""What a report on a team rests on: the files, the people, and how sure levels are."""

from skillgap.domain.ratings import BASES
from skillgap.domain.team.state import find_namesakes
from skillgap.files.catalogues import load_translations
from skillgap.files.html_report import Section
from skillgap.files.speech import BASES as BASIS_WORDS
from skillgap.files.team.report_words import ReportWords
from skillgap.files.team.review import FileReview
from skillgap.files.wording import N_, describe_note

OTHER_VERSIONS = N_(
    "Ratings were made on other versions of the framework: {versions}; this is "
    "{version}. The acts that earn a level may have changed."
)
NAMESAKES = N_(
    "Several ids have the same name and count as several people: {people}. If they are "
    "one person, give the same id in every file."
)


def list_files(found: FileReview, words: ReportWords) -> Section:
    """Return how many rows of which file became answers, and what was kept out."""
    say, number, scan = words.speech.say, words.speech.number, found.scan
    sums = say(
        N_(
            "{rows} rows read = {accepted} accepted + {rejected} rejected, of {people} "
            "people."
        ),
        rows=number(scan.rows),
        accepted=number(scan.accepted),
        rejected=number(scan.rejected),
        people=number(len(scan.history.people)),
    )
    meaning = say(
        N_(
            "The latest rating of each person and skill counts. What is not rated is "
            "unknown and not zero."
        )
    )
    rows = [
        (
            *(file.name, *map(number, (file.rows, file.accepted, file.rejected))),
            ", ".join(filter(None, file.kept_out)),
        )
        for file in scan.files
    ]
    columns = [
        N_("File"), N_("Rows"), N_("Accepted"), N_("Rejected"), N_("Columns left out"),
    ]  # fmt: skip
    about = [sums, *_other_versions(found, words), meaning]
    return words.table(N_("What was read"), about, columns, rows)


def list_assumed(found: FileReview, words: ReportWords) -> Section:
    """Return what was assumed of spreadsheets, for the reader to check."""
    translate = load_translations(words.speech.language).gettext
    rows = [
        (file.name, describe_note(note, translate))
        for file in found.scan.files
        for note in file.assumed
    ]
    return words.table(N_("What was assumed"), [], [N_("File"), N_("Assumed")], rows)


def _other_versions(found: FileReview, words: ReportWords) -> list[str]:
    """Return which other framework versions were rated on, if any were."""
    here = words.framework.version
    others = ", ".join(sorted(set(found.scan.versions) - {here}))
    say = words.speech.say
    return [say(OTHER_VERSIONS, versions=others, version=here)] if others else []


def describe_part(found: FileReview, words: ReportWords) -> Section:
    """Return whom the report is about, and how sure and how old their levels are."""
    say, call, review = words.speech.say, found.call, found.review
    rows = [
        (say(N_("What the team needs")), words.profile(review.profile)),
        (say(N_("Team")), call.team or say(N_("Everybody"))),
        (
            say(N_("People working towards")),
            words.profile(call.aim) if call.aim else say(N_("Everybody")),
        ),
        (say(N_("As it stood on")), (call.day or call.today).isoformat()),
        (say(N_("People")), words.speech.number(len(review.state.people))),
    ]
    columns = [N_("About"), N_("Chosen")]
    about = [*_certainty(found, words), *_namesakes(found, words)]
    if call.team or call.aim:
        about.append(
            say(
                N_(
                    "Team and aim are those of each person's newest rating, on earlier "
                    "days as well."
                )
            )
        )
    return words.table(N_("Whom this is about"), about, columns, rows)


def _namesakes(found: FileReview, words: ReportWords) -> list[str]:
    """Return who may be one person under several ids."""
    alike = find_namesakes(found.review.state.people)
    told = ", ".join(f"{name} ({', '.join(ids)})" for name, ids in alike.items())
    return [words.speech.say(NAMESAKES, people=told)] if told else []


def _certainty(found: FileReview, words: ReportWords) -> list[str]:
    """Return the shares of what levels rest on, the oldest day, what is odd."""
    say, speech, skills = words.speech.say, words.speech, found.review.skills
    counts = {basis: int(skills[basis].sum()) for basis in BASES}
    total = max(sum(counts.values()), 1)
    shares = [
        f"{say(BASIS_WORDS[basis])} {speech.percent(count / total)}"
        for basis, count in counts.items()
    ]
    told = say(
        N_(
            "Basis of the levels: {shares}. Oldest rating: {day}. Older than a year: "
            "{stale}."
        ),
        shares=", ".join(shares),
        day=min((day for day in skills["oldest"] if day), default="?"),
        stale=speech.number(int(skills["stale"].sum())),
    )
    if not (ahead := int(skills["ahead"].sum())):
        return [told]
    odd = N_(
        "Ratings dated after today, counted as the newest: {count}. Check their dates."
    )
    return [told, say(odd, count=speech.number(ahead))]
