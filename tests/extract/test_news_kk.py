"""Constructions of Kazakh news, each in sentences invented for it: who was appointed, visited, heard and meant."""

from __future__ import annotations

import pytest
from test_relations_kk import posts, relations, resolved


def names(text: str, kind: str) -> list[str]:
    return [entity.name for entity in resolved(text).entities if entity.kind == kind]


# --- names ---


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Әлкей Марғұлан атындағы ПМУ конкурс жариялады.", "Әлкей Марғұлан атындағы ПМУ"),
        ("Фермада «Береке» ТҚК мал өсіреді.", "Береке"),
        ("Былтыр «Арна» ҰК» АҚ жол салды.", "Арна"),
    ],
)
def test_letters_close_the_name_of_a_body(text: str, body: str) -> None:
    assert names(text, "Organization") == [body]


@pytest.mark.parametrize(
    "text",
    [
        "Жолдау Қазақстан халқына арналды.",
        "Өңір басшысы «Тұлпар» ЖШС қызметін бағалады.",
        "«Болашақ» ЖЭО-сында жөндеу жүріп жатыр.",
    ],
)
def test_a_people_and_a_service_are_no_bodies(text: str) -> None:
    assert set(names(text, "Organization")) <= {"Тұлпар"}


def test_a_place_behind_a_surname_is_no_part_of_the_name() -> None:
    text = "Виктор Громов Байзақ, ал Марат Оспанов Жуалы ауданының әкімі болып тағайындалды."
    assert names(text, "Person") == ["Виктор Громов", "Марат Оспанов"]
    assert names(text, "Place") == ["Байзақ ауданы", "Жуалы ауданы"]


def test_given_name_and_fathers_name_are_whom_the_text_names_in_full() -> None:
    text = "Президент Қасым-Жомарт Тоқаев Таразға келді. Қасым-Жомарт Кемелұлы тұрғындарға алғыс айтты."
    assert names(text, "Person") == ["Қасым-Жомарт Тоқаев"]


def test_author_in_strokes_belongs_to_the_agency() -> None:
    text = "ТАРАЗ. Наурыздың 5-і. ҚазАқпарат /Асан Бекенұлы/ - Қалада мектеп ашылды."
    assert relations(text, "memberOf") == {("Асан Бекенұлы", "memberOf", "Қазақпарат")}


def test_initials_and_a_surname_before_a_village_are_its_name() -> None:
    text = "Әкім Марат Оспанов Ү.Төлеуов ауылында халықпен кездесті."
    assert names(text, "Person") == ["Марат Оспанов"]
    assert names(text, "Place") == ["Ү. Төлеуов"]


def test_initials_belong_to_one_surname() -> None:
    text = "Нұрлан Бекенов Таразға келді. М.Громов Бекеновке алғыс айтты."
    assert names(text, "Person") == ["Нұрлан Бекенов", "М. Громов"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Баланы Байзақ аудандық орталық ауруханасы емдеді.", "Байзақ аудандық орталық ауруханасы"),
        ("Былтыр «Арна» ЖШС қызметін кеңейтті.", "Арна"),
    ],
)
def test_an_adjective_and_a_legal_form_begin_no_other_body(text: str, body: str) -> None:
    assert names(text, "Organization") == [body]


def test_letters_of_a_region_behind_a_surname_are_no_name() -> None:
    text = "Кеше Марат Оспанов СҚО әкіміне тапсырма берді."
    assert names(text, "Person") == ["Марат Оспанов"]


# --- posts ---


@pytest.mark.parametrize(
    "text",
    [
        "Асан Бекенов Мойынқұм ауданының, Серік Омаров Сарысу ауданының әкімі болып тағайындалды.",
        "Асан Бекенов Мойынқұм, ал Серік Омаров Сарысу ауданының әкімі болып тағайындалды.",
        "Асан Бекеновті Мойынқұм ауданының, Серік Омаровты Сарысу ауданының әкімі етіп тағайындады.",
    ],
)
def test_one_verb_appoints_several(text: str) -> None:
    assert posts(text) == {
        ("Асан Бекенов", "akim", "Мойынқұм ауданы", "appointed"),
        ("Серік Омаров", "akim", "Сарысу ауданы", "appointed"),
    }


def test_who_came_to_a_place_is_not_appointed_there() -> None:
    text = "Асан Бекенов Тараз қаласына келді, Серік Омаров Сарысу ауданының әкімі болып тағайындалды."
    assert {person for person, *_ in posts(text)} == {"Серік Омаров"}


