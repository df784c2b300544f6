"""What a CASE package says about itself, in both languages."""

from skillgap.domain.scale import Text

CREATOR = "skillgap"
TITLE = Text("Skills of an AI engineer", "Keterampilan AI engineer")
DESCRIPTION = Text(
    "Areas, skills and the observable acts that earn a level of each skill.",
    "Area, keterampilan, dan tindakan teramati yang menunjukkan tiap levelnya.",
)
TYPES = {
    "area": (
        Text("Competency area", "Area kompetensi"),
        Text("A group of related skills", "Kelompok keterampilan yang berkaitan"),
    ),
    "skill": (
        Text("Skill", "Keterampilan"),
        Text("What a person can do", "Apa yang dapat dilakukan seseorang"),
    ),
    "level": (
        Text("Level", "Level"),
        Text("The act that earns a level", "Tindakan yang menunjukkan suatu level"),
    ),
}
