"""Kazakh lives told without their subject, and who left, got or passed on which post."""

from __future__ import annotations

import pytest

from tests.resolve.news import posts, relations

WORKED = "Нұрлан Бекенов 1975 жылы туған. 1997 жылы институтты бітірген. Еңбек жолын мектеп мұғалімі болып бастады. "


def test_a_life_goes_on_without_its_subject() -> None:
    text = WORKED + "2005-2010 жылдары Тараз қаласы әкімінің орынбасары болып қызмет атқарды.\n"
    assert posts(text) == {("Нұрлан Бекенов", "deputy-akim", "Тараз", "former")}


def test_a_life_of_many_posts_is_one_mans() -> None:
    text = (
        "Нұрлан Бекенов 1975 жылы туған. Орал ауыл шаруашылығы институтын инженер мамандығы бойынша бітірген. "
        "Еңбек жолын Тараз қаласы Абай атындағы орта мектебінің мұғалімі болып бастаған. "
        "Жамбыл облысы Меркі ауданы әкімінің орынбасары, Жамбыл облысы Тараз қаласы әкімінің орынбасары болған. "
        "Кейін Қазақстан Республикасының Қаржы вице-министрі болды. 2014-2017 жылдары Меркі ауданының әкімі қызметін "
        "атқарса, 2017-2018 жылдары Тараз қаласының әкімі болды. Кейін «Тұлпар» партиясының хатшысы болды.\n"
    )
    assert posts(text) == {
        ("Нұрлан Бекенов", "other", "Абай атындағы орта мектебі", "former"),
        ("Нұрлан Бекенов", "deputy-akim", "Меркі ауданы", "former"),
        ("Нұрлан Бекенов", "deputy-akim", "Тараз", "former"),
        ("Нұрлан Бекенов", "deputy-minister", "Қазақстан", "former"),
        ("Нұрлан Бекенов", "akim", "Меркі ауданы", "former"),
        ("Нұрлан Бекенов", "akim", "Тараз", "former"),
        ("Нұрлан Бекенов", "other", "Тұлпар", "former"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Нұрлан Бекенов өзгерістер болатынын айтты. Енді 5 министр қызметінен кетіп, жаңа мүшелер тағайындалды.\n",
        "Нұрлан Бекенов мәселені айтты. 2020 жылы ауылда мектеп директоры ауысты.\n",
        "Нұрлан Бекенов жиынға келді. Кездесуде мектеп директоры болды.\n",
    ],
)
def test_what_befell_others_is_no_life(text: str) -> None:
    assert posts(text) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Меркі ауданының әкімі Нұрлан Бекенов облыстық қаржы басқармасының басшысы қызметінен босатылған "
            "Асан Үсенов туралы айтты.\n",
            ("Асан Үсенов", "head", "облыстық қаржы басқармасы", "former"),
        ),
        (
            "Тараз қаласының әкімі Нұрлан Бекенов қызметінен кетті. Айта кетейік, Нұрлан Бекенов Тараз қаласының "
            "әкімі болып 2022 жылы тағайындалған болатын.\n",
            ("Нұрлан Бекенов", "akim", "Тараз", "dismissed"),
        ),
        (
            "Тараз қаласының әкімі болып бұрын Меркі ауданының әкімі қызметін атқарған Асан Үсенов тағайындалды.\n",
            ("Асан Үсенов", "akim", "Тараз", "appointed"),
        ),
        (
            "Тараз қаласының әкімі Нұрлан Бекенов қызметінен босатылды. Оның орнына Асан Үсенов тағайындалды.\n",
            ("Асан Үсенов", "akim", "Тараз", "appointed"),
        ),
        ("«Тұлпар» ЖШС-ның директоры Асан Үсенов келді.\n", ("Асан Үсенов", "head", "Тұлпар", "current")),
        ("Меркі ауданының тізгіні Асан Үсеновке тапсырылды.\n", ("Асан Үсенов", "akim", "Меркі ауданы", "appointed")),
    ],
)
def test_who_got_and_who_left_a_post(text: str, fact: tuple[str, ...]) -> None:
    assert fact in posts(text)


def test_two_leave_their_posts_together() -> None:
    text = (
        "Жамбыл облысының білім басқармасының басшысы Асан Үсенов пен Меркі ауданының әкімі Нұрлан Бекенов "
        "қызметтерінен кетті.\n"
    )
    assert {(person, status) for person, _, _, status in posts(text)} == {
        ("Асан Үсенов", "dismissed"),
        ("Нұрлан Бекенов", "dismissed"),
    }


