"""Small invented Kazakh news through the whole pipeline: who held which post, and who did what to whom."""

from __future__ import annotations

import pytest

from tests.resolve.news import Fact, resolved


def relations(text: str, *predicates: str) -> set[Fact]:
    """(subject, predicate, object), and the modality where it is not asserted."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {
        (names[c.subject], c.predicate, names[c.object], *([c.modality] if c.modality != "asserted" else []))
        for c in found.claims
        if c.object and c.predicate in predicates
    }


def posts(text: str) -> set[Fact]:
    """(person, role, jurisdiction, status)."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {
        (names[c.subject], c.post.role, names.get(c.post.of or "", ""), c.status or "") for c in found.claims if c.post
    }


def mentions(text: str, name: str) -> list[str]:
    return [m.words for entity in resolved(text).entities if entity.name == name for m in entity.mentions]


# --- posts ---


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Тараз қаласының әкімі болып Нұрлан Бекенов тағайындалды.", ("Нұрлан Бекенов", "akim", "Тараз", "appointed")),
        ("Тараз әкімі лауазымына Нұрлан Бекенов тағайындалды.", ("Нұрлан Бекенов", "akim", "Тараз", "appointed")),
        ("Нұрлан Бекенов Тараз әкімі қызметінен босатылды.", ("Нұрлан Бекенов", "akim", "Тараз", "dismissed")),
        ("Тараз қаласының әкімі Нұрлан Бекенов отставкаға кетті.", ("Нұрлан Бекенов", "akim", "Тараз", "dismissed")),
        ("Тараздың бұрынғы әкімі Нұрлан Бекенов кітап жазды.", ("Нұрлан Бекенов", "akim", "Тараз", "former")),
        ("Тараз қаласының әкімі болған Нұрлан Бекенов кітап жазды.", ("Нұрлан Бекенов", "akim", "Тараз", "former")),
        ("Тараз әкімі қызметін атқарған Нұрлан Бекенов кітап жазды.", ("Нұрлан Бекенов", "akim", "Тараз", "former")),
        ("Тараз әкімінің міндетін атқарушы Нұрлан Бекенов келді.", ("Нұрлан Бекенов", "akim", "Тараз", "acting")),
        (
            "Тараз қаласының әкімі Нұрлан Бекенов пен оның орынбасары Асқар Сәрсенов жиын өткізді.",
            ("Асқар Сәрсенов", "deputy-akim", "Тараз", "current"),
        ),
    ],
)  # fmt: skip
def test_post(text: str, fact: Fact) -> None:
    assert fact in posts(text)


def test_he_is_the_subject_of_the_sentence_before() -> None:
    text = (
        "Тараз қаласының әкімі болып Нұрлан Бекенов тағайындалды. "
        "Ол бұған дейін Қаратау қаласы әкімінің орынбасары қызметін атқарған."
    )
    assert ("Нұрлан Бекенов", "deputy-akim", "Қаратау", "former") in posts(text)


def test_that_time_is_no_person() -> None:
    text = (
        "Тараз қаласының әкімі Нұрлан Бекенов жиын өткізді. "
        "Ол кезде Қаратау қаласының әкімі қызметін ешкім атқарған жоқ."
    )
    assert posts(text) == {("Нұрлан Бекенов", "akim", "Тараз", "current")}


def test_president_of_a_federation_is_of_no_country() -> None:
    text = "Франциядан қонақтар келді. Федерация президенті Нұрлан Бекенов оларды қарсы алды."
    assert {(role, of) for _, role, of, _ in posts(text)} == {("head", "")}


def test_former_stands_before_the_class_word() -> None:
    assert {status for *_, status in posts("Бұрынғы аудан әкімі Нұрлан Бекенов кітап жазды.")} == {"former"}


@pytest.mark.parametrize(
    "text",
    [
        "Тараз қаласының әкімі Нұрлан Бекенов отставкаға кетуге дайын.",
        "Тараз қаласының әкімі Нұрлан Бекенов қызметінен кете ме?",
        "Тараз қаласының әкімі Нұрлан Бекенов қызметінен кеткен жоқ.",
    ],
)
def test_who_has_not_left_is_not_dismissed(text: str) -> None:
    assert posts(text) == {("Нұрлан Бекенов", "akim", "Тараз", "current")}


# --- whom a title means ---


def test_title_acts_on_the_name_beside_it() -> None:
    text = "Президент Нұрлан Бекеновті қабылдады. Қасым-Жомарт Тоқаев жолды жөндеуді тапсырды."
    assert ("Қасым-Жомарт Тоқаев", "metWith", "Нұрлан Бекенов") in relations(text, "metWith")
    assert not any(role == "president" for name, role, *_ in posts(text) if name == "Нұрлан Бекенов")


def test_home_president_needs_no_country() -> None:
    text = (
        "Қасым-Жомарт Тоқаев Өзбекстан Президенті Шавкат Мирзиёевпен сөйлесті. "
        "Мемлекет басшысы екі елдің саудасы өскенін айтты."
    )
    assert "Мемлекет басшысы" in mentions(text, "Қасым-Жомарт Тоқаев")


def test_counted_akims_are_nobody() -> None:
    text = "Екі әкімге ескерту жасалды. Тараз қаласының әкімі Нұрлан Бекенов жиын өткізді."
    assert mentions(text, "Нұрлан Бекенов") == ["Нұрлан Бекенов"]


# --- relations ---


