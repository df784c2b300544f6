"""What the header of a column says it holds, told by its words in many languages.

Collected by reading some twenty public skills matrices and form exports.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLER = _words(
    """the of your my a an and or in on for to is are what please enter full complete
    lengkap anda kamu dan atau yang di s this last form name names nama code kode"""
)
NAME = _words("name names nama nombre nom имя")
PERSON = _words(
    """name names nama employee employees emp karyawan pegawai person persons people
    member members anggota staff staf consultant consultants resource colleague peserta
    participant respondent responden player user username candidate kandidat student
    siswa mahasiswa operator worker associate teammate submitter nombre empleado nom
    collaborateur mitarbeiter engineer developer personil personel agent teacher pic
    dosen tenaga pekerja участник сотрудник
    alias nickname colaborador colaboradores funcionário empregado medewerker werknemer
    pracownik dipendente фио имя 氏名 名前 社員名 従業員名 作業者 メンバー 担当者 姓名
    员工 이름 직원"""
)
RATED = _words(
    """reviewee ratee appraisee evaluatee assessee dinilai bewertete bewerteter
    beurteilte beurteilter évalué évaluée evaluado evaluada avaliado avaliada
    被評価者"""
)
NAMES_TOO = _words("max min tim hari bulan nik")
FIRST = _words("first given depan vorname prénom forename")
LAST = _words("last sur surname family belakang nachname")
ID = _words("id ids nip npk nik nrp badge identifier induk 社員番号 工号")
BESIDE_ID = _words("response respondent responden record person submission")
INDEX = _words(
    "unnamed no nr nomor number num row sr sl serial line baris index urut seq urutan №"
)
NUMBER = _words("number no nr num code kode nomor")
TEAM = _words(
    """team tim squad department departemen dept division divisi unit bagian tribe
    seksi kelompok chapter 所属 部署 部署名 所属部署 отдел équipe equipo abteilung"""
)
ROLE = _words(
    """role roles peran jabatan position posisi title grade seniority designation job
    profession pekerjaan golongan pangkat band status 役職 職種 должность rôle puesto
    cargo stanowisko functie funktion rol shift"""
)
AREA = _words(
    """area areas category kategori section bidang domain group type jenis subcategory
    subkategori klaster cluster rumpun aspek категория подкатегория 分類 カテゴリ
    カテゴリー 大分類 中分類 サブカテゴリ kategorie catégorie categoría"""
)
SKILL = _words(
    """skill skills skillset keterampilan ketrampilan kompetensi competency competencies
    competence competences technology technologies teknologi tool tools keahlian
    kemampuan ability capability subject topic topik operation operations process task
    activity proses tugas aktivitas language languages framework frameworks навык навыки
    スキル スキル名 スキル項目 技能 技能名 資格 工程 作業 業務 fähigkeit
    fähigkeiten kompetenz kompetenzen compétence compétences competencia competencias
    competência competências habilidad habilidades"""
)
LEVEL = _words(
    """level levels lvl rating ratings proficiency score skor nilai tingkat kemahiran
    penguasaan penilaian mastery stars confidence self current actual aktual now
    expertise оценка уровень スキルレベル 技能レベル 習熟度 熟練度 力量 レベル
    現在レベル 現状レベル ist aktuell aktuelles actuel actuelle atual 評価
    niveau nivel stufe"""
)
RATER = _words(
    "manager supervisor peer reviewer assessor rater atasan penilai rekan sejawat"
)
PAST = _words("previous prev prior former before sebelumnya vorher précédent anterior")
BESIDE_LEVEL = _words("saat ini skala scale assessment assessed diri sendiri моя out")
DATE = _words(
    """date tanggal tgl timestamp time waktu cap updated update assessed assessment
    completion submitted completed rated uploaded created modified edited occurred
    recorded observed evaluated reviewed effective дата 日付
    タイムスタンプ 更新日 評価日 記入日 日時 datum fecha horodateur
    zeitstempel on at isi pengisian"""
)
PERIOD = _words(
    """january february march april may june july august september october november
    december januari februari maret april mei juni juli agustus september oktober
    november desember sept agt monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun senin selasa rabu kamis jumat sabtu
    minggu"""
)
OTHER_DATE = _words(
    """join joined joining hire hired birth lahir masuk start due deadline expiry
    expires end kadaluarsa berlaku next bergabung"""
)
TARGET = _words(
    """target targets required requirement requirements require expected desired goal
    ideal future harapan dibutuhkan diharapkan standar standard needed need planned
    exp aspiration min minimum syarat цель requerido requerida esperado esperada
    objetivo deseado deseada exigido desejado soll erforderlich erforderliches ziel
    requis requise attendu attendue cible visé visée objectif 目標 目標レベル 必要レベル
    期待レベル"""
)
TOTAL = _words(
    """total totals sum average avg mean rata rerata jumlah median min max minimum
    maximum bound bounds batas subtotal overall gap selisih count coverage indeks bobot
    weight priority prioritas variance stdev grand headcount terendah tertinggi
    keseluruhan kesenjangan
    合計 合計点 平均 平均点 итого среднее gesamt durchschnitt moyenne promedio"""
)
BESIDE_INDEX = PERSON | TEAM | SKILL | LEVEL | BESIDE_ID | BESIDE_LEVEL
BESIDE_TOTAL = (
    LEVEL
    | PERSON
    | _words(
        "skill skills team tim points poin all orang lower upper higher bawah atas"
    )
)
NOT_LEVEL = _words(
    """year years yrs yoe tahun experience pengalaman hour hours jam day days hari month
    months bulan salary gaji cost biaya points point poin budget anggaran rank ranking
    peringkat allocation alokasi utilization utilisation capacity kapasitas fte age umur
    usia gpa ipk certifications sertifikat projects proyek interest minat importance
    kepentingan motivation frequency frekuensi efficiency eff satisfaction kepuasan
    engagement attendance kehadiran attrition available availability active aktif
    demand supply popularity duration durasi durée duree delay délai delai cooldown
    bedarf bestand besoin effectif 人数 必要人数 保有者数"""
)
BESIDE_NOT_LEVEL = LEVEL | _words(
    "work kerja total worked lama masa relevant job environment relationship"
)
WELL_BEING = _words("performance kinerja balance life work job")
AMOUNT = _words("year month points poin rank ranking interest minat importance")
UNITS = _words(
    "years yrs tahun hours jam days hari salary gaji months bulan yoe income wage upah"
)
SECRET = _words(
    """password passwd pwd passphrase passcode sandi katasandi passwordhash apikey otp
    pin password_hash contraseña パスワード"""
)
PRIVATE = _words(
    """email mail e surel phone telepon telp hp handphone whatsapp wa mobile cell ktp
    npwp ssn address alamat birthdate birthday dob gender kelamin sex religion agama
    bank rekening iban salary gaji secret token key api hash credential credentials
    pin access session cookie ip メール メールアドレス 電話 電話番号
    生年月日 性別 年齢 adresse telefon correo"""
)
BESIDE_PRIVATE = PERSON | _words("work number nomor no contact kontak user id address")
REMARK = _words("note notes comment comments remark remarks catatan komentar")
TEXT = REMARK | _words(
    """keterangan evidence link url legend legenda description deskripsi
    definition definisi feedback saran bukti alasan reason
    примечания 備考 コメント comentarios bemerkung"""
)


Kind = Literal[
    "person", "first_name", "last_name", "id", "index", "team", "role", "area",
    "skill", "level", "date", "other_date", "target", "total", "not_level",
    "sensitive", "text", "",
]  # fmt: skip


COUNTING_SIGNS = re.compile(r"\s*([#%Σ∑∅]|Ø(?!\w)|[≥≤<>]=?\s*[0-9])")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a header, folded; digits and signs are left out."""
    plain = unicodedata.normalize("NFKC", text[:300])
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return tuple(re.findall(r"[^\W\d_]+|№", parted.casefold()))


