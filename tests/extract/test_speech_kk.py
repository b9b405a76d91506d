"""Who speaks, meets and orders in Kazakh news, where the words name him by a title, before, or not at all."""

from __future__ import annotations

import pytest
from test_relations_kk import relations, resolved


def spoken(text: str, kind: str = "Quote") -> list[str]:
    """The speakers of a kind of statement, in order of the text."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [names[s.speaker or ""] for s in found.statements if s.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Зауыттың бас директоры Нұрлан Бекенов келді. «Цех күзде ашылды, жұмыс жүріп жатыр», – деді директор.",
        "Мәжілісмен Нұрлан Бекенов ауылға барды. «Жол нашар, оны жөндеу керек», – деді депутат.",
        "Облыстық білім басқармасының басшысы Нұрлан Бекенов келді. «Мектеп дайын тұр», – деді басқарма басшысы.",
        "«Арай» ЖШС директоры Нұрлан Бекенов келді. «Цех күзде ашылып үлгерді», – деді компания директоры.",
        "Сенат төрағасы Нұрлан Бекенов келді. «Мұндай жағдай бізде болған жоқ», – деп жауап берді Сенат спикері.",
    ],
)
def test_who_leads_a_body_speaks_by_his_title(text: str) -> None:
    assert spoken(text) == ["Нұрлан Бекенов"]


@pytest.mark.parametrize(
    "text",
    [
        "«Арай» ЖШС директоры Нұрлан Бекенов келді. «Сыныптар суық, көмір жоқ», – деді мектеп директоры.",
        "Мәжілісмен Нұрлан Бекенов пен мәжілісмен Асан Омаров келді. «Жол нашар, су да жоқ», – деді депутат.",
    ],
)
def test_a_title_of_another_body_or_of_several_is_nobodys(text: str) -> None:
    assert spoken(text) == []


def test_a_leader_called_by_his_fathers_name_orders() -> None:
    text = "Қала әкімі Нұрлан Бекенов жиын өткізді. «Көпірді қысқа дейін бітіру керек», – деді Нұрлан Асанұлы."
    assert spoken(text, "Instruction") == ["Нұрлан Бекенов"]


def test_sittings_are_reported_to_the_akim_who_orders_there() -> None:
    text = (
        "Қаржы бөлімінің басшысы Серік Омаров бюджет туралы баяндама жасады. "
        "Аудан әкімі Марат Оспанов бөлімдерге нақты тапсырма берді."
    )
    assert relations(text, "reportedTo", "metWith") == {("Серік Омаров", "reportedTo", "Марат Оспанов")}


def test_an_order_to_a_staff_is_not_his_who_reported() -> None:
    text = "Президент министр Асан Омаровтың есебін тыңдап, құтқару штабына бірқатар тапсырма берді."
    assert relations("Қасым-Жомарт Тоқаев келді. " + text, "instructed") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Асан Омаров Марат Оспановтың Серік Ахметовпен кездесу өткізу туралы ұсынысын қолдады.",
        "Асан Омаров Марат Оспанов пен Серік Ахметовтің кездесуін Таразда өткізу туралы бастама көтерді.",
    ],
)
def test_a_meeting_proposed_is_none(text: str) -> None:
    assert [c for c in resolved(text).claims if c.predicate == "metWith" and c.modality == "asserted"] == []


def test_a_capital_in_the_dateline_is_in_no_region_of_a_trip() -> None:
    text = "Марат Оспанов Ұлытау облысына барады\nАСТАНА. ҚазАқпарат - Министр Марат Оспанов Ұлытау облысына барады."
    assert ("Астана", "within", "Ұлытау облысы") not in relations(text, "within")


def test_today_is_when_it_was_ordered_not_when_it_is_due() -> None:
    found = resolved("14.06.2024\nБүгін қала әкімі Марат Оспанов көпірді жөндеуді тапсырды.")
    assert [s.due for s in found.statements if s.kind == "Instruction"] == [None]


def test_a_visit_that_a_site_reports_has_been() -> None:
    text = "Қала әкімі Марат Оспанов Жайлау ауылында жаңа мектепті көріп шықты, деп хабарлайды «Дала» газеті."
    assert relations(text, "visited") == {("Марат Оспанов", "visited", "Жайлау")}


def test_who_acts_in_the_sentence_before_orders_where_nobody_is_named() -> None:
    text = "Аудан әкімі Марат Оспанов Жарқын ауылында болды. Мердігерге жолды қысқа дейін жөндеуді тапсырды."
    assert spoken(text, "Instruction") == ["Марат Оспанов"]


@pytest.mark.parametrize(
    "text",
    [
        "Аудан әкімі Марат Оспанов пен депутат Асан Омаров ауылда болды. Мердігерге жолды жөндеуді тапсырды.",
        "Дәрігер Марат Оспанов Жарқын ауылында болды. Мердігерге жолды қысқа дейін жөндеуді тапсырды.",
        "Аудан әкімі Марат Оспанов Жарқын ауылында болды. Комиссия мердігерге жолды жөндеуді тапсырды.",
    ],
)
def test_of_two_of_nobody_in_office_or_beside_another_no_order_is_told(text: str) -> None:
    assert spoken(text, "Instruction") == []


def test_an_official_press_service_tells_what_an_outlet_only_passes_on() -> None:
    assert spoken("Ауылда жаңа көпір салынды, деп хабарлайды Абай облысы әкімінің баспасөз қызметі.") != []
    text = "Ауылда жаңа көпір салынды, деп хабарлайды Zakon.kz Абай облысы әкімінің баспасөз қызметіне сілтеме жасап."
    assert spoken(text) == []


def test_who_answered_right_before_plans_what_follows() -> None:
    text = (
        "Облыс әкімі Марат Оспановқа мектеп директоры Сәуле Ахметова мектептің жайын баяндады. "
        "Сауалға аудандық білім бөлімінің басшысы Нұрлан Бекенов жауап берді. "
        "Айтуынша, келесі жылы жаңа мектеп салу жоспарланып отыр."
    )
    assert spoken(text, "Commitment") == ["Нұрлан Бекенов"]


def test_what_a_body_tells_may_stand_before_it() -> None:
    assert spoken("Ауылда жаңа мектеп ашылды. Бұл туралы Энергетика министрлігі хабарлады.") == [
        "Энергетика министрлігі"
    ]
    assert spoken("Ауылда жаңа мектеп ашылды. Бұл туралы Zakon.kz хабарлады.") == []


def test_a_season_is_no_month() -> None:
    due = [s.due for s in resolved("«Жылу беру маусымын бастаймыз», – деді әкім Марат Оспанов.").statements]
    assert due and set(due) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Қала әкімі Марат Оспанов депутаттар мен тыңдауларға қатысушыларға көпір салынғанын хабарлады.",
        "Қала әкімі Марат Оспанов тұрғындар үшін көпір салынғанын хабарлады.",
        "Үкімет басшысы Марат Оспанов келді. «Көпір салынып, жол жөнделді», – делінген Үкімет басшысының жауабында.",
    ],
)
def test_those_told_to_or_told_for_do_not_tell(text: str) -> None:
    assert spoken(text) == ["Марат Оспанов"]


@pytest.mark.parametrize("words", ["Құр уәде бере алмаймын, жұмыс көп", "Ертең қаламыз үшін еңбек етейік, достар"])
def test_what_cannot_be_promised_or_is_ours_is_no_promise(words: str) -> None:
    assert spoken(f"«{words}», – деді қала әкімі Марат Оспанов.", "Commitment") == []


def test_who_acts_by_his_post_tells_in_the_sentence_that_names_nobody() -> None:
    text = "Бүгін аудан әкімі Марат Оспанов Жарқын ауылын аралады. Балалар алаңы салынатындығын айтты."
    assert spoken(text) == ["Марат Оспанов"]


def test_without_his_post_or_beside_another_nobody_tells() -> None:
    assert spoken("Бүгін Марат Оспанов Жарқын ауылын аралады. Көпірдің жөнделгенін айтты.") == []
    text = "Аудан әкімі Марат Оспанов пен депутат Асан Омаров ауылды аралады. Көпірдің жөнделгенін айтты."
    assert spoken(text) == []


def test_a_body_that_told_right_before_plans_what_follows() -> None:
    text = (
        "Ауылда су қоймасы салынады. Бұл туралы Энергетика министрлігі мәлімдеді. "
        "Құрылыс жұмыстарын келесі жылы бастау жоспарланып отыр."
    )
    assert set(spoken(text, "Commitment")) == {"Энергетика министрлігі"}


def test_a_question_is_not_said_by_whoever_answers_it() -> None:
    text = "Марат Сейтімов «Көпір қашан салынып бітеді?» деген {} жауап берді."
    assert spoken(text.format("тұрғындар сұрағына")) == []
    assert spoken(text.format("сауалға")) == []


BRIEFING = "Шет ауданының әкімі Нұрлан Бекенов брифинг өткізді. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ол жылу қазандығының іске қосылғанын айтты.", "Quote"),
        ("Сондай-ақ ол көпірдің салынғанын хабарлады.", "Quote"),
        ("Бұған қоса, ол көпірдің салынғанын хабарлады.", "Quote"),
        ("Жиында ол жолды жөндеуді тапсырды.", "Instruction"),
        ("Ол жыл соңына дейін көпір салынатынын айтты.", "Commitment"),
    ],
)
def test_he_who_opens_a_sentence_spoke_before(text: str, kind: str) -> None:
    assert spoken(BRIEFING + text, kind) == ["Нұрлан Бекенов"]


@pytest.mark.parametrize(
    "text",
    [
        "Ол маман көпірдің салынғанын айтты.",
        "Ол ауылдың тұрғындары көпірдің салынғанын айтты.",
        "Ол жиында Асқар Үсенов көпірдің салынғанын айтты.",
    ],
)
def test_that_one_is_not_he(text: str) -> None:
    assert "Нұрлан Бекенов" not in spoken(BRIEFING + text)
