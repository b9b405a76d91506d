"""Who and what Kazakh news names, where a name stands beside another, in part, in marks or in no list."""

from __future__ import annotations

import pytest
from marked import analysed
from test_news_kk import names
from test_relations_kk import resolved


def words(text: str, name: str) -> list[str]:
    """The mentions of one name, as the text prints them."""
    entity = next(entity for entity in resolved(text).entities if entity.name == name)
    return [mention.words for mention in entity.mentions]


# --- people whom a model joins with what stands beside them ---


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Сәуле Громова алаңға шықты. Сәуле Громова Уимблдонның финалына шықты.", ["Сәуле Громова"]),
        ("Асанов Громованы құттықтады. Марат Асанов пен Сәуле Громова кездесті.", ["Марат Асанов", "Сәуле Громова"]),
        ("Сай ауданы әкімі Асғадин Тамшыратов дәрігерлермен кездесті.", ["Асғадин Тамшыратов"]),
        ("Белгілі блогер Сәуле Громова Алмалы аудандық сотына шақырылды.", ["Сәуле Громова"]),
        ("Сәуле Громова мен Асқар Бейсенов келді. Инга Бейсенованы көрді.", ["Сәуле Громова", "Асқар Бейсенов"]),
    ],
)
def test_a_name_ends_where_the_document_tells_it_whole(text: str, people: list[str]) -> None:
    assert names(text, "Person")[: len(people)] == people


def test_a_first_word_in_the_genitive_is_somebody_else() -> None:
    assert "Абайдың Көкбай" not in names("Ақын Абайдың Көкбайға жазған хаты табылды.", "Person")


def test_two_particles_in_a_row_hold_one_name_together() -> None:
    text = "Комиссия төрағасы Урсула фон дер Моленмен кездесу өтті."
    assert names(text, "Person") == ["Урсула фон дер Молен"]


# --- people told in part, in other endings, several at once ---


def test_a_given_name_alone_is_whom_the_document_names_in_full() -> None:
    text = "Финалда Бексұлтан Оспанов жеңді. Бұл – Бексұлтанның екінші медалі. Бексұлтан енді Токиоға барады."
    assert words(text, "Бексұлтан Оспанов") == ["Бексұлтан Оспанов", "Бексұлтанның", "Бексұлтан"]


def test_a_given_name_that_two_have_is_nobodys_alone() -> None:
    text = "Марат Оспанов пен Марат Асанов келді. Кеше Марат жеңді."
    assert all("Марат" not in [m.words for m in e.mentions] for e in resolved(text).entities if " " in e.name)


def test_a_given_name_in_marks_is_a_shop() -> None:
    text = "Кеше Айбек Оспанов келді. Оны «Айбек» дүкенінің алдында көрді."
    assert words(text, "Айбек Оспанов") == ["Айбек Оспанов"]


def test_a_short_surname_is_repeated() -> None:
    text = "Зауытты Генри Форк салды. Кейін Форк оны сатты."
    assert words(text, "Генри Форк") == ["Генри Форк", "Форк"]


def test_without_somebody_is_a_case_of_his_name() -> None:
    assert names("Жиын Марат Асановсыз өтті. Кеше Марат Асанов келді.", "Person") == ["Марат Асанов"]


def test_a_surname_in_the_plural_is_one_with_others_or_a_family() -> None:
    assert names("Кітапта Ә.Бекеновтерді ғана атады.", "Person") == ["Ә. Бекенов"]
    assert names("Жеңісті Асан Бекенов әкелді. Бекеновтер әулеті қуанды.", "Person") == ["Асан Бекенов"]


# --- people told by what stands before them ---


@pytest.mark.parametrize(
    "text",
    [
        "Кездесуде хоккейші Даррел Фицк гол соқты.",
        "Ол канадалық Мисо Аноэге жол берді.",
    ],
)
def test_two_unknown_words_behind_what_one_is_are_a_name(text: str) -> None:
    assert len(names(text, "Person")) == 1


@pytest.mark.parametrize(
    "text", ["Түнде боксшылар Даррел Фицк көшесімен жүрді.", "Ресейлік «Балтко Марен» кемесі келді."]
)
def test_other_words_behind_it_are_none(text: str) -> None:
    assert list(analysed("kk", text).spans["persons"]) == []


def test_a_common_noun_alone_is_nobody() -> None:
    assert names("Тұсаукесер Кино үйінің үлкен залында өтеді.", "Person") == []


def test_a_known_university_is_nobody() -> None:
    assert names("Ол Назарбаев Университеттен төменгі сатыдан көрінді.", "Person") == []


# --- bodies ---


def test_a_club_in_marks_is_no_village() -> None:
    text = "«Барыс» елордада «Қайыңнан» басым түсті. «Барыс» командасы «Қайың» командасымен ойнады."
    assert set(names(text, "Organization")) == {"Барыс", "Қайың"}
    assert names(text, "Place") == []