def test_a_ministry_has_no_part_of_the_name_before_it() -> None:
    text = "Асан Үсенов Қаржы министрі болды, Нұрлан Бекенов Энергетика министрлігінің басшысы болып тағайындалды.\n"
    assert ("Нұрлан Бекенов", "minister", "Энергетика министрлігі", "appointed") in posts(text)


def test_who_heads_the_staff_of_a_body_does_not_head_the_body() -> None:
    text = "Ақсуат аудандық мәслихаты аппаратының жаңа басшысы Асан Үсенов сөйледі.\n"
    assert posts(text) == {("Асан Үсенов", "head", "", "current")}


def test_a_rector_is_of_no_university_that_is_named_in_passing_later() -> None:
    text = "Университет ректоры Асан Үсенов Тараз өңірлік университетінің профессорына алғыс айтты.\n"
    assert posts(text) == {("Асан Үсенов", "head", "", "current")}


def test_who_hands_over_an_award_gives_no_order() -> None:
    text = "Ақсуат ауданының әкімі Асан Үсенов Нұрлан Бекеновке алғыс хат тапсырды.\n"
    assert relations(text, "instructed") == set()


def test_guests_who_stand_behind_their_trip_visited() -> None:
    text = "Ақсуат ауданына жұмыс сапарымен депутат Асан Үсенов, мәслихат депутаты Нұрлан Бекенов келді.\n"
    assert relations(text, "visited") == {("Асан Үсенов", "Ақсуат ауданы"), ("Нұрлан Бекенов", "Ақсуат ауданы")}


def test_one_office_has_one_holder() -> None:
    text = (
        "Қазақстанның АҚШ-тағы елшісі Бекеновпен кездесті\n\nҚазақстанның АҚШ-тағы елшісі Асан Үсенов АҚШ президенті "
        "Нұрлан Бекеновпен кездесті.\n"
    )
    assert {(person, role) for person, role, _, _ in posts(text)} == {
        ("Асан Үсенов", "ambassador"),
        ("Нұрлан Бекенов", "president"),
    }


def test_a_past_minister_leaves_the_post_that_he_has_now() -> None:
    text = (
        "Грузияның бұрынғы экономика және тұрақты даму министрі Асан Үсенов «Тұлпар» компаниясы төрағасының "
        "орынбасары қызметінен кетті.\n"
    )
    assert posts(text) == {
        ("Асан Үсенов", "minister", "Грузия", "former"),
        ("Асан Үсенов", "deputy-head", "Тұлпар", "dismissed"),
    }


def test_the_akim_of_a_life_is_of_no_district_that_the_text_turns_around() -> None:
    text = "Меркі ауданының әкімі болып Асан Үсенов тағайындалды. Ол бұған дейін аудан әкімінің орынбасары болған.\n"
    assert ("Асан Үсенов", "deputy-akim", "", "former") in posts(text)


def test_elbasy_is_one_man_alone() -> None:
    assert posts("Сенат төрағасы Қасым-Жомарт Тоқаев Елбасының атынан алғыс айтты.\n") == {
        ("Қасым-Жомарт Тоқаев", "head", "Сенат", "current")
    }


def test_a_villager_is_no_akim_for_want_of_another() -> None:
    text = "Меркі ауданында әкім сайлауы өтті. Таңмен келген Асан Үсенов «Бүгін маңызды күн» деді.\n"
    assert posts(text) == set()


def test_both_in_the_genitive_before_a_meeting() -> None:
    text = "Меркі ауданы әкімінің Асан Үсеновтің төрағалығымен жиын өтті.\n"
    assert posts(text) == {("Асан Үсенов", "akim", "Меркі ауданы", "current")}


def test_the_works_of_a_company_are_a_visit_to_it() -> None:
    text = "Министр Асан Үсенов «Тұлпар» ЖШС-ның құс фабрикасына барды.\n"
    assert relations(text, "visited") == {("Асан Үсенов", "Тұлпар")}


def test_a_legal_form_behind_a_name_is_no_body() -> None:
    text = "«Тұлпар» ҰК АҚ басқарма төрағасы Асан Үсенов келді.\n"
    assert posts(text) == {("Асан Үсенов", "head", "Тұлпар", "current")}


