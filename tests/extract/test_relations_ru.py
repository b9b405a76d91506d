"""Posts and relations of Russian sentences: who is given a post and who gives it, whose doing a participle tells."""

from __future__ import annotations

import pytest
from marked import analysed
from spacy.tokens import Doc

HOLDS = [
    ("Акимом Шымкента назначен Игорь Семёнов.", ["Игорь Семёнов | Акимом Шымкента | appointed"]),
    ("Новым директором завода станет Игорь Семёнов.", ["Игорь Семёнов | директором завода | appointed"]),
    ("Игорь Семёнов намерен стать акимом Тараза.", ["Игорь Семёнов | акимом Тараза | candidate"]),
    ("Игорь Семёнов не стал акимом Тараза.", []),
    ("Мурат Жанабаев освободил чиновника от должности министра.", []),
    ("Игорь Семёнов был уволен директором завода.", []),
    ("Игорь Семёнов утверждён министром образования в должности ректора института.", ["ректора института"]),
    (
        "Игорь Семёнов стал врио ректора после ухода Петра Сидорова.",
        ["Игорь Семёнов | врио ректора"],
    ),
    ("Игорь Семёнов освобождён от занимаемой должности акима Тараза.", ["Игорь Семёнов | акима Тараза | dismissed"]),
    ("Пост акима Тараза раньше занимал Игорь Семёнов.", ["Игорь Семёнов | акима Тараза | former"]),
    ("Суд допросил работавшего акимом Тараза Игоря Семёнова.", ["Игоря Семёнова | акимом Тараза | former"]),
    ("Мурат Жанабаев, до этого занимавший пост акима Тараза, уехал.", ["Мурат Жанабаев | акима Тараза | former"]),
    ("Мурат Жанабаев принял Игоря Семёнова, который ранее работал акимом Тараза.", ["Игоря Семёнова | акимом Тараза"]),
    ("Игорь Семёнов родился в Таразе. С 2006 года работал директором школы.", ["Игорь Семёнов | директором школы"]),
    ("Игорь Семёнов живёт в Таразе. Компания работала с директором школы.", []),
    ("Игорь Семёнов живёт в Таразе. «Он был директором школы», – сказали соседи.", []),
    ("Айгуль Смагулова живёт в Таразе. Он был директором школы.", []),
    ("Игорь Семёнов уехал. Ранее его сняли с должности акима Тараза.", ["Игорь Семёнов | акима Тараза | dismissed"]),
    ("Суд отменил назначение Игоря Семёнова акимом Тараза.", []),
]

HOLDERS = [
    ("Врио губернатора Омской области Игорь Семёнов приехал.", ["Игорь Семёнов | akim | acting"]),
    ("Председатель районной избирательной комиссии Игорь Семёнов открыл собрание.", ["Игорь Семёнов | head | current"]),
    ("Посол Италии в Грузии Игорь Семёнов дал интервью.", ["Игорь Семёнов | ambassador | current"]),
    ("Аким Тараза с министром Игорем Семёновым открыли школу.", ["Игорем Семёновым | minister | current"]),
    ("Об этом рассказал вице-премьер, министр финансов Игорь Семёнов.", ["deputy-prime-minister", "minister"]),
    (
        "Приняли участие аким района, министр финансов Игорь Семёнов.",
        ["Игорь Семёнов | minister | current"],
    ),
    ("Встретились президенты Казахстана и Турции Мурат Жанабаев и Игорь Семёнов.", ["Мурат Жанабаев", "Игорь Семёнов"]),
    ("Глава делегации Казахстана Игорь Семёнов выступил.", ["Игорь Семёнов | head | current"]),
    ("Помощника президента Игоря Семёнова наградили.", ["Игоря Семёнова | advisor | current"]),
]

RELATIONS = [
    ("Мурат Жанабаев принял отставку Игоря Семёнова.", []),
    ("Об итогах визита в Узбекистан рассказал Мурат Жанабаев.", []),
    (
        "Завершён визит главы Узбекистана Мурата Жанабаева в Таджикистан.",
        ["Мурата Жанабаева visited Таджикистан"],
    ),
    ("Состоялась встреча Мурата Жанабаева и Игоря Семёнова.", ["Мурата Жанабаева metWith Игоря Семёнова"]),
    ("Мурат Жанабаев и Игорь Семёнов встретились с жителями.", []),
    ("Указом Мурата Жанабаева акимом назначен Игорь Семёнов.", ["Мурата Жанабаева appointed Игорь Семёнов"]),
    (
        "Олега Петрова, который был назначен акимом, сменил Игорь Семёнов.",
        ["Игорь Семёнов succeeded Олега Петрова"],
    ),
]


def told(doc: Doc) -> list[str]:
    """Posts that a frame gives, as «person | post | status»."""
    found = [r for r in doc.user_data["relations"] if r.predicate == "holds" and r.subject and r.object]
    return [f"{words(doc, r.subject)} | {words(doc, r.object)} | {r.status}" for r in found]


def words(doc: Doc, ref: tuple[int, int, str]) -> str:
    return doc[ref[0] : ref[1]].text


@pytest.mark.parametrize("text, wanted", HOLDS)
def test_posts_given_held_and_left(text: str, wanted: list[str]) -> None:
    found = told(analysed("ru", text))
    assert len(found) == len(wanted) and all(any(part in f for f in found) for part in wanted), found


@pytest.mark.parametrize("text, wanted", HOLDERS)
def test_posts_beside_a_name(text: str, wanted: list[str]) -> None:
    holders = analysed("ru", text).user_data["holders"]
    found = [f"{h.person.text} | {h.title.role} | {h.status}" for h in holders]
    assert len(found) == len(wanted) and all(any(part in f for f in found) for part in wanted), found


@pytest.mark.parametrize("text, wanted", RELATIONS)
def test_relations_between_people(text: str, wanted: list[str]) -> None:
    doc = analysed("ru", text)
    found = [r for r in doc.user_data["relations"] if r.predicate != "holds" and r.subject and r.object]
    assert {f"{words(doc, r.subject)} {r.predicate} {words(doc, r.object)}" for r in found} == set(wanted)


def test_a_country_told_by_an_adjective_leaves_its_premier_to_himself() -> None:
    titles = analysed("ru", "Он отреагировал на слова японского премьера.").user_data["titles"]
    assert [(t.role, t.alone) for t in titles] == [("prime-minister", False)]


def test_a_federation_has_a_president_who_leads_no_country() -> None:
    titles = analysed("ru", "Игорь Семёнов избран президентом организации.").user_data["titles"]
    assert [(t.role, t.of_class) for t in titles] == [("head", "Organization")]