def test_who_is_to_lead_a_town() -> None:
    assert posts("Асан Бекенов енді Тараз қаласын басқармақ.") == {("Асан Бекенов", "akim", "Тараз", "appointed")}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Білім бөлімі есеп берді. Жиында жер қатынастары бөлімінің ісі қаралды. Бөлім басшысы Серік Омаров келді.",
            "жер қатынастары бөлімі",
        ),
        ("Өңірде «Тұлпар» зауыты ашылды. Зауыт директоры Серік Омаров қонақтарды қарсы алды.", "Тұлпар"),
    ],
)
def test_noun_before_a_post_means_the_body_just_named(text: str, body: str) -> None:
    assert [(of, status) for person, _, of, status in posts(text) if person == "Серік Омаров"] == [(body, "current")]


def test_two_posts_with_a_dash_are_one_persons() -> None:
    text = "Премьер-Министрдің орынбасары – Қаржы министрі Асан Бекенов жиынға келді."
    assert {(person, role) for person, role, *_ in posts(text)} == {
        ("Асан Бекенов", "minister"),
        ("Асан Бекенов", "deputy-prime-minister"),
    }


# --- visits, meetings, reports ---


def test_villages_of_a_trip() -> None:
    text = (
        "Жамбыл облысының әкімі Марат Оспанов Сарысу ауданында болды. Марат Оспанов Беріктас ауылындағы мектепке барды."
    )
    assert ("Марат Оспанов", "visited", "Беріктас") in relations(text, "visited")
    assert ("Беріктас", "within", "Сарысу ауданы") in relations(text, "within")


def test_nobody_visits_what_is_shown_from_afar() -> None:
    text = "Марат Оспанов Беріктас ауылындағы мектептің жобасымен танысты."
    assert relations(text, "visited") == set()


def test_all_of_a_delegation_visit() -> None:
    text = "Делегация, құрамында: ректор Марат Оспанов, проректор Серік Омаров «Тұлпар» ЖШС-де болды."
    assert relations(text, "visited") == {("Марат Оспанов", "visited", "Тұлпар"), ("Серік Омаров", "visited", "Тұлпар")}


def test_the_last_of_a_group_shows_the_case_of_all() -> None:
    text = "Облыс әкімі Марат Оспанов пен сала басшыларын қала әкімі Серік Омаров күтіп алды."
    assert relations(text, "metWith") == {("Серік Омаров", "metWith", "Марат Оспанов")}


def test_reports_at_a_meeting_are_made_to_who_leads_it() -> None:
    text = (
        "Аудан әкімі Марат Оспановтың төрағалығымен жиын өтті. "
        "Білім бөлімінің басшысы Серік Омаров пен Н. Ахметов атқарылған жұмысты баяндады."
    )
    assert relations(text, "reportedTo", "metWith") == {
        ("Серік Омаров", "reportedTo", "Марат Оспанов"),
        ("Н. Ахметов", "reportedTo", "Марат Оспанов"),
    }


def test_no_meeting_no_listener() -> None:
    assert relations("Аудан әкімі Марат Оспанов келді. Серік Омаров жұмысты баяндады.", "reportedTo") == set()


# --- what figures are of ---


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Марат Оспанов Таразға келді. «Арна» ЖШС директоры Асан Бекеновтің айтуынша, 40 адам жұмыс істейді.", "Арна"),
        ("Сарысу ауданында жиын өтті. Беріктас ауылында мектеп бар. Биыл ауылда 5 көшеге асфальт төселді.", "Беріктас"),
        ("Таразда «Арна» АӨК жұмыс істейді. Кооперативте 12 адам еңбек етеді.", "Арна"),
    ],
)
def test_what_a_figure_is_of(text: str, about: str) -> None:
    found = resolved(text)
    called = {entity.id: entity.name for entity in found.entities}
    assert [called.get(figure.about or "") for figure in found.figures] == [about]


def test_who_heads_a_branch_does_not_head_the_party() -> None:
    text = "«Ауыл» партиясы облыстық филиалының төрағасы Асан Үсенов сөйледі."
    assert {(person, role, of) for person, role, of, *_ in posts(text)} == {("Асан Үсенов", "head", "облыстық филиалы")}


def test_members_who_were_on_a_trip_became_nothing() -> None:
    text = "Қарасай ауданында Мәжіліс депутаттары Марат Оспанов пен Серік Омаров жұмыс сапарымен болды."
    assert {(person, role, status) for person, role, _, status in posts(text)} == {
        ("Марат Оспанов", "deputy", "current"),
        ("Серік Омаров", "deputy", "current"),
    }
    assert relations(text, "visited") == {
        ("Марат Оспанов", "visited", "Қарасай ауданы"),
        ("Серік Омаров", "visited", "Қарасай ауданы"),
    }


