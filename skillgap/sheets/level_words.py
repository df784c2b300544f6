"""Words for levels, in English and Indonesian, and where they stand on our scale."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from skillgap.domain.scale import LEVELS, Level

NONE = 0.0

# Where a word stands between 0 and 5. Tenths give the order among near equals.
_POSITIONS: Mapping[float, str] = {
    NONE: """none|no experience|no knowledge|no skill|no skills|never|never used|not yet
        |not at all|zero|nothing|unaware|no exposure|cannot|not trained|untrained
        |no training|not competent|tidak ada|tidak bisa|tidak mampu|tidak menguasai
        |tidak paham|tidak tahu sama sekali|belum|belum bisa|belum ada|belum pernah
        |belum mampu|belum menguasai|belum mengenal|belum kompeten|nihil|not familiar
        |not confident|не знаю|нет|none at all|tidak memiliki|tidak kenal|no|tidak|tdk
        |nein|keine|keine kenntnisse|tidak mahir|tidak terampil|tidak baik
        |not proficient|unskilled|not skilled|ninguno|ninguna|nenhum|nenhuma|aucun
        |aucune|nessuno
        |nessuna|geen|brak|отсутствует|なし|未経験|无|没有|없음|không""",
    0.8: """aware|awareness|heard of|heard of it|exposure|exposed|mengenal|mengetahui
        |tahu|sangat kurang|very poor|very low|sangat rendah|trainee|in training
        |training|learning|learner|belajar|sedang belajar|curious|notions|了解""",
    1.0: """novice|poor|entry|entry level|lowest|pemula|pemula sekali|kurang|rendah|low
        |slightly confident|slightly proficient|kurang baik|kurang paham|kurang mampu
        |новичок|princ|limited|minimal|bajo|baja|baixo|baixa|niedrig
        |gering|faible|basso""",
    1.1: """beginner|beginners|starter|debutant|débutant|anfänger|principiante
        |iniciante|inicial|начинающий|początkujący|初級|初级|初心者|入门|초급""",
    1.3: """kurang mahir|kurang terampil|kurang menguasai|kurang kompeten|basic|basics
        |dasar|tingkat dasar|elementary|fundamental|fundamentals
        |базовый|basico|básico|basique|grundlagen|grundkenntnisse|base|podstawowy|basis
        |基礎|基础""",
    1.6: """foundational|foundation|guided|terbimbing|with help|with supervision
        |with guidance|needs help|needs supervision|supervised|assisted
        |dengan bantuan|dengan bimbingan|butuh bimbingan|perlu bimbingan""",
    1.8: """familiar|fair|developing|somewhat confident|some experience|cukup|sedang
        |paham|memahami|below average|berkembang|some knowledge|somewhat proficient
        |cukup baik|cukup paham
        |cukup mampu|熟悉""",
    2.0: "advanced beginner|some|partial|sebagian",
    2.2: """working|working knowledge|practical|practitioner level|lower intermediate
        |average|medium|moderate|moderately proficient|cukup mahir|cukup terampil
        |cukup menguasai|cukup kompeten|rata rata|conversational|medio|media|médio|média
        |moyen|moyenne""",
    2.8: """competent|kompeten|capable|mampu|bisa|can do|independent|mandiri|good
        |trained|qualified|solid|certified|autonomous|autonome|confident|gut|bon|bueno
        |bom""",
    3.0: """intermediate|menengah|tingkat menengah|mid|intermediate level|средний
        |intermedio|intermédiaire|mittel|mittelstufe|intermediário|intermediario
        |gemiddeld
        |średni|中級|中级|중급""",
    3.2: "practitioner|upper intermediate|skilled|terampil|experienced user|掌握",
    3.6: """proficient|very good|strong|above average|baik|high|tinggi|cakap
        |профессионал|very confident|sangat paham|sehr gut|熟练|alto|alta|hoch|élevé
        |elevado""",
    3.8: "experienced|berpengalaman|fluent|fasih|highly skilled",
    4.0: """advanced|mahir|lanjut|lanjutan|tingkat lanjut|lanjutan atas|menguasai
        |production proven|andal di produksi|продвинутый|avanzado|avancé
        |fortgeschritten|sangat mampu|avançado|avanzato|gevorderd|zaawansowany|上級|高级
        |고급""",
    4.6: """excellent|outstanding|sangat menguasai|sangat terampil|sangat kompeten
        |sangat baik|sangat tinggi|very high|sangat mahir
        |extremely confident|highly proficient|trainer|can teach|can train
        |can train others|can teach others|coach|mentor|highest|exceptional""",
    5.0: """expert|experts|ahli|pakar|master|mastery|guru|authority|rujukan
        |subject matter expert|sme|specialist|spesialis|эксперт|experto
        |experte|world class|native|native speaker|esperto|especialista|ekspert|精通
        |専門家|专家|전문가""",
}  # fmt: skip

# What a sentence of a legend says, the first that fits; our own anchors in short.
_PHRASES: tuple[tuple[str, float], ...] = (
    (r"\b(can ?not|no (experience|knowledge|skill)|never|not able|unable)\b", NONE),
    (r"\b(tidak (ada|bisa|mampu|punya|memiliki|paham)|belum)\b", NONE),
    (r"\b(teach|train|coach|mentor)(es|s|ing)?\b|\b(meng|pe)?ajar|melatih", 4.6),
    (r"membimbing|\bsets? (the )?standards?\b|menjadi rujukan", 4.6),
    (r"\b(without (help|supervision|guidance)|independent(ly)?|alone|unaided)\b", 2.8),
    (r"\b(mandiri|sendiri(an)?|tanpa (bantuan|bimbingan|pengawasan))\b", 2.8),
    (r"\b(help|assistance|supervision|supervised|guidance|guided|support)\b", 1.6),
    (r"\b(bantuan|bimbingan|pengawasan|dibantu|didampingi|pendampingan)\b", 1.6),
    (r"できない|未経験|なし|不可", NONE),
    (r"指導|教え", 4.6),
    (r"一人|独力|単独|自立", 2.8),
    (r"補助|サポート|指示|支援", 1.6),
    (r"\b(theor(y|etical)|heard|aware|teori|basic|learning)\b", 0.8),
)


def fold_word(text: str) -> str:
    """Return a level word without what does not count: capitals, signs, blanks."""
    plain = unicodedata.normalize("NFKC", text[:200]).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def _flatten() -> Mapping[str, float]:
    return MappingProxyType(
        {
            fold_word(word): place
            for place, words in _POSITIONS.items()
            for word in " ".join(words.split()).replace(" |", "|").split("|")
        }
    )


POSITIONS = _flatten()


@lru_cache(maxsize=20_000)
def word_position(text: str) -> float | None:
    """Return where a level word stands between 0 and 5, None if it is none.

    "Advanced - can teach others" and "Expert (5 years)" count by their first part.
    """
    whole = fold_word(text)
    if whole in POSITIONS:
        return POSITIONS[whole]
    first = re.split(r"\s[-–—]\s|[:(,;\n]", text.strip(), maxsplit=1)[0]
    return POSITIONS.get(fold_word(first)) if fold_word(first) != whole else None


def phrase_position(text: str) -> float | None:
    """Return where a sentence of a legend puts a level, None if it does not say."""
    known = word_position(text)
    if known is not None:
        return known
    plain = text.casefold()
    return next((at for pattern, at in _PHRASES if re.search(pattern, plain)), None)


def level_positions(places: Iterable[float]) -> dict[float, Level] | None:
    """Return the level of each place: near ours, and different places apart.

    None stays level 0. None as a whole if there are more places than levels.
    """
    steps = sorted({place for place in places if place > NONE})
    if len(steps) > 5:
        return None
    levels: list[int] = []
    for place in steps:
        lowest = levels[-1] + 1 if levels else 1
        levels.append(max(round(place), lowest))
    for number in range(len(levels)):
        highest = 5 - number
        position = len(levels) - 1 - number
        levels[position] = min(levels[position], highest)
    return {NONE: 0, **dict(zip(steps, map(LEVELS.__getitem__, levels), strict=True))}