def test_whose_invitation_it_was_makes_no_trip() -> None:
    text = "Асан Үсенов Нұрлан Бекеновтің шақыруымен Ташкентке мемлекеттік сапармен барды.\n"
    assert relations(text, "visited") == {("Асан Үсенов", "Ташкент")}


def test_rows_of_dated_posts_are_a_life() -> None:
    text = (
        "Нұрлан Бекенов 1975 жылы туған. Орал ауыл шаруашылығы институтын бітірген.\n1998-2003 жж. – «Тұлпар» АҚ "
        "директоры;\n2003-2007 жылдары – Меркі ауданы әкімінің орынбасары;\n2007 жылдан бастап – облыстық ішкі саясат "
        "басқармасының басшысы.\n"
    )
    assert posts(text) == {
        ("Нұрлан Бекенов", "head", "Тұлпар", "former"),
        ("Нұрлан Бекенов", "deputy-akim", "Меркі ауданы", "former"),
        ("Нұрлан Бекенов", "head", "облыстық ішкі саясат басқармасы", "current"),
    }


def test_years_before_what_somebody_does_are_no_row_of_posts() -> None:
    text = "Нұрлан Бекенов 1975 жылы туған. 2007 жылғы жоспар бойынша мектеп директоры, мұғалім мен әкім керек.\n"
    assert posts(text) == set()


def test_a_post_behind_another_is_of_the_same_body() -> None:
    text = "Нұрлан Бекенов 2004-2007 жылдары «Тұлпар» зауыты директорының орынбасары, директоры болып істеді.\n"
    assert posts(text) == {
        ("Нұрлан Бекенов", "deputy-head", "Тұлпар", "former"),
        ("Нұрлан Бекенов", "head", "Тұлпар", "former"),
    }


def test_a_past_post_is_the_guests_not_the_hosts() -> None:
    text = (
        "Меркі ауданының әкімі Асан Үсенов «Тұлпар» зауытының директоры қызметін көп жыл атқарған, еңбек ардагері "
        "Нұрлан Бекеновті қабылдады.\n"
    )
    assert posts(text) == {
        ("Асан Үсенов", "akim", "Меркі ауданы", "current"),
        ("Нұрлан Бекенов", "head", "Тұлпар", "former"),
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Қытай төрағасы Нұрлан Бекенов келді.\n", ("Нұрлан Бекенов", "president", "Қытай", "current")),
        (
            "Түркістан облысының прокуроры Нұрлан Бекенов келді.\n",
            ("Нұрлан Бекенов", "head", "Түркістан облысы", "current"),
        ),
        ("Түлектер қауымының президенті Нұрлан Бекенов келді.\n", ("Нұрлан Бекенов", "head", "", "current")),
        ("Қазақстан жағының төрағасы Нұрлан Бекенов келді.\n", ("Нұрлан Бекенов", "head", "", "current")),
        ("Тараз қаласының директоры Нұрлан Бекенов келді.\n", ("Нұрлан Бекенов", "head", "", "current")),
        ("Астанаға елорданың әкімі Нұрлан Бекенов келді.\n", ("Нұрлан Бекенов", "akim", "Астана", "current")),
    ],
)
def test_what_the_words_before_a_post_make_of_it(text: str, fact: tuple[str, ...]) -> None:
    assert posts(text) == {fact}


def test_a_rumour_takes_nobody_from_office() -> None:
    text = (
        "«Тараз қаласының әкімі Нұрлан Бекенов қызметінен босатылып, басқа жұмысқа тағайындалуы мүмкін», деді тілші.\n"
    )
    assert posts(text) == {("Нұрлан Бекенов", "akim", "Тараз", "current")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "«Тұлпар» партиясы Ақсуат облыстық филиалының төрағасы, облыс әкімі Асан Үсенов келді.\n",
            ("Асан Үсенов", "head", "Ақсуат облыстық филиалы", "current"),
        ),
        (
            "Асан Үсенов Меркі ауданының әкімі емес еді. Ол кезде Нұрлан Бекенов Тараз қаласының әкімі еді.\n",
            ("Нұрлан Бекенов", "akim", "Тараз", "former"),
        ),
        (
            "«Тұлпар» қоры төрағасы қызметін Асан Үсенов атқарады. Қор төрағасының міндеті Асан Үсеновке жүктелді.\n",
            ("Асан Үсенов", "head", "Тұлпар", "acting"),
        ),
    ],
)
def test_offices_held_besides_before_and_for_others(text: str, fact: tuple[str, ...]) -> None:
    assert fact in posts(text)