def test_a_minister_is_of_no_town_that_he_came_to() -> None:
    text = "Тараз қаласына министр Марат Оспанов жұмыс сапарымен келді."
    assert posts(text) == {("Марат Оспанов", "minister", "", "current")}


def test_both_offices_parted_by_a_comma_are_his() -> None:
    text = "Аграрлық комитеттің мүшесі, Қазақстанның Еңбек Ері, «Арна» қорының төрағасы Асан Бекенов келді."
    assert {(role, of) for _, role, of, _ in posts(text)} == {("member", "Аграрлық комитет"), ("head", "Арна")}


@pytest.mark.parametrize(
    "text",
    [
        "Жиынға аудандық мәслихат хатшысы, Тараз қаласының әкімі Асан Бекенов қатысты.",
        "Жиынға аудан әкімі, аудандық мәслихат хатшысы Асан Бекенов қатысты.",
        "Жиынға «Арна» қорының өкілдері, аудандық мәслихат хатшысы Асан Бекенов қатысты.",
    ],
)
def test_who_leads_a_place_may_be_another_than_the_name_behind_him(text: str) -> None:
    assert len(posts(text)) == 1


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Қарасай ауданының әкімі Марат Оспанов келді. «Ауыл» партиясы аудандық филиалының төрағасы да болды.",
            ("аудандық филиалы", "locatedIn", "Қарасай ауданы"),
        ),
        (
            "Қарасай ауданының әкімі Марат Оспанов пен аудандық білім бөлімінің басшысы, "
            "аудандық филиалдың төрағасы келді.",
            ("аудандық білім бөлімі", "locatedIn", "Қарасай ауданы"),
        ),
        (
            "Баланы Қостанай облыстық ауруханасы емдеді.",
            ("Қостанай облыстық ауруханасы", "locatedIn", "Қостанай облысы"),
        ),
        (
            "Жобаны Арал аудандық кәсіпкерлік бөлімі қолдады.",
            ("Арал аудандық кәсіпкерлік бөлімі", "locatedIn", "Арал ауданы"),
        ),
    ],
)
def test_a_body_is_where_its_level_is(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in relations(text, "locatedIn")


def test_a_department_told_by_its_field_is_not_the_one_told_before() -> None:
    text = (
        "Аудандық қаржы бөлімінің басшысы Марат Оспанов баяндады. "
        "Аудандық кәсіпкерлік бөлімінің басшысы Серік Омаров сөйледі."
    )
    assert ("Серік Омаров", "head", "Аудандық кәсіпкерлік бөлімі", "current") in posts(text)


def test_whom_a_school_is_named_after_is_no_place() -> None:
    assert names("Жиын Абай атындағы кенттік клубта өтті.", "Place") == []


def test_a_parliament_behind_a_district_is_not_in_it() -> None:
    text = "Қарасай ауданында ҚР Парламенті мен Марат Оспановтың кездесуі өтті."
    assert {place for *_, place in relations(text, "locatedIn")} == {"Қазақстан"}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("облыстық табиғи ресурстар және табиғат пайдалануды реттеу басқармасы", None),
        ("облыстық халыққа білім беру басқармасы", None),
        ("әлеуметтік-мәдени даму комитеті", None),
        ("аудандық санитарлық-эпидемиологиялық басқармасы", None),
        ("ҚазАқпарат Үкіметтің баспасөз қызметі", "Үкіметтің баспасөз қызметі"),
    ],
)
def test_all_words_of_a_body_are_its_name(words: str, body: str | None) -> None:
    assert (body or words) in names(f"Бұл туралы {words} айтты.", "Organization")


def test_a_place_shows_its_case_on_the_last_of_a_list() -> None:
    text = "Марат Оспанов «Бірлік» және «Тоғай» ауылдық округтеріне барды."
    assert {place for *_, place in relations(text, "visited")} == {"Бірлік", "Тоғай"}


def test_the_post_that_a_newcomer_had_is_not_the_one_he_is_given() -> None:
    text = (
        "Бүгін Байзақ ауданының әкімі ауысты. "
        "Бұл лауазымға облыс әкімі аппараты басшысының орынбасары болып істеп келген Нұрлан Бекенов тағайындалды."
    )
    assert {(role, of, status) for _, role, of, status in posts(text)} == {
        ("akim", "Байзақ ауданы", "appointed"),
        ("deputy-head", "", "former"),
    }


def test_an_initial_makes_no_town_of_the_word_before() -> None:
    text = "Үміткер Қ.Абасов 49 дауыс жинады."
    assert names(text, "Place") == []
    assert names(text, "Person") == ["Қ. Абасов"]


