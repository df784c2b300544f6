"""The report on a team; its numbers are those the command line prints."""

from skillgap.domain.framework import Framework
from skillgap.domain.scale import Language
from skillgap.domain.team.state import label_people
from skillgap.files.html_report import write_html
from skillgap.files.speech import Speech
from skillgap.files.team.report_sections import compose_review
from skillgap.files.team.report_words import ReportWords
from skillgap.files.team.review import FileReview
from skillgap.files.wording import N_


def write_report(framework: Framework, found: FileReview, language: Language) -> bytes:
    """Return the review of a team as one HTML file in a language."""
    speech = Speech(language)
    day = found.call.today.isoformat()
    title = speech.say(N_("Skills of the team, {day}"), day=day)
    words = ReportWords(framework, speech, label_people(found.review.state.people))
    return write_html(title, compose_review(found, words), language)
