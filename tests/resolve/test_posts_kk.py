"""Kazakh posts with what they are of: words between a post and its holder, lists, parts of bodies, ministries."""

from __future__ import annotations

import pytest

from tests.resolve.news import mentions, posts, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Қостанай облысының полиция департаментінің бастығы, полиция генерал-майоры Асан Үсенов есеп берді.\n",
            ("Асан Үсенов", "head", "Қостанай облысының полиция департаменті", "current"),
        ),
        (
            "«Тұлпар» журналының бас редакторы, ақын Асан Үсенов келді.\n",
            ("Асан Үсенов", "head", "Тұлпар", "current"),
        ),
        (
            "«Тұлпар» журналының бас редакторы, журналист Асан Үсенов келді.\n",
            ("Асан Үсенов", "head", "Тұлпар", "current"),
        ),
        (
            "«Тұлпар» клубының президенті, Қазақстанның еңбек сіңірген жаттықтырушысы Асан Үсенов келді.\n",
            ("Асан Үсенов", "head", "Тұлпар", "current"),
        ),
        (
            "Облыстық бокс федерациясының президенті Асан Үсенов келді.\n",
            ("Асан Үсенов", "head", "", "current"),
        ),
        (
            "Өзбекстанның инвестициялар, өнеркәсіп және сауда министрі Асан Үсенов келді.\n",
            ("Асан Үсенов", "minister", "Өзбекстан", "current"),
        ),
        ("«AMANAT»-тың атқарушы хатшысы Асан Үсенов келді.\n", ("Асан Үсенов", "other", "Amanat", "current")),
        (
            "Рудный драма театрының бас режиссері Асан Үсенов келді.\n",
            ("Асан Үсенов", "other", "Рудный драма театры", "current"),
        ),
    ],
)
def test_words_between_a_post_and_its_holder(text: str, fact: tuple[str, ...]) -> None:
    assert posts(text) == {fact}


def test_a_calling_behind_a_post_of_nothing_named_may_be_another_mans() -> None:
    assert posts("Жиынға мектеп директоры, ақын Асан Үсенов келді.\n") == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("«Тұлпар» орталығының бөлім басшысы Асан Үсенов келді.\n", "other"),
        ("Қостанай облыстық прокуратурасының басқарма бастығы Асан Үсенов келді.\n", "other"),
        ("«Тұлпар» АҚ басқарма төрағасы Асан Үсенов келді.\n", "head"),
        ("Тараз университетінің Басқарма төрағасы – ректоры Асан Үсенов келді.\n", "head"),
    ],
)
def test_who_heads_a_board_of_a_body_heads_not_the_body(text: str, role: str) -> None:
    assert {told for _, told, _, _ in posts(text)} == {role}


def test_posts_listed_behind_a_name() -> None:
    text = "Асан Үсенов – «Тұлпар» ЖШС директоры, «Жаңа таң» партиясының мүшесі.\n"
    told = {("Асан Үсенов", "head", "Тұлпар", "current"), ("Асан Үсенов", "member", "Жаңа таң", "current")}
    assert posts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Риддер қаласының жергілікті полициясының басшысы Асан Үсенов келді.\n",
        "Жамбыл облысының мәдениет саласының тізгіні Асан Үсеновке тапсырылды.\n",
        "Білім және ғылым министрлігінің мемлекет тарихы институтының директоры Асан Үсенов келді.\n",
        "«Тұлпар» ЖШС топырақ зертханасының басшысы Асан Үсенов келді.\n",
    ],
)
def test_who_heads_a_part_heads_not_the_whole(text: str) -> None:
    assert {of for _, _, of, _ in posts(text)} <= {""}


@pytest.mark.parametrize(
    ("text", "ministry"),
    [
        ("Қаржы министрі Асан Үсенов келді. Қаржы министрлігі есеп берді.\n", "Қаржы министрлігі"),
        ("Ішкі істер министрі Асан Үсенов келді. Бұл туралы ІІМ хабарлады.\n", "ІІМ"),
        ("Қаржы вице-министрі Асан Үсенов келді. Энергетика министрлігі есеп берді.\n", ""),
        ("Сыртқы істер министрі Асан Үсенов Ресей Сыртқы істер министрлігінде болды. Қостанай.\n", ""),
    ],
)
def test_a_minister_leads_the_ministry_of_his_field(text: str, ministry: str) -> None:
    assert {of for _, role, of, _ in posts(text) if role in ("minister", "deputy-minister")} == {ministry}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "«Тұлпар» клубында Асан Үсенов директордың орынбасары болып қызмет атқарады.\n",
            ("Асан Үсенов", "deputy-head", "Тұлпар", "current"),
        ),
        (
            "Жол департаментіне Асан Үсенов басшы болып бекітілді.\n",
            ("Асан Үсенов", "head", "Жол департаменті", "appointed"),
        ),
        (
            "Клуб директоры қызметіне лауреат Асан Үсенов тағайындалса, оған дейін Марат Ким басқарды.\n",
            ("Асан Үсенов", "head", "", "appointed"),
        ),
    ],
)
def test_where_a_post_is_held_and_given(text: str, fact: tuple[str, ...]) -> None:
    assert fact in posts(text)