def test_a_house_in_marks_is_a_place_still() -> None:
    assert names("Өрт «Астықжан» сауда орталығында сөндірілді.", "Place") == ["Астықжан"]


def test_a_body_and_the_noun_of_its_kind_are_one() -> None:
    assert names("Кандидатты AMANAT партиясы ұсынды.", "Organization") == ["Amanat"]
    assert names("Рейстерді Tulpar Air әуе компаниясы ашты.", "Organization") == ["Tulpar Air"]


def test_a_legal_form_may_be_declined() -> None:
    assert "Eurasia Milko" in names("Өтінімді Eurasia Milko ЖШС-нің басшысы берді.", "Organization")


def test_a_quoted_song_before_a_university_is_none() -> None:
    assert "Дайдидау" not in names("Ол «Дайдидауды» ҚазҰУ ұжымымен шырқады.", "Organization")


def test_a_body_that_is_international_by_its_first_word() -> None:
    text = "Халықаралық дзюдо федерациясы тізім жариялады."
    assert names(text, "Organization") == ["Халықаралық дзюдо федерациясы"]


def test_a_word_before_a_fathers_name_is_a_given_name() -> None:
    assert names("Тоқтар Бекенұлы Арал ауданында туған.", "Person") == ["Тоқтар Бекенұлы"]
    assert names("Қойылымды режиссер Сұлтан Бекенұлы Асанов сахналады.", "Person") == ["Сұлтан Бекенұлы Асанов"]


def test_a_lone_given_name_is_repeated_where_a_sentence_begins_with_it() -> None:
    assert words("Айгүл тапал, ал Айгүлдің ағасы ұзын еді.", "Айгүл") == ["Айгүл", "Айгүлдің"]


def test_a_book_is_no_school_and_its_journal_one() -> None:
    assert names("Сәбит Асановтың «Мерей мектебінің» бірінші кітабы шықты.", "Organization") == []
    assert names("Асановтың «Мерей» журналында мақаласы шықты.", "Organization") == ["Мерей"]


def test_what_several_bodies_are_of_is_none() -> None:
    assert names("Бірқатар аудандық полиция бөлімшелерінің басшылары ауысты.", "Organization") == []


def test_a_name_in_marks_before_its_noun_is_not_declined() -> None:
    assert names("Фермер «Сыбаға» бағдарламасына қатысты.", "Project") == ["Сыбаға"]


def test_a_president_whom_nobody_names_is_not_the_guest() -> None:
    text = (
        "Қазақстан Президентінің баспасөз хатшысы Руслан Оспанов пікір білдірді. Қытай Халық Республикасының Төрағасы "
        "Си Цзиньпин елімізге келді. Президент Қытай басшысын күтіп алды."
    )
    assert "Президент" not in words(text, "Си Цзиньпин")


def test_a_council_of_courts_is_no_court() -> None:
    assert names("Құрамды Жоғары сот кеңесі бекітті.", "Organization") == ["Жоғары сот кеңесі"]


def test_a_name_begins_behind_beside_that() -> None:
    text = "Одан бөлек №2 қалалық ауруханасының бас дәрігері келді."
    assert "бөлек" not in names(text, "Organization")[0]


def test_a_national_team_is_one_team() -> None:
    text = "Қазақстан ұлттық құрамасы Астанаға келді. Қазақстан құрамасының бапкері ойынға риза."
    assert len(names(text, "Organization")) == 1
    assert len(names("Қазақстан құрамасы ұтты. Қазақстан жастар құрамасы ұтылды.", "Organization")) == 2


def test_initials_before_a_settlement_are_its_name() -> None:
    text = "Бүгін Сай ауылдық округінің С.Темірбаев елді мекенінде мектеп салынды."
    assert names(text, "Place") == ["Сай ауылдық округі", "С. Темірбаев"]
    assert names(text.replace("елді мекенінде", "елді мекенде"), "Person") == ["С. Темірбаев"]


def test_a_head_of_state_beside_a_university_is_no_head_of_it() -> None:
    text = "Сай университетінің ректоры Марат Оспанов келді. Енді университет {} Асан Бекеновтің бастамасын қолдайды."
    told = [resolved(text.format(title)).claims for title in ("Президент", "президенті")]
    assert [sum(c.post is not None and c.post.role == "head" for c in claims) for claims in told] == [1, 2]


def test_words_in_marks_that_begin_small_are_no_project() -> None:
    assert names("Сот «күзетпен ұстау» шарасын санкциялады.", "Project") == []


def test_a_school_behind_a_post_is_not_its_holder() -> None:
    text = "Өңір басшысы Сәтбаев мектебінде болды. Аудан әкімі Асан Беков мектебін аралады."
    assert names(text, "Person") == ["Асан Беков"]
    assert names(text, "Organization")[:1] == ["Сәтбаев мектебі"]