@lru_cache(maxsize=20_000)
def header_kind(text: str) -> Kind:
    """Return what a header says its column holds, an empty text if it says nothing.

    A header counts only if all of its words are of that kind or beside the point:
    "Level" is a level, "Level design" is a skill.
    """
    words = words_of(text)
    if not words:
        return "index" if text.strip() in ("#", "№") else ""
    if kind := _private_kind(words) or _number_kind(words):
        return kind
    if words[-1] in REMARK:
        return "text"
    for kind, core, beside in (
        ("date", DATE, LEVEL | SKILL),
        ("area", AREA, SKILL),
        ("skill", SKILL, ID | NAME),
        ("team", TEAM, NAME),
        ("id", ID, PERSON | INDEX | BESIDE_ID | (TEAM if PERSON & {*words} else NAME)),
        ("index", ID, BESIDE_INDEX),
        ("skill", SKILL, NAME | PERSON | TEAM),
        ("person", PERSON, TEAM),
        ("role", ROLE, NAME | PERSON | LEVEL),
        ("text", TEXT, SKILL | LEVEL),
    ):  # fmt: skip
        if _holds(words, core, beside):
            return kind
    return ""


def _holds(
    words: tuple[str, ...], core: frozenset[str], beside: frozenset[str]
) -> bool:
    known = core | beside | FILLER
    return any(word in core for word in words) and all(word in known for word in words)