def test_a_theatre_called_after_somebody_makes_him_no_subject() -> None:
    text = (
        "2012 жылы М.Бекенов театрына қызметке қабылданған. Осы күнге дейін «Тұлпар» театры директорының орынбасары "
        "қызметін атқарған.\n"
    )
    assert posts(text) == set()


def test_whose_companion_somebody_is_led_nothing() -> None:
    text = "26 жыл бойы Қорғаныс министрлігін басқарған Асан Үсеновтің серігі Нұрлан Бекенов қызметінен кетті.\n"
    assert posts(text) == set()


def test_akims_of_several_places_are_told_in_turn() -> None:
    text = "Меркі және Байзақ аудандарының әкімдері Асан Үсенов, Нұрлан Бекенов келді.\n"
    assert posts(text) == {
        ("Асан Үсенов", "akim", "Меркі ауданы", "current"),
        ("Нұрлан Бекенов", "akim", "Байзақ ауданы", "current"),
    }


def test_of_more_names_than_places_nobody_knows_whose_each_is() -> None:
    text = "Меркі, Байзақ аудандарының әкімдері Асан Үсенов, Нұрлан Бекенов, Мұрат Жанабаев келді.\n"
    assert posts(text) == set()


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Облыс әкімі Асан Үсеновке алғыс айтты.\n", False),
        ("Мемлекет басшысы Асан Үсеновті Қаржы министрі лауазымына тағайындады.\n", False),
        ("Облыс әкімі Асан Үсеновке тұрғындар алғыс айтты.\n", True),
        ("Облыс әкімі Асан Үсеновке медаль табысталды.\n", True),
        ("Облыс әкімі Асан Үсеновтің айтуынша, жол салынады.\n", True),
        ("Кеше облыс әкімі Асан Үсеновке алғыс айтты.\n", True),
    ],
)
def test_a_title_that_does_it_to_another_is_not_the_others(text: str, holds: bool) -> None:
    held = {role for _, role, _, status in posts(text) if status == "current"}
    assert bool(held) is holds


def test_elbasy_is_former_where_the_text_tells_of_the_first_president() -> None:
    text = "Қазақстанның Тұңғыш Президенті – Елбасы Нұрсұлтан Назарбаев кітап сыйлады.\n"
    assert posts(text) == {("Нұрсұлтан Назарбаев", "president", "Қазақстан", "former")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Академия ашылды, оның бірінші президенті болған Асан Үсенов келді.\n", ("Асан Үсенов", "head", "", "former")),
        (
            "ҚР Сыртқы істер министрі Асан Үсеновке Премьер-Министрдің орынбасары қызметі жүктелді.\n",
            ("Асан Үсенов", "deputy-prime-minister", "Қазақстан", "appointed"),
        ),
        (
            "Асан Үсенов Қазақстан Республикасы Премьер-Министрінің орынбасары болып тағайындалды. Премьер-Министр "
            "Кеңсесінің басшысы Нұрлан Бекенов сөйледі.\n",
            ("Асан Үсенов", "deputy-prime-minister", "Қазақстан", "appointed"),
        ),
    ],
)
def test_what_offices_are_of(text: str, fact: tuple[str, ...]) -> None:
    assert fact in posts(text)


def test_the_first_of_a_list_is_met_and_meets_nobody() -> None:
    text = (
        "Балалар Олимпиада чемпионы, қазақстандық палуан Юрий Мельников, су добы ойыншысы Сергей Котов және жүзуші "
        "Дмитрий Баландинмен кездесіп, қолтаңбаларын алды.\n"
    )
    assert relations(text, "metWith") == set()


def test_he_of_whom_a_life_goes_on_had_all_the_posts_of_a_row() -> None:
    text = (
        "Марат Жүсіпов 1964 жылы туған. "
        "Ол {} Қордай ауданы әкімінің орынбасары, «Өсу» ЖШС директоры қызметтерін атқарған.\n"
    )
    posts_of_his = {
        ("Марат Жүсіпов", "deputy-akim", "Қордай ауданы", "former"),
        ("Марат Жүсіпов", "head", "Өсу", "former"),
    }
    assert posts(text.format("түрлі жылдары")) == posts_of_his
    assert posts(text.format("бұған дейін")) == posts_of_his


