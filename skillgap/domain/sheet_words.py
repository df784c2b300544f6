"""The words people write above the columns of a skills matrix, in many languages.

Collected by reading some twenty public skills matrices and form exports.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Kind = Literal[
    "person", "first_name", "last_name", "id", "index", "team", "role", "area",
    "skill", "level", "date", "other_date", "target", "total", "not_level",
    "sensitive", "text", "",
]  # fmt: skip


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
    collaborateur mitarbeiter engineer developer personil personel участник сотрудник
    фио имя 氏名 名前 社員名 メンバー 担当者 姓名 员工 이름"""
)
FIRST = _words("first given depan vorname prénom forename")
LAST = _words("last sur surname family belakang nachname")
ID = _words("id ids nip npk nik nrp badge identifier induk 社員番号 工号")
BESIDE_ID = _words("response respondent responden record person submission")
INDEX = _words("no nr nomor number num row sr sl serial line baris index urut seq urutan №")
TEAM = _words(
    """team tim squad department departemen dept division divisi unit bagian tribe
    seksi kelompok chapter 所属 部署 отдел équipe equipo abteilung"""
)
ROLE = _words(
    """role roles peran jabatan position posisi title grade seniority designation job
    profession pekerjaan golongan pangkat band status 役職 должность rôle puesto"""
)
AREA = _words(
    """area areas category kategori section bidang domain group type jenis subcategory
    subkategori klaster cluster rumpun aspek категория подкатегория 分類 カテゴリ
    カテゴリー kategorie catégorie categoría"""
)
SKILL = _words(
    """skill skills skillset keterampilan ketrampilan kompetensi competency competencies
    competence competences technology technologies teknologi tool tools keahlian
    kemampuan ability capability subject topic topik навык навыки スキル 技能
    fähigkeit fähigkeiten compétence compétences habilidad habilidades"""
)
LEVEL = _words(
    """level levels lvl rating ratings proficiency score skor nilai tingkat kemahiran
    penguasaan penilaian mastery self current actual aktual now expertise оценка
    уровень レベル 評価 niveau nivel stufe"""
)
BESIDE_LEVEL = _words("saat ini skala scale assessment assessed diri sendiri моя out")
DATE = _words(
    """date tanggal tgl timestamp time waktu cap updated update assessed assessment
    completion submitted completed rated created modified edited дата 日付
    タイムスタンプ datum fecha horodateur zeitstempel on at isi pengisian"""
)
OTHER_DATE = _words(
    """join joined joining hire hired birth lahir masuk start due deadline expiry
    expires end kadaluarsa berlaku next bergabung"""
)
TARGET = _words(
    """target targets required requirement requirements require expected desired goal
    ideal future harapan dibutuhkan diharapkan standar standard needed need planned
    exp aspiration min minimum syarat цель 目標"""
)
TOTAL = _words(
    """total totals sum average avg mean rata rerata jumlah median min max minimum
    maximum subtotal overall gap selisih count coverage indeks bobot weight priority
    prioritas variance stdev grand headcount terendah tertinggi keseluruhan kesenjangan
    合計 平均 итого среднее gesamt durchschnitt moyenne promedio"""
)
BESIDE_TOTAL = LEVEL | _words("score skill skills team tim points poin nilai all")
NOT_LEVEL = _words(
    """year years yrs yoe tahun experience pengalaman hour hours jam day days hari month
    months bulan salary gaji cost biaya points point poin budget anggaran rank ranking
    peringkat allocation alokasi utilization utilisation capacity kapasitas fte age umur
    usia gpa ipk certifications sertifikat projects proyek interest minat importance
    kepentingan motivation frequency frekuensi efficiency eff"""
)
BESIDE_NOT_LEVEL = _words("work kerja total worked lama masa relevant current level")
AMOUNT = _words("year month points poin rank ranking interest minat importance")
UNITS = _words("years yrs tahun hours jam days hari salary gaji months bulan yoe")
SECRET = _words(
    """password passwd pwd passphrase passcode sandi katasandi passwordhash apikey otp
    password_hash contraseña パスワード"""
)
PRIVATE = _words(
    """email mail e surel phone telepon telp hp handphone whatsapp wa mobile cell ktp
    npwp ssn address alamat birthdate birthday dob gender kelamin sex religion agama
    bank rekening iban salary gaji secret token key api hash credential credentials
    pin access session cookie ip メール 電話 性別 年齢 adresse telefon correo"""
)
BESIDE_PRIVATE = PERSON | _words("work number nomor no contact kontak user id address")
TEXT = _words(
    """note notes comment comments catatan keterangan remark remarks evidence link url
    description deskripsi definition definisi feedback saran komentar bukti alasan
    reason примечания 備考 comentarios bemerkung"""
)


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
    for kind, core, beside in (
        ("date", DATE, LEVEL | SKILL),
        ("area", AREA, SKILL),
        ("skill", SKILL, ID | NAME),
        ("team", TEAM, NAME),
        ("id", ID, PERSON | INDEX | BESIDE_ID),
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
    if ends & TARGET or (set(words) & TARGET and set(words) & LEVEL):
        return "target"
    if _holds(words, NOT_LEVEL, BESIDE_NOT_LEVEL | SKILL) or ends & AMOUNT:
        return "not_level"
    if any(word in UNITS for word in words):
        return "not_level"
    if _holds(words, LEVEL, BESIDE_LEVEL | SKILL | PERSON):
        return "level"
    return ""
