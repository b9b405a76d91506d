"""Who made the changes that are told behind «произвёл перестановки», «әкімдерін ауыстырды»; who does a bidden deed."""

from __future__ import annotations

import pytest

from tests.resolve.news import Fact, posts, relations, resolved


@pytest.mark.parametrize(
    ("text", "appointed", "dismissed"),
    [
        (
            "Аким области Марат Оспанов своим распоряжением сменил акимов районов. Акимом Курмангазинского района "
            "назначен Серик Абенов. Глава аппарата Олег Ким освобождён от должности.",
            {"Серик Абенов"},
            {"Олег Ким"},
        ),
        (  # what was before, by its year or by a word that begins the sentence, is none of them
            "Губернатор Марат Оспанов произвёл кадровые перестановки. Министром назначен Игорь Семёнов. "
            "Олег Ким стал начальником полиции в марте 2009 года. Ранее начальником училища был назначен Иван Конев.",
            {"Игорь Семёнов"},
            set(),
        ),
        (
            "Облыс әкімі Марат Оспанов өз өкімімен бірқатар аудан әкімдерін ауыстырды. Тарбағатай ауданының әкімі "
            "болып Ерлан Текешов тағайындалды. Бұған дейін Риддер қаласының әкімі болып Асан Бекенов тағайындалды.",
            {"Ерлан Текешов"},
            set(),
        ),
        ("Аким Марат Оспанов провёл расчёты. Акимом района назначен Серик Абенов.", set(), set()),
    ],
)
def test_whose_changes_they_are(text: str, appointed: set[str], dismissed: set[str]) -> None:
    assert relations(text + "\n", "appointed") == {("Марат Оспанов", one) for one in appointed}
    assert relations(text + "\n", "dismissed") == {("Марат Оспанов", one) for one in dismissed}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("До этого «Зарю» возглавлял Олег Панов.", ("Олег Панов", "head", "Заря", "former")),
        ("После этого Омскую область возглавил Олег Панов.", ("Олег Панов", "akim", "Омская область", "appointed")),
        (
            "Абай атындағы университетте жиын өтті. Бұған дейін аталмыш университетті Асан Бекенов басқарды.",
            ("Асан Бекенов", "head", "Абай атындағы университет", "former"),
        ),
        (
            "Министерство туризма провело встречу. Руководитель ведомства Олег Панов выступил.",
            ("Олег Панов", "minister", "Министерство туризма", "current"),
        ),
        (
            "ТОО «Заря» построило цех. Директор предприятия Олег Панов выступил.",
            ("Олег Панов", "head", "Заря", "current"),
        ),
        (  # a firm whose name tells no class
            "«Сургутнефтегаз» сохраняет прогноз по добыче. Об этом сообщил глава компании Олег Панов.",
            ("Олег Панов", "head", "Сургутнефтегаз", "current"),
        ),
        (  # «Басқарма» is the firm's board and not the department told of below
            "Жиынға «Тұлпар» АҚ Басқарма төрағасы Асан Бекенов қатысты. Құрылыс басқармасы есеп берді.",
            ("Асан Бекенов", "head", "Тұлпар", "current"),
        ),
        ("Представитель Казахстана в ООН Олег Панов выступил.", ("Олег Панов", "other", "Казахстан", "current")),
        ("Представитель фонда «Заря» Олег Панов выступил.", ("Олег Панов", "spokesperson", "Заря", "current")),
    ],
)
def test_posts_that_other_words_hid(text: str, fact: Fact) -> None:
    assert fact in posts(text + "\n")


@pytest.mark.parametrize(
    "text",
    ["В финале представитель Омской области Олег Ким проиграл.", "Финалда Абай облысының өкілі Асан Бекенов жеңілді."],
)
def test_who_comes_from_a_region_holds_no_post_in_it(text: str) -> None:
    assert posts(text + "\n") == set()


def test_whose_deed_is_bidden_is_told_to_do_it() -> None:
    text = "Премьер-министр Марат Оспанов облыс әкімі Асан Бекеновтің {} тапсырды.\n"
    assert relations(text.format("осы мәселеге көңіл бөлуін"), "instructed") == {("Марат Оспанов", "Асан Бекенов")}
    assert relations(text.format("ұсынысын қолдауды"), "instructed") == set()


def test_who_made_a_thing_does_not_act_behind_it() -> None:
    text = "Министр Марат Оспанов {} бойынша комиссия Асан Бекеновке жобаны таныстырды.\n"
    assert relations(text.format("шығарған бұйрық"), "reportedTo") == set()