def test_a_body_whose_name_opens_with_a_country_is_there() -> None:
    text = "Қонақтарды ҚР Парламенті шақырды. Сенат қолдады."
    assert relations(text, "locatedIn") == {("Қазақстан Республикасының Парламенті", "locatedIn", "Қазақстан")}
    assert names(text, "Organization") == ["Қазақстан Республикасының Парламенті", "Сенат"]


def test_a_trip_goes_on_without_its_subject_and_the_head_of_what_is_seen_reports() -> None:
    text = (
        "Ақтөбе облысының әкімі Марат Оспанов Темір ауданына барды. "
        "Одан кейін Жайлау ауылындағы жаңа мектепте болды. Сондай-ақ «Тұлпар» зауытын аралап көрді. "
        "Зауыт директоры Асан Бекенов жұмыс барысы туралы баяндады."
    )
    assert {place for *_, place in relations(text, "visited")} == {"Темір ауданы", "Жайлау", "Тұлпар"}
    assert relations(text, "reportedTo") == {("Асан Бекенов", "reportedTo", "Марат Оспанов")}


@pytest.mark.parametrize(
    "text",
    [
        "Министр Марат Оспанов Темір ауданына барды. Одан кейін тұрғындар Тараз қаласына барды.",
        "Министр Марат Оспанов Темір ауданына барды. Бұдан соң Тараз қаласына комиссия мүшелері барды.",
    ],
)
def test_who_goes_on_is_told_where_it_is_another(text: str) -> None:
    assert {place for *_, place in relations(text, "visited")} == {"Темір ауданы"}


def test_what_is_told_in_public_is_told_to_no_visitor() -> None:
    text = "Министр Марат Оспанов Темір ауданына барды. «Арна» қорының директоры Асан Бекенов халық алдында есеп берді."
    assert relations(text, "reportedTo") == set()


def test_a_minister_behind_another_is_ordered_as_he_is() -> None:
    text = (
        "Президент Қасым-Жомарт Тоқаев істі қала әкімі Марат Оспанов пен мәдениет және ақпарат министрі "
        "Айгүл Бекеноваға тапсырды. Бұл туралы Stan.kz ақпарат агенттігі хабарлайды."
    )
    assert {(who, whom) for who, _, whom in relations(text, "instructed")} == {
        ("Қасым-Жомарт Тоқаев", "Марат Оспанов"),
        ("Қасым-Жомарт Тоқаев", "Айгүл Бекенова"),
    }
    assert ("Айгүл Бекенова", "minister", "", "current") in posts(text)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Саратов облысы Дергачев ауданының басшысы Иван Громов келді.", "Дергачев ауданы"),
        ("Облыс әкімі Марат Оспанов Татарстанда өткен форумда сөйледі.", ""),
    ],
)
def test_whose_head_it_is_among_two_places(text: str, of: str) -> None:
    assert {place for _, role, place, _ in posts(text) if role == "akim"} == {of}


def test_a_new_akim_who_comes_visits_nothing() -> None:
    text = "Байзақ ауданына жас әкім келді. Байзақ ауданының әкімі болып Нұрлан Бекенов тағайындалды."
    assert relations(text, "visited") == set()


# --- class words of two words, and what they keep apart ---


@pytest.mark.parametrize(
    "text",
    [
        "Аудан әкімі Асан Бекенов Жарқын елді мекеніне барды.",
        "Аудан әкімі Асан Бекенов Жарқын елді мекенінде болды.",
        "Аудан әкімі Асан Бекенов Жарқын кентіндегі мектептің жағдайымен танысты.",
    ],
)
def test_a_place_stands_in_the_case_of_its_class_words(text: str) -> None:
    assert ("Асан Бекенов", "visited", "Жарқын") in relations(text, "visited")


def test_a_given_name_before_class_words_is_a_place() -> None:
    text = "Марат елді мекенінде мектеп салынды."
    assert (names(text, "Person"), names(text, "Place")) == ([], ["Марат"])


def test_a_village_behind_a_full_name_is_no_part_of_it() -> None:
    text = "Бүгін аудан әкімі Асан Бекенов Терісаққан елді мекеніндегі мектептің жағдайымен танысты."
    assert relations(text, "visited") == {("Асан Бекенов", "visited", "Терісаққан")}


def test_a_word_in_capitals_is_no_form_of_a_longer_name() -> None:
    assert names("АУЫЗ СУ ҚҰБЫРЫ ТАРТЫЛДЫ", "Place") == []
    assert names("Делегация Суданға аттанды.", "Place") == ["Судан"]
