"""What stands beside a post and makes less of it: an honour, a number, somebody else's office, acting for another."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, relations


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("Почётный президент Ассоциации фермеров Игорь Семёнов открыл выставку.\n", "other", "Ассоциация фермеров"),
        ("Форумды «Тұлпар» қорының құрметті төрағасы Асан Бекенов ашты.\n", "other", "Тұлпар"),
        ("Почётный консул Италии Игорь Семёнов вручил награды.\n", "ambassador", "Италия"),
        ("Ответственный секретарь партии «Заря» Игорь Семёнов провёл приём.\n", "other", "Заря"),
        ("«Тұлпар» партиясының жауапты хатшысы Асан Бекенов жиын өткізді.\n", "other", "Тұлпар"),
        ("Представитель президента Италии Игорь Семёнов вылетел в Женеву.\n", "other", "Италия"),
        ("Официальный представитель Минздрава Игорь Семёнов ответил.\n", "spokesperson", "Минздрав"),
        ("Италия президентінің арнайы өкілі Асан Бекенов Женеваға барды.\n", "other", "Италия"),
        ("Италия президентінің кеңесшісі Асан Бекенов Женеваға барды.\n", "advisor", "Италия"),
    ],
)
def test_a_post_that_leads_nothing_is_no_heads(text: str, role: str, of: str) -> None:
    assert posts(text) == {("Игорь Семёнов" if "Игорь" in text else "Асан Бекенов", role, of, "current")}


def test_whom_a_letter_addresses_has_no_honour_instead_of_his_office() -> None:
    assert posts("Құрметті президент Асан Бекенов! Сізді құттықтаймыз.\n") == {
        ("Асан Бекенов", "president", "", "current")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Второй президент Италии Игорь Семёнов дал интервью.\n",
        "Италияның екінші президенті Игорь Семёнов сұхбат берді.\n",
    ],
)
def test_who_is_counted_among_presidents_is_one_no_more(text: str) -> None:
    assert posts(text) == {("Игорь Семёнов", "president", "Италия", "former")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Исполняющим обязанности акима Тараза назначен Игорь Семёнов.\n", "acting"),
        ("Акимом Тараза назначен Игорь Семёнов.\n", "appointed"),
        ("И.о. акима Тараза Игорь Семёнов назначен акимом Тараза.\n", "appointed"),
    ],
)
def test_who_is_appointed_to_act_for_another_acts(text: str, status: str) -> None:
    assert posts(text) == {("Игорь Семёнов", "akim", "Тараз", status)}


@pytest.mark.parametrize(
    "text",
    [
        "Советник министра обороны Резникова Юрий Саков выступил.\n",
        "По словам советника министра обороны Резникова Юрия Сакова, моста не будет.\n",
    ],
)
def test_who_helps_stands_behind_whom_he_helps(text: str) -> None:
    assert posts(text) == {("Юрий Саков", "advisor", "", "current"), ("Резников", "minister", "", "current")}


def test_two_surnames_behind_a_helper_are_nobodys() -> None:
    assert posts("Об этом рассказал советник министра обороны Резникова Шкирятин.\n") == set()
    text = "Об этом рассказал советник министра обороны Юрий Шкирятин.\n"
    assert posts(text) == {("Юрий Шкирятин", "advisor", "", "current")}


def test_what_several_do_is_not_done_by_one_behind_a_comma() -> None:
    text = "После того, как Игоря Семёнова сняли с должности, аким Тараза Асан Бекенов созвал актив.\n"
    assert relations(text, "dismissed") == set()
    text = "Игоря Семёнова снял с должности аким Тараза Асан Бекенов.\n"
    assert relations(text, "dismissed") == {("Асан Бекенов", "Игорь Семёнов")}


@pytest.mark.parametrize(
    "text",
    [
        "Возглавить комитет образования мне предложил Игорь Семёнов.\n",
        "Игорь Семёнов предложил Асану Бекенову возглавить министерство обороны.\n",
    ],
)
def test_who_offers_an_office_does_not_take_it(text: str) -> None:
    assert {role for person, role, *_ in posts(text) if person == "Игорь Семёнов"} == set()


def test_a_president_whom_a_text_names_is_the_only_one_of_his_country() -> None:
    text = (
        "Указ подписал президент Киргизии Игорь Семёнов, сообщает пресс-служба президента. "
        "Парламент обсудил кандидатуру Садыра Жапарова.\n"
    )
    assert posts(text) == {("Игорь Семёнов", "president", "Кыргызстан", "current")}


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("В Омской области строят музей. Министр культуры региона Игорь Семёнов приехал.\n", "Омская область"),
        ("В Омской области строят музей. Областной министр культуры Игорь Семёнов приехал.\n", "Омская область"),
        ("Министр образования республики Игорь Семёнов рассказал о школах Киргизии.\n", "Кыргызстан"),
        ("Татарстан строит музей. Министр культуры области Игорь Семёнов приехал.\n", ""),
    ],
)
def test_a_minister_of_a_bare_region_is_of_the_one_told(text: str, of: str) -> None:
    assert posts(text) == {("Игорь Семёнов", "minister", of, "current")}


def test_who_helps_a_leader_is_of_the_land_that_an_adjective_tells() -> None:
    text = "Помощник итальянского президента Игорь Семёнов рассказал о планах Италии.\n"
    assert posts(text) == {("Игорь Семёнов", "advisor", "Италия", "current")}


def test_a_bare_ministry_is_not_the_one_of_another_country() -> None:
    text = "Глава МИД Узбекистана Игорь Семёнов и глава МИД Асан Бекенов провели переговоры.\n"
    assert ("Асан Бекенов", "minister", "", "current") in posts(text)


def test_who_reads_a_proposal_out_appoints_nobody() -> None:
    text = (
        "Бүгін Асан Бекенов депутаттарға Мемлекет басшысының Игорь Семёновті Тараз қаласының әкімі лауазымына "
        "тағайындау ұсынысы туралы хатын оқып берді.\n"
    )
    assert relations(text, "appointed") == set()
    assert ("Игорь Семёнов", "akim", "Тараз", "candidate") in posts(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Глава МИД России Игорь Семёнов встретил главу МИД Словакии Павла Новака.\n",
            ("Павел Новак", "minister", "МИД Словакии"),
        ),
        (
            "В МИД России рассказали о переговорах. Турецкий министр иностранных дел Павел Новак улетел.\n",
            ("Павел Новак", "minister", ""),
        ),
        (
            "Жогорку Кенеш собрался. Выступил депутат Игорь Семёнов. Парламент принял закон.\n",
            ("Игорь Семёнов", "deputy", "Жогорку Кенеш Кыргызской Республики"),
        ),
        ("Суд арестовал краевого депутата Игоря Семёнова. Госдума приняла закон.\n", ("Игорь Семёнов", "deputy", "")),
        (
            "Президент Игорь Семёнов уходит. Кто станет президентом компании «Тулпар», неясно.\n",
            ("Игорь Семёнов", "head", "Тулпар"),
        ),
        (
            "Президент Игорь Семёнов прибыл в Тараз. Президент компании «Тулпар» Асан Бекенов встретил его.\n",
            ("Игорь Семёнов", "president", ""),
        ),
        (
            "Глава Центрального банка Асан Бекенов ушёл. Председатель правления банка Игорь Семёнов болен.\n",
            ("Игорь Семёнов", "head", ""),
        ),
    ],
)
def test_whose_a_post_is_where_its_words_leave_it_open(text: str, told: tuple[str, ...]) -> None:
    assert (*told, "current") in posts(text)


def test_heads_of_bodies_of_two_countries_are_no_presidents() -> None:
    text = "Встретились главы внешнеполитических ведомств Италии и Турции Игорь Семёнов и Павел Новак.\n"
    assert "president" not in {role for _, role, *_ in posts(text)}


def test_after_whose_arrest_another_was_to_be_named_is_not_named() -> None:
    text = "После задержания мэра Игоря Семёнова аким области Асан Бекенов собирался назначить новых людей.\n"
    assert relations(text, "appointed") == set()
    text = "На пост мэра Игоря Семёнова назначил аким области Асан Бекенов.\n"
    assert relations(text, "appointed") == {("Асан Бекенов", "Игорь Семёнов")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Руководитель аппарата правительства Игорь Семёнов выступил.\n", ("other", "правительство", "current")),
        ("Сенат аппаратының басшысы Игорь Семёнов сөз сөйледі.\n", ("other", "Сенат", "current")),
        ("Үкімет Аппаратының басшысы Игорь Семёнов сөз сөйледі.\n", ("head", "Үкімет Аппараты", "current")),
        ("Также свои полномочия сложил аким Тараза Игорь Семёнов.\n", ("akim", "Тараз", "dismissed")),
        ("Аким Тараза Игорь Семёнов покинул должность.\n", ("akim", "Тараз", "dismissed")),
    ],
)
def test_who_runs_a_staff_and_who_gave_up_his_post(text: str, told: tuple[str, ...]) -> None:
    assert posts(text) == {("Игорь Семёнов", *told)}


def test_two_who_meet_others_have_not_met_each_other() -> None:
    text = "Прошла встреча Игоря Семёнова и Асана Бекенова с жителями.\n"
    assert relations(text, "metWith") == set()
    text = "Прошла встреча Игоря Семёнова и Асана Бекенова.\n"
    assert relations(text, "metWith") == {("Игорь Семёнов", "Асан Бекенов")}


def test_whom_an_official_named_is_who_was_something_before() -> None:
    text = "В 2015 году премьер Игорь Семёнов назначил его министром, а до этого он был акимом Тараза.\n"
    assert {role for person, role, *_ in posts(text) if person == "Игорь Семёнов"} == {"prime-minister"}
    text = "Игорь Семёнов сказал, что ему сорок лет, а до этого он был акимом Тараза.\n"
    assert posts(text) == {("Игорь Семёнов", "akim", "Тараз", "former")}


@pytest.mark.parametrize(
    "text",
    [
        "Президент Марат Асанов напомнил о словах первого президента Игоря Семёнова. Глава государства открыл мост.\n",
        "Президент Марат Асанов келді. Онда тұңғыш президент Игорь Семёновтың сөзі бар. Мемлекет басшысы көпір ашты.\n",
    ],
)
def test_the_head_of_state_is_not_the_first_who_was(text: str) -> None:
    assert len(mentions(text, "Марат Асанов")) == 2
    assert len(mentions(text, "Игорь Семёнов")) == 1


def test_an_adviser_is_not_whom_he_advises() -> None:
    known = "Об этом сообщил советник президента Узбекистана Каримов.\n"
    assert posts(known) == {("Каримов", "advisor", "Узбекистан", "current")}
    either = "На встрече были директор школы Бекенов Е.О., советник Премьер-Министра Сатова Б.А. и другие.\n"
    assert not [post for post in posts(either) if post[1] == "prime-minister"]
    assert ("Ли Пэн", "president", "Китай", "current") in posts("Приехал посланник председателя КНР Ли Пэна.\n")


def test_the_premier_of_a_country_is_he_of_its_government() -> None:
    text = "Премьер-министр Казахстана посетил Акмолинскую область. В Кокшетау Аскар Мамин осмотрел завод.\n"
    assert posts(text) == {("Аскар Мамин", "prime-minister", "Казахстан", "current")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Президент назначил на пост вице-премьера и министра финансов Игоря Семёнова.\n",
            {("deputy-prime-minister", "", "appointed"), ("minister", "", "appointed")},
        ),
        (
            "Игорь Семёнов освобождён от должности вице-премьера и министра финансов.\n",
            {("deputy-prime-minister", "", "dismissed"), ("minister", "", "dismissed")},
        ),
        ("Бывший зампред правительства Игорь Семёнов назначен первым зампредом правительства.\n", None),
        ("Ожидается, что министром финансов станет Игорь Семёнов.\n", {("minister", "", "candidate")}),
        ("Проректор ЕлГТУ Игорь Семёнов открыл форум.\n", {("deputy-head", "ЕлГТУ", "current")}),
        ("Задержан экс-министр ЖКХ, экологии и связи Италии Игорь Семёнов.\n", {("minister", "Италия", "former")}),
        (
            "Министр назначил врио ректора госуниверситета имени А. С. Пушкина Павла Семёнова.\n",
            {("head", "госуниверситет имени А. С. Пушкина", "acting")},
        ),
    ],
)
def test_posts_that_news_tells(text: str, wanted: set[tuple[str, str, str]] | None) -> None:
    told = {(role, of, status) for _, role, of, status in posts(text)}
    assert told == (wanted or {("deputy-prime-minister", "правительство", "appointed")})


def test_who_is_dismissed_from_a_post_of_nothing_named_leaves_the_one_of_something() -> None:
    text = "Игорь Семёнов освобождён от должности ректора. Он работал ректором Елецкого института с 2010 года.\n"
    assert posts(text) == {("Игорь Семёнов", "head", "Елецкий институт", "dismissed")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Пришли министр просвещения Игорь Семёнов и глава Минпромторга Пётр Ким.\n",
            {("Игорь Семёнов", "minister", "", "current"), ("Пётр Ким", "minister", "Минпромторг", "current")},
        ),
        (
            "Глава Минюста Пётр Ким сменил экс-министра юстиции Игоря Семёнова.\n",
            {("Пётр Ким", "minister", "Минюст", "current"), ("Игорь Семёнов", "minister", "Минюст", "former")},
        ),
        (
            "Исполняющей обязанности акима города Тараз назначена Анна Семёнова.\n",
            {("Анна Семёнова", "akim", "Тараз", "acting")},
        ),
        (
            "После недавнего увольнения главврача больницы «Тулпар» Анны Семёновой стало тихо.\n",
            {("Анна Семёнова", "head", "Тулпар", "former")},
        ),
        (
            "Председатель Высшего совета профсоюзов Игорь Семёнов приехал.\n",
            {("Игорь Семёнов", "head", "Высший совет профсоюзов", "current")},
        ),
        ("Ещё Семёнов был ректором.\n", {("Семёнов", "head", "", "former")}),
    ],
)
def test_posts_beside_words_that_look_like_others(text: str, wanted: set[tuple[str, ...]]) -> None:
    assert posts(text) == wanted


def test_a_region_in_short_is_no_body() -> None:
    assert posts("Глава РЫ Игорь Семёнов подписал указ.\n") == {("Игорь Семёнов", "head", "", "current")}
    assert relations("Мэр Тараза Пётр Ким ушёл. Игорю Семёнову предстоит назначить Олега Ли.\n", "appointed") == set()


def test_a_minister_of_nothing_named_is_no_minister_that_he_was() -> None:
    text = "Министром обороны стал бывший глава Минздрава Игорь Семёнов.\n"
    assert posts(text) == {
        ("Игорь Семёнов", "minister", "", "appointed"),
        ("Игорь Семёнов", "minister", "Минздрав", "former"),
    }