def _private_kind(words: tuple[str, ...]) -> Kind:
    if any(word in SECRET for word in words):
        return "sensitive"
    if _holds(words, PRIVATE, BESIDE_PRIVATE | FILLER) and words != ("e",):
        return "sensitive"
    if _holds(words, INDEX, frozenset({"s"})):
        return "index"
    if len(words) == 2 and words[0] in PERSON - NAME and words[1] in NUMBER:
        return "id"
    if any(w in FIRST for w in words) and any(w in NAME for w in words):
        return "first_name"
    if any(w in LAST for w in words) and any(w in NAME for w in words):
        return "last_name"
    return ""


def _number_kind(words: tuple[str, ...]) -> Kind:
    ends = {words[0], words[-1]}
    if any(word in OTHER_DATE for word in words) and _holds(
        words, DATE | OTHER_DATE, LEVEL | PERSON | frozenset({"contract", "kontrak"})
    ):
        return "other_date"
    if _holds(words, TOTAL, BESIDE_TOTAL):
        return "total"
    if set(words) & PAST and set(words) & LEVEL:
        return "not_level"
    if ends & TARGET or (set(words) & TARGET and set(words) & LEVEL):
        return "target"
    if _holds(words, NOT_LEVEL, BESIDE_NOT_LEVEL | SKILL) or ends & AMOUNT:
        return "not_level"
    is_well_being = _holds(words, WELL_BEING, LEVEL) and len(words) > 1
    if is_well_being or any(word in UNITS for word in words):
        return "not_level"
    if _holds(words, LEVEL, BESIDE_LEVEL | SKILL | PERSON):
        return "level"
    return ""


def names_rated(text: str) -> bool:
    """Say whether a header means who is rated, not who rates: "Yang dinilai"."""
    words = {*words_of(text)}
    is_passive = "being" in words and bool(words & (DATE | LEVEL))
    return bool(words & RATED) or is_passive or {"person", "focus"} <= words


def may_be_skill(label: str) -> bool:
    """Say whether a label of totals or notes may be a skill: "Gap analysis"."""
    words = words_of(label)
    is_told = header_kind(label) in ("total", "target", "text", "sensitive")
    known = BESIDE_TOTAL | BESIDE_NOT_LEVEL | ROLE | AREA | {"per", "by", "each"}
    is_pure = _holds(words, TOTAL | TARGET, known)
    is_figure = is_pure or not words or _counts(label)
    return (is_told or adds_up(label)) and not is_figure


def adds_up(label: str) -> bool:
    """Say whether the label of a row begins like one that adds up others."""
    words = words_of(label)
    is_total = bool(words) and words[0] in TOTAL - {"min", "max", "sum"}
    return is_total or _counts(label)


def ends_in_total(label: str) -> bool:
    """Say whether a label ends as one of a part that is added up: "IT Total"."""
    return bool(TOTAL.intersection(words_of(label)[-1:]))


def _counts(label: str) -> bool:
    is_sign = COUNTING_SIGNS.match(label)
    return bool(is_sign) or words_of(label)[:2] == ("number", "of")