def test_list_of_the_received() -> None:
    text = (
        "Қасым-Жомарт Тоқаев Атырау облысының әкімі Асқар Сәрсеновті, Жамбыл облысының әкімі Нұрлан Бекеновті және "
        "Тараз қаласының әкімі Мұрат Жанабаевты қабылдады."
    )
    met = {other for _, _, other in relations(text, "metWith")}
    assert met == {"Асқар Сәрсенов", "Нұрлан Бекенов", "Мұрат Жанабаев"}


def test_two_who_met_residents_did_not_meet_each_other() -> None:
    text = "Тараз қаласының әкімі Нұрлан Бекенов және Мұрат Жанабаев халықпен кездесті."
    assert not relations(text, "metWith", "instructed")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Нұрлан Бекенов Тараз қаласына барды.", ()),
        ("Нұрлан Бекенов Тараз қаласын аралап көрді.", ()),
        ("Нұрлан Бекенов жұмыс сапарымен Тараз қаласында болды.", ()),
        ("Тараз қаласына келген Нұрлан Бекенов жиын өткізді.", ()),
        ("Нұрлан Бекенов Тараз қаласына барған болатын.", ()),
        ("Нұрлан Бекеновтің Тараз қаласына жұмыс сапары басталды.", ()),
        ("Нұрлан Бекенов ертең Тараз қаласына барады.", ("planned",)),
        ("Нұрлан Бекенов Тараз қаласына бармақ.", ("planned",)),
        ("Нұрлан Бекенов Тараз қаласына баруды жоспарлап отыр.", ("planned",)),
    ],
)
def test_visit(text: str, modality: tuple[str, ...]) -> None:
    assert relations(text, "visited") == {("Нұрлан Бекенов", "visited", "Тараз", *modality)}


@pytest.mark.parametrize(
    "text",
    [
        "Нұрлан Бекенов Тараз қаласына бармады.",
        "Нұрлан Бекенов Тараз қаласына барған жоқ.",
        "Нұрлан Бекенов Тараз қаласында дамып келе жатқан салаларды атады.",
    ],
)
def test_no_visit(text: str) -> None:
    assert not relations(text, "visited")


def test_successor_is_not_appointed_by_whom_he_follows() -> None:
    text = "Мұрат Жанабаевтың орнына Нұрлан Бекенов Тараз қаласының әкімі болып тағайындалды."
    assert relations(text, "succeeded", "appointed") == {("Нұрлан Бекенов", "succeeded", "Мұрат Жанабаев")}


def test_order_to_a_ministry() -> None:
    text = "Премьер-министр Олжас Бектенов Қаржы министрлігіне есепті тексеруді тапсырды."
    orders = relations(text, "instructed")
    assert {subject for subject, *_ in orders} == {"Олжас Бектенов"}
    assert any("Қаржы министрлігі" in to for _, _, to in orders)


# --- places ---


def test_places_listed_from_wide_to_narrow() -> None:
    text = "Кеше Қызылорда облысы, Жаңақорған ауданы, Бесқұдық ауылында үлкен мектеп ашылып, балалар қуанып жатыр."
    assert ("Бесқұдық", "within", "Жаңақорған ауданы") in relations(text, "within")


def test_body_of_a_level_belongs_to_the_place_of_that_level() -> None:
    text = "Жамбыл облысының әкімі Тараз қаласына келді. Кеше облыстық мәслихат жиналды."
    assert {other for _, _, other in relations(text, "locatedIn")} == {"Жамбыл облысы"}


def test_who_appoints_takes_no_post() -> None:
    text = "Мұрат Жанабаев Асқар Сәрсеновті Тараз қаласының әкімі етіп тағайындады."
    assert posts(text) == {("Асқар Сәрсенов", "akim", "Тараз", "appointed")}
    assert relations(text, "appointed") == {("Мұрат Жанабаев", "appointed", "Асқар Сәрсенов")}


def test_author_under_a_text_holds_no_post() -> None:
    text = "Бұл туралы әкімнің баспасөз хатшысы Нұрлан Бекенов айтты.\nМектеп көктемде ашылады.\nАсқар Сәрсенов"
    assert "Асқар Сәрсенов" not in {name for name, *_ in posts(text)}


def test_bare_body_is_the_full_one_of_its_level() -> None:
    text = "Павлодар қалалық мәслихаты жиналды. Қалалық мәслихат бюджетті бекітті."
    bodies = [entity.name for entity in resolved(text).entities if entity.kind == "Organization"]
    assert bodies == ["Павлодар қалалық мәслихаты"]


def test_minister_is_of_the_country_joined_to_the_title() -> None:
    text = "Жиынға Қазақстан Республикасының Денсаулық сақтау министрі Асқар Сәрсенов қатысты."
    assert posts(text) == {("Асқар Сәрсенов", "minister", "Қазақстан", "current")}


def test_who_dismisses_keeps_the_post() -> None:
    text = "Тараз қаласының әкімі Нұрлан Бекенов Асқар Сәрсеновті қызметінен босатты."
    assert posts(text) == {("Нұрлан Бекенов", "akim", "Тараз", "current")}
    assert relations(text, "dismissed") == {("Нұрлан Бекенов", "dismissed", "Асқар Сәрсенов")}


def test_new_akim_is_not_who_presents_him() -> None:
    text = "Ауданға жаңа әкім келді. Жаңа әкімді облыс әкімі Нұрлан Бекенов таныстырды."
    assert mentions(text, "Нұрлан Бекенов") == ["Нұрлан Бекенов"]