def test_a_bare_body_told_before_any_place_is_in_none() -> None:
    text = "Өңір басшысы мәслихат депутаттарына келді. Асан Бекенов Семей қаласының әкімі болып тағайындалды.\n"
    assert relations(text, "locatedIn") == set()
    before = "Семей қаласының әкімі Асан Бекенов келді. Ол мәслихат депутаттарымен кездесті.\n"
    assert relations(before, "locatedIn") == {("мәслихат", "Семей")}


def test_a_department_that_somebody_left_may_be_anywhere() -> None:
    text = "Акимом Курмангазинского района назначен Серик Абенов, ранее возглавлявший управление строительства.\n"
    assert relations(text, "locatedIn") == set()


def test_people_counted_by_heads_are_no_money_and_no_bare_number() -> None:
    text = "4,5 мың халқы бар ауылға су келді. Биыл 16 елді мекенге газ тартылды.\n"
    found = {figure.value: (figure.unit, figure.concept) for figure in resolved(text).figures}
    assert found == {"4500": ("person", "population"), "16": ("count", None)}


def test_a_word_built_like_a_villages_name_is_one() -> None:
    text = "Глава района Олег Панов посетил Звонаревку.\n"
    assert relations(text, "visited") == {("Олег Панов", "Звонаревка")}


def test_who_is_only_called_a_former_one_is_less_surely_whom_another_followed() -> None:
    text = "Мэром Твери стал Олег Панов. {} Иван Ким ушёл.\n"
    sure = {}
    for words in ("Экс-мэр Твери", "Предыдущий мэр Твери", "Освобождён от должности мэр Твери"):
        sure[words] = next(c.confidence for c in resolved(text.format(words)).claims if c.predicate == "succeeded")
    assert sure.pop("Экс-мэр Твери") < 0.7 < min(sure.values())


def test_who_only_tells_of_another_has_none_of_his_posts() -> None:
    text = "Как сообщила тогда пресс-секретарь фонда «Заря», президент Иван Ким позвонил певице.\n"
    assert {role for _, role, _, _ in posts(text)} == {"president"}
    both = "Как сообщил вчера вице-премьер, министр финансов Иван Ким, бюджет принят.\n"
    assert {role for _, role, _, _ in posts(both)} == {"deputy-prime-minister", "minister"}


def test_he_of_an_order_is_whom_the_sentences_before_are_about() -> None:
    text = (
        "Председатель фонда «Заря» Иван Ким провёл приём. К нему обратились 12 человек. "
        "Он поручил директору Олегу Панову починить крышу.\n"
    )
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    assert [names[s.speaker or ""] for s in found.statements if s.kind == "Instruction"] == ["Иван Ким"]


def test_verbs_of_both_aspects_tell_what_is_promised() -> None:
    for verb in ("газифицируют", "реконструируют"):
        found = resolved(f"Аким Омска Иван Ким пообещал, что до конца 2025 года {verb} посёлок.\n")
        assert [s.kind for s in found.statements] == ["Commitment"]


def test_the_director_of_a_works_heads_not_the_firm_that_built_it() -> None:
    text = "В Душанбе открылся завод. {} «Авесто». Директор завода Сафар Назаров рассказал о планах.\n"
    assert {of for _, _, of, _ in posts(text.format("Предприятие построено компанией"))} == {""}
    assert {of for _, _, of, _ in posts(text.format("Его хозяин – компания"))} == {"Авесто"}


@pytest.mark.parametrize("verb", ["предложил", "рекомендовал"])
def test_who_is_proposed_for_a_post_is_not_yet_in_it(verb: str) -> None:
    text = f"Президент Узбекистана {verb} на должность хокима Самарканда Олега Панова.\n"
    assert ("Олег Панов", "akim", "Самарканд", "candidate") in posts(text)
    assert not relations(text, "appointed")


def test_the_head_of_the_region_is_of_the_one_a_text_is_about_and_no_guest() -> None:
    text = (
        "СҚО әкімі Асан Бекенов Шэньси провинциясының губернаторы Чжао Идэмен кездесу өткізді. Солтүстік Қазақстан "
        "облысы астық сатады.\nСонымен қатар өңір басшысы компания басшысы Цзя Хэймен кездесу өткізді.\n"
    )
    assert relations(text, "metWith") == {("Асан Бекенов", "Чжао Идэ"), ("Асан Бекенов", "Цзя Хэй")}
