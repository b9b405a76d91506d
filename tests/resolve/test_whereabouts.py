"""Where a sentence, a trip or a passage puts what it names; every name is invented or common to many places."""

import pytest

from tests.resolve.news import relations

CASES = [
    # in the sentence: before, beside, behind
    ("В Таразе открыли театр «Тулпар».", ("Тулпар", "locatedIn", "Тараз")),
    ("Школу № 5 построят в Омске.", ("Школа № 5", "locatedIn", "Омск")),
    ("В Ясном районе в селе Берёзка скоро появится газ.", ("Берёзка", "within", "Ясный район")),
    ("Игры пройдут во Дворце спорта «Мерей» в городе Таразе.", ("Мерей", "within", "Тараз")),
    ("Қостанай қаласында «Тұлпар Авто» ЖШС жаңа цехын ашты.", ("Тұлпар Авто", "locatedIn", "Қостанай")),
    ("Оралда премьер «Тұлпар», «Беріктас» зауыттарын көрді.", ("Беріктас", "locatedIn", "Орал")),
    # in brackets, and behind the narrower place
    ("Завод «Тулпар» (г. Тараз) выпустил трактор.", ("Тулпар", "locatedIn", "Тараз")),
    ("«Тұлпар» ЖШС (Қостанай қаласы) жұмысшы іздейді.", ("Тұлпар", "locatedIn", "Қостанай")),
    ("Турнир прошёл в Дюссельдорфе (Германия).", ("Дюссельдорф", "within", "Германия")),
    ("Согдийская область Таджикистана ждёт гостей.", ("Согдийская область", "within", "Таджикистан")),
    ("Беріктас ауданының Сайтөбе және Айдын ауылдарына су келді.", ("Айдын", "within", "Беріктас ауданы")),
    # in the text: a village in its only district, what somebody visits in the town that he came to
    (
        "Аким Ясного района рассказал о планах. В селе Берёзка построят клуб.",
        ("Берёзка", "within", "Ясный район"),
    ),
    (
        "Президент Асан Бекенов прибыл с визитом в Уральск. Он посетил фабрику «Тулпар».",
        ("Тулпар", "locatedIn", "Уральск"),
    ),
    ("Аким Тараза Асан Бекенов рассказал о планах. На ТЭЦ-3 идёт ремонт.", ("ТЭЦ-3", "within", "Тараз")),
    # by its name, and one of several that share a place
    ("Мы ждём рейс. Аэропорт Тараза закрыт.", ("Аэропорт Тараза", "within", "Тараз")),
    ("Аким Тараза рассказал о тепле: Таразская ТЭЦ остановлена.", ("Таразская ТЭЦ", "within", "Тараз")),
    ("Қарағанды қаласының әкімі Қарағанды әуежайында болды.", ("Қарағанды әуежайы", "within", "Қарағанды")),
    ("Гость осмотрел хозяйства «Тулпар» и «Ясное» сельского округа Берёзка.", ("Тулпар", "locatedIn", "Берёзка")),
    ("Открыли школу № 5 города Тобыл.", ("школа № 5", "locatedIn", "Тобыл")),
    ("Аким посетил село Берёзка, Ясного района.", ("Берёзка", "within", "Ясный район")),
    ("Беріктас ауданына қарасты Сайтөбе-3 шағынауданы.", ("Сайтөбе-3 шағынауданы", "within", "Беріктас ауданы")),
]  # fmt: skip
NOT_SAID = [
    ("В Омске директор ТОО «Тулпар» подписал договор.", "Тулпар"),  # who signs there need not work there
    ("В Омске и Таразе открыли театр «Тулпар».", "Тулпар"),  # in one of the two
    ("В Омске построят завод; на подстанции «Тулпар» идёт ремонт.", "Тулпар"),
    ("Түркістан мен Жамбыл облыстарының Меркі, Созақ және Сарысу аудандары.", "Созақ ауданы"),  # which in which?
    ("Орал мен Қостанай арасындағы жолды «Тұлпар» ЖШС салды.", "Тұлпар"),
]


def places(text: str) -> set[tuple[str, ...]]:
    return {(one, name, other) for name in ("locatedIn", "within") for one, other in relations(text, name)}


@pytest.mark.parametrize(("text", "fact"), CASES)
def test_what_a_text_tells_of_is_where_it_says(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in places(text)


@pytest.mark.parametrize(("text", "name"), NOT_SAID)
def test_a_place_beside_need_not_be_where_a_thing_is(text: str, name: str) -> None:
    assert not [fact for fact in places(text) if fact[0] == name]