def test_who_writes_of_an_appointment_is_not_appointed() -> None:
    text = "Инсайдер Асан Үсенов «Тұлпар» клубының директоры қызметіне министрдің туысы тағайындалатынын жазды.\n"
    assert posts(text) == set()


def test_a_place_that_is_told_by_its_body_alone_is_what_a_bare_word_means() -> None:
    text = (
        "Ерейментау бидай шаруашылығы орталығы тұқым шығарды. Бұл туралы осы орталықтың директоры Асан Үсенов айтты.\n"
    )
    assert {of for _, _, of, _ in posts(text)} == {"Ерейментау бидай шаруашылығы орталығы"}


def test_guests_are_received() -> None:
    text = "Облыс әкімі Нұрлан Бекеновтің қабылдауында кәсіпкер Асан Үсенов болды.\n"
    assert relations(text, "metWith") == {("Нұрлан Бекенов", "Асан Үсенов")}


def test_what_a_site_tells_is_told_to_nobody() -> None:
    text = (
        "Марат Ким федерация төрағасы қызметінен кетті. «Оның міндеті төраға орынбасары Асан Үсеновке жүктеледі», - "
        "деп хабарланды ұйымның ресми сайтында. Марат Ким жаңа қызметке тағайындалды.\n"
    )
    assert relations(text, "reportedTo") == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Сенат депутаттығына үміткер ретінде тіркелген Асан Үсенов пен Марат Ким сөз сөйледі. Сенат.\n",
            {("Асан Үсенов", "deputy", "Сенат", "candidate"), ("Марат Ким", "deputy", "Сенат", "candidate")},
        ),
        (
            "Меркі ауданының әкімі лауазымына Асан Үсенов ұсынылды.\n",
            {("Асан Үсенов", "akim", "Меркі ауданы", "candidate")},
        ),
        (
            "Меркі ауданы әкімінің құрылыс, көлік және баспана мәселелері жөніндегі орынбасары Асан Үсенов келді.\n",
            {("Асан Үсенов", "deputy-akim", "Меркі ауданы", "current")},
        ),
        (
            "Асан Үсенов 2010-2014 жылдары Меркі ауданының әкімі, 2014-2018 жылдары Тараз қаласы әкімінің орынбасары "
            "қызметтерін атқарды.\n",
            {
                ("Асан Үсенов", "akim", "Меркі ауданы", "former"),
                ("Асан Үсенов", "deputy-akim", "Тараз", "former"),
            },
        ),
        (
            "Риддер қалалық мәслихатының депутаттары – Асан Үсенов, Марат Ким келді.\n",
            {
                ("Асан Үсенов", "deputy", "Риддер қалалық мәслихаты", "current"),
                ("Марат Ким", "deputy", "Риддер қалалық мәслихаты", "current"),
            },
        ),
        (
            "Президент көмекшісі әрі Тау-кен институтының директоры Асан Үсенов келді.\n",
            {
                ("Асан Үсенов", "advisor", "", "current"),
                ("Асан Үсенов", "head", "Тау-кен институты", "current"),
            },
        ),
        (
            "Меркі ауданы әкімінің бұрынғы орынбасары Асан Үсенов келді.\n",
            {("Асан Үсенов", "deputy-akim", "Меркі ауданы", "former")},
        ),
        (
            "Меркі ауданының әкімі Асан Үсенов зейнетке шықты.\n",
            {("Асан Үсенов", "akim", "Меркі ауданы", "dismissed")},
        ),
        ("«Тұлпар» клубының ойыншысы Асан Үсенов келді.\n", {("Асан Үсенов", "member", "Тұлпар", "current")}),
        ("Түркияның вице-президенті Асан Үсенов келді.\n", {("Асан Үсенов", "other", "Түркия", "current")}),
        ("Асан Үсенов, Марат Ким, Президент телерадиокешені көмегімен Мәскеуден.\n", set()),
    ],
)
def test_candidates_deputies_and_careers(text: str, facts: set[tuple[str, ...]]) -> None:
    assert posts(text) == facts


def test_a_trip_is_not_of_whose_mother_wrote_before_it() -> None:
    text = "Айгүл Үсенованың анасы Зухра Кимова Президент Асан Бекеновке Қытайға сапары қарсаңында хат жазды.\n"
    assert relations(text, "visited") == set()


def test_who_works_in_a_body_belongs_to_it() -> None:
    assert relations("Асан Үсенов «Тұлпар» зауытында еңбек етеді.\n", "memberOf") == {("Асан Үсенов", "Тұлпар")}