def test_what_a_minister_did_to_what_another_runs() -> None:
    text = (
        "Министр Асылжан Оразов облысқа келді. "
        "Министр ет өндіретін Вячеслав Руф басқаратын «Сайгүл» серіктестігін аралады.\n"
    )
    assert relations(text, "visited") == {("Асылжан Оразов", "Сайгүл")}
    assert ("Вячеслав Руф", "head", "Сайгүл", "current") in posts(text)


def test_below_the_author_stands_the_region() -> None:
    text = (
        "Мектеп ашылды\n\nОблыс әкімі Қуат Жанабаев жаңа мектептің ашылуына қатысты. Мұнда 300 бала оқиды.\n\n"
        "Асан БЕКЕНОВ,\n«Дала үні»\nАлматы облысы"
    )
    assert ("Қуат Жанабаев", "akim", "Алматы облысы", "current") in posts(text)


# --- a post without a verb, and who takes one over ---

HELD = "Нұрлан Бекенов кеше жиынға қатысты. "


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Ол – Тараз қаласының әкімі.\n",
        HELD + "Қазір ол Тараз қаласының әкімі.\n",
        "Нұрлан Бекенов 2021 жылдан бері Тараз қаласының әкімі.\n",
        "Нұрлан Бекенов енді Тараз қаласының әкімі.\n",
    ],
)
def test_a_sentence_may_end_with_the_post_of_whom_it_is_about(text: str) -> None:
    assert posts(text) == {("Нұрлан Бекенов", "akim", "Тараз", "current")}


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Ол Тараз қаласының әкімі емес.\n",
        HELD + "Ол – Тараз қаласы әкімінің досы.\n",
        HELD + "Оның ұлы қазір Тараз қаласының әкімі.\n",
        HELD + "Ол кезде Марат Оспановпен дос еді, енді Тараз қаласының әкімі.\n",
        "Нұрлан Бекенов Марат Оспановпен кездесті. Қазір ол Тараз қаласының әкімі.\n",
    ],
)
def test_whose_post_it_is_must_be_certain(text: str) -> None:
    assert posts(text) == set()


@pytest.mark.parametrize("does", ["атқарады", "атқаратын болады"])
def test_who_does_the_work_from_now_on_has_the_post(does: str) -> None:
    text = f"Тараз қаласының әкімі Марат Оспанов қызметінен босатылды. Енді бұл қызметті Нұрлан Бекенов {does}.\n"
    assert ("Нұрлан Бекенов", "akim", "Тараз", "appointed") in posts(text)
    assert relations(text, "succeeded") == {("Нұрлан Бекенов", "Марат Оспанов")}


def test_who_was_the_deputy_before_takes_the_post_now() -> None:
    text = "Тараз қаласының әкімі Марат Оспанов қызметінен кетті. {} бұл қызметті оның {} Нұрлан Бекенов атқарады.\n"
    assert ("Нұрлан Бекенов", "akim", "Тараз", "appointed") in posts(text.format("Енді", "бұрынғы орынбасары"))
    assert ("Нұрлан Бекенов", "akim", "Тараз", "acting") in posts(text.format("Әзірге", "орынбасары"))
    assert relations(text.format("Бұрын", "досы"), "succeeded") == set()


def test_behind_a_colon_stand_the_posts_of_him_who_had_offices() -> None:
    row = "Жамбыл облысының әкімі, «Тұлпар» АҚ басқарма төрағасы, Тараз қаласының әкімі.\n"
    had = {
        ("Марат Жүсіпов", "akim", "Жамбыл облысы", "former"),
        ("Марат Жүсіпов", "head", "Тұлпар", "former"),
        ("Марат Жүсіпов", "akim", "Тараз", "former"),
    }
    assert posts("Марат Жүсіпов 1964 жылы туған. Жауапты лауазымдарда істеген, атап айтсақ: " + row) == had
    assert posts("Марат Жүсіпов әр жылдары жауапты қызметтер атқарды: " + row) == had
    assert posts("Марат Жүсіпов бұл жұмыстарды атқаратындарды атады: " + row) == set()
    assert posts("Марат Жүсіпов пен Асан Бекенов қызметтер атқарды: " + row) == set()
