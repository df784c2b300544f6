"""Names of tools and abilities that tell a list of skills from a list of people.

They serve only to see which way a table lies; nothing is matched by them.
"""

from collections.abc import Collection, Iterable

from skillgap.domain.synonyms import fold_skill

_COMMON = """
.net|agile|airflow|ajax|analytics|android|angular|ansible|api|apache|asp net|aws|azure
|bash|big data|blockchain|c|c++|c#|cassandra|ci cd|cisco|cloud|cloud computing
|coaching|cobol|communication|conflict resolution|confluence|css|customer service
|cybersecurity|data analysis|data engineering|data modeling|data science
|data visualization|databases|deep learning|design|devops|django|docker|docker compose
|elasticsearch|etl|excel|express|fastapi|figma|finance|firewall|flask|flutter|forklift
|frontend|backend|gcp|git|github|gitlab|go|golang|google cloud|graphql|hadoop|helm|hr
|html|html css|ios|java|javascript|jenkins|jira|jquery|json|kafka|kanban|keras|kotlin
|kubernetes|laravel|leadership|linux|llm|machine learning|marketing|matlab|mentoring
|microservices|ml|mlops|mongodb|ms excel|ms office|mysql|negotiation|network
|networking|nginx|nlp|node js|nodejs|nosql|numpy|oop|oracle|pandas|perl|photoshop|php
|postgres|postgresql|power bi|powerbi|powershell|presentation|problem solving
|product management|project management|prometheus|prompt|prompt engineering
|public speaking|python|pytorch|qa|quality control|r|rabbitmq|rag|react|react native
|redis|research|rest|rest api|ruby|rust|safety|sales|salesforce|sap|scala|scikit learn
|scrum|security|selenium|seo|sharepoint|shell|shell scripting|software design|spark
|spring|spring boot|sql|sql server|statistics|stakeholder management|svn|swift
|system design|tableau|teamwork|tensorflow|terraform|testing|time management
|typescript|ui ux|unit testing|unity|unix|ux|vba|vmware|vue|vue js|welding|windows
|word|wordpress|writing|komunikasi|kepemimpinan|kerja sama tim|kerjasama tim|kerja tim
|pemrograman|analisis data|basis data|jaringan|presentasi|negosiasi|pemecahan masalah
|manajemen proyek|pengujian|keamanan|desain|menulis|statistik|pembelajaran mesin
|pelayanan pelanggan|manajemen waktu|bahasa inggris|english|las|k3|pengelasan
|perakitan|inspeksi
"""


COMMON_SKILLS = frozenset(
    fold_skill(name) for name in _COMMON.replace("\n", "").split("|")
)


def share_known(names: Iterable[str], known: Collection[str]) -> float:
    """Return the share of names that are known skills, 0 for no names."""
    found = [fold_skill(name) for name in names]
    hits = sum(name in COMMON_SKILLS or name in known for name in found)
    return hits / len(found) if found else 0.0