def test_orders_reach_both_bodies_and_not_where_papers_go() -> None:
    both = "Премьер-министр Асан Үсенов Қаржы министрлігі мен «Тұлпар» корпорациясына тапсырма берді.\n"
    papers = "Асан Үсенов былтыр Тараз университетіне құжаттарын тапсырды.\n"
    assert {to for _, to in relations(both, "instructed")} == {"Қаржы министрлігі", "Тұлпар"}
    assert relations(papers, "instructed") == set()


@pytest.mark.parametrize(
    ("text", "predicate", "facts"),
    [
        (
            "Меркі ауданына жұмыс сапары барысында министр Асан Үсенов мектепті көрді.\n",
            "visited",
            {("Асан Үсенов", "Меркі ауданы")},
        ),
        ("Президенттің Меркі ауданына сапары барысында Асан Үсенов есеп берді.\n", "visited", set()),
        (
            "Сенатор Асан Үсенов Меркі ауданының Сарымолдаев, Жамбыл ауылдарын аралады.\n",
            "visited",
            {("Асан Үсенов", "Сарымолдаев"), ("Асан Үсенов", "Жамбыл")},
        ),
        (
            "Ректор Асан Үсенов пен Таразда тұратын қонақ Марат Ким арасында кездесу өтті.\n",
            "metWith",
            set(),
        ),
        (
            "Өзбекстан елшісі Асан Үсенов пен Түркия елшісі Марат Ким арасында кездесу өтті.\n",
            "metWith",
            {("Асан Үсенов", "Марат Ким")},
        ),
        ("Меркі ауданында «Тұлпар» зауыты ашылды.\n", "locatedIn", {("Тұлпар", "Меркі ауданы")}),
        ("Кеше Риддер қаласындағы «Тұлпар» зауытында өрт шықты.\n", "locatedIn", {("Тұлпар", "Риддер")}),
    ],
)
def test_trips_meetings_and_seats(text: str, predicate: str, facts: set[tuple[str, ...]]) -> None:
    assert relations(text, predicate) == facts


def test_an_acting_post_is_no_part_of_a_name() -> None:
    text = "Тараз университетінің ғылыми істер жөніндегі проректоры м.а. Асан Үсенов келді.\n"
    assert posts(text) == {("Асан Үсенов", "deputy-head", "Тараз университеті", "acting")}


def test_a_mans_name_that_women_have_too() -> None:
    text = "Риддер қалалық мәслихатының хатшысы Жаннұр Ахметовтің қатысуымен жиын өтті.\n"
    assert {name for name, *_ in posts(text)} == {"Жаннұр Ахметов"}


def test_a_page_typed_with_latin_letters_is_read_and_quoted_as_it_stands() -> None:
    text = "Мәжiлiс төрағасы Асан Бекенов Үкiметтi сынға алды.\n"  # each «i» is Latin
    assert posts(text) == {("Асан Бекенов", "head", "Мәжіліс", "current")}
    assert mentions(text, "Үкімет") == ["Үкiметтi"]


def test_a_regions_short_name_is_no_part_of_a_districts() -> None:
    text = "БҚО М.Иманов ауданында су тасыды. БҚО тұрғындары көшті.\n"
    assert ("М. Иманов ауданы", "Батыс Қазақстан облысы") in relations(text, "within")


def test_who_invites_another_does_not_go_himself() -> None:
    text = "Италия Президенті Асан Үсенов Франция Президенті Олег Кимді Римге {}.\n"
    assert relations(text.format("келуге шақырды"), "visited") == set()
    assert relations("Асан Үсенов Римге келді.\n", "visited") == {("Асан Үсенов", "Рим")}


def test_who_leads_beside_others_is_no_head() -> None:
    text = "«Тұлпар» партиясының теңтөрағасы Асан Үсенов келді.\n"
    assert ("Асан Үсенов", "other", "Тұлпар", "current") in posts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Статистика агенттігін басқарып отырған Асан Үсенов келді.", ("head", "Статистика агенттігі", "current")),
        ("Тараз қаласын басқаратын Асан Үсенов келді.", ("akim", "Тараз", "current")),
        ("Тараз қаласы әкімінің міндетін атқарып жүрген Асан Үсенов келді.", ("akim", "Тараз", "acting")),
        ("Кездесуге мәжіліс депутаты Асан Үсенов келді.", ("deputy", "мәжіліс", "current")),
        (
            "Қазақстанның Италияға төтенше және өкілетті елшісі Асан Үсенов келді.",
            ("ambassador", "Қазақстан", "current"),
        ),
        ("Асан Үсенов – Абай ауданы Сайлы ауылдық округінің әкімі.", ("akim", "Сайлы ауылдық округі", "current")),
        ("Көлік министрі Марат Бекеновтің орынбасары Асан Үсенов келді.", ("deputy-minister", "", "current")),
        (
            "Премьер-министрдің орынбасары – Мәдениет және ақпарат министрі Асан Үсенов келді.",
            ("deputy-prime-minister", "", "current"),
        ),
        (
            "Президент Жарлығымен Асан Үсенов елші болып тағайындалды. Бұған дейін ол Тараз қаласының әкімі болған.",
            ("akim", "Тараз", "former"),
        ),
    ],
)
def test_posts_told_in_other_ways(text: str, fact: tuple[str, ...]) -> None:
    assert ("Асан Үсенов", *fact) in posts(text + "\n")


def test_whom_an_envoy_meets_is_no_envoy() -> None:
    assert posts("Қазақстанның елшісі Трамппен кездесті.\n") == set()


def test_the_first_of_the_next_mans_posts_is_his() -> None:
    text = "Жиынға ректор Асан Үсенов, «Тұлпар» кеңесінің төрағасы, «Сай» одағының президенті Марат Бекенов келді.\n"
    assert {name for name, _, of, _ in posts(text) if of == "Тұлпар"} <= {"Марат Бекенов"}


def test_a_bare_ministry_is_not_another_countrys() -> None:
    text = (
        "Астанада Қазақстан мен Мексика келіссөз өткізді. Сыртқы істер министрлігінің өкілі Асан Үсенов келді."
        " Мексиканың Сыртқы істер министрі Марсело Перес сөйледі.\n"
    )
    assert ("Марсело Перес", "minister", "Мексика", "current") in posts(text)


def test_a_head_of_state_named_only_later_is_not_yet_meant() -> None:
    text = (
        "Қазақстан президенті Асан Бекенов Қытайдағы сапарында сөз сөйледі. Мемлекет басшысы ҚХР кеңесіне барды.\n"
        "Ол ҚХР төрағасы Марат Оспановпен кездеседі.\n"
    )
    assert "Мемлекет басшысы" in mentions(text, "Асан Бекенов")


def test_the_part_of_a_body_that_has_charge_of_a_place() -> None:
    text = "Қауіпсіздік комитетінің Омбы облысы бойынша департаментінің басшысы Асан Бекенов келді.\n"
    assert posts(text) == {("Асан Бекенов", "head", "Омбы облысы бойынша департаменті", "current")}


@pytest.mark.parametrize("village", ["Бірлік", "Жайлау", "Достық"])
def test_a_village_called_like_a_body_or_a_doing(village: str) -> None:
    assert posts(f"{village} ауылының әкімі Марат Оспанов келді.\n") == {("Марат Оспанов", "akim", village, "current")}


AKIM = ("akim", "Шу ауданы")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Шу ауданының әкімі Асан Үсеновтің орнына Болат Сәкенов тағайындалды.\n",
            {("Асан Үсенов", *AKIM, "former"), ("Болат Сәкенов", *AKIM, "appointed")},
        ),
        (
            "Шу ауданының әкімі Асан Үсенов қызметінен кетті. Орнына Болат Сәкенов келді.\n",
            {("Асан Үсенов", *AKIM, "dismissed"), ("Болат Сәкенов", *AKIM, "appointed")},
        ),
        (
            "Шу ауданының әкімі Асан Үсенов қызметінен кетті. Бұл қызметке Болат Сәкенов тағайындалды.\n",
            {("Асан Үсенов", *AKIM, "dismissed"), ("Болат Сәкенов", *AKIM, "appointed")},
        ),
        ("Шу ауданының әкімі Асан Үсеновтің отставкасын қабылдады.\n", {("Асан Үсенов", *AKIM, "dismissed")}),
        ("Шу ауданының әкімі Асан Үсеновтің қызметінен кетуі мүмкін.\n", {("Асан Үсенов", *AKIM, "current")}),
        ("Шу ауданы әкімінің қызметін уақытша Асан Үсенов атқарады.\n", {("Асан Үсенов", *AKIM, "acting")}),
        ("Шу ауданы әкімінің сайлауында Асан Үсенов жеңіске жетті.\n", {("Асан Үсенов", *AKIM, "appointed")}),
        (
            "Шу ауданының әкімі, «Тұлпар» партиясы аудандық филиалының төрағасы Асан Үсенов келді.\n",
            {("Асан Үсенов", *AKIM, "current"), ("Асан Үсенов", "head", "аудандық филиалы", "current")},
        ),
        (
            "Шу ауданының әкімі, аудандық мәслихат депутаты Асан Үсенов келді.\n",
            {("Асан Үсенов", "deputy", "аудандық мәслихат", "current")},
        ),
    ],
)
def test_who_left_who_came_and_who_stands_in(text: str, facts: set[tuple[str, ...]]) -> None:
    assert posts(text) == facts
