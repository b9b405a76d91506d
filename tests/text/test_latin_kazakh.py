"""Kazakh in Latin letters is read in Cyrillic ones, and every letter leads back to where it is printed."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from kg.text.language import detect
from kg.text.latin_kazakh import alphabet_of
from kg.text.plain import plain
from tests.resolve.news import posts, relations, resolved

TABLE = tomllib.loads((files("kg.text") / "data" / "latin_kazakh.toml").read_text("utf-8"))
FOUND = [pair for alphabet in TABLE["alphabet"] for pair in alphabet["found"].items()]
NEWS = (
    "Soltústik Qazaqstan oblysynyń ákimi Erlan Ospanov jumys saparymen Qyzyljar aýdanynda boldy jáne mektep kórdi.\n\n"
    "Premer-mınıstr Marat Bekenov bul týraly baq.kz saıtyna aıtty. Ol Ivan Petrovty ákim etip taǵaıyndady.\n"
)


@pytest.mark.parametrize("printed, read", FOUND)
def test_letter_for_letter(printed: str, read: str) -> None:
    made = plain(printed)
    assert made is not None and made.text == read
    assert detect(made.text)[0] == "kk"


def test_letters_of_cyrillic_that_look_like_its_own_and_a_glide_printed_as_i() -> None:
    made = plain("Маńǵystаý оblysynyń áкіmі jаńа mекtеp кórdі, sоndаi-аq кеńеskе кеldі. Аl «Kaspıı» портына bármаdy.\n")
    assert made is not None
    assert made.text.startswith("Маңғыстау облысының әкімі жаңа мектеп көрді, сондай-ақ кеңеске келді.")
    assert "портына" in made.text


def test_every_word_leads_back_to_where_it_is_printed() -> None:
    made = plain(NEWS)
    assert made is not None
    for word, printed in (
        ("Құрметті", None),
        ("Ерлан", "Erlan"),
        ("Премьер", "Premer"),
        ("тағайындады", "taǵaıyndady"),
    ):
        at = made.text.find(word)
        assert (at < 0) == (printed is None)
        if printed is not None:
            start, stop = made.printed(at, at + len(word))
            assert NEWS[start:stop] == printed
    assert "baq.kz" in made.text


@pytest.mark.parametrize(
    "text",
    [
        "Belediye başkanı bugün yeni köprünün açılışını yaptı ve çocuklara kitap dağıttı, ardından okulu gezdi.",
        "Şəhər rəhbəri bu gün yeni məktəbin açılışında iştirak etdi və müəllimlərlə görüşdü.",
        "Hákim búgin jańa kópirdi ashtı hám mektepti kórdi, sonıń menen birge adamlar menen ushırastı.",
        "Bügün şähär başlığı yaña mäktäp açtı häm balalarğa kitaplar birde, dip yaza gazeta.",
        "The akim opened a bridge in Qostanaı and met with residents of the district.",
        "Der Bürgermeister eröffnete heute die Brücke für die Bürger, schön und größer als früher.",
    ],
)
def test_other_languages_in_latin_letters_stay(text: str) -> None:
    assert alphabet_of(text) is None


def test_what_news_say_is_found_in_their_own_letters() -> None:
    assert {one[:3] for one in posts(NEWS)} >= {
        ("Ерлан Оспанов", "akim", "Солтүстік Қазақстан облысы"),
        ("Марат Бекенов", "prime-minister", ""),
    }
    assert ("Ерлан Оспанов", "Қызылжар ауданы") in relations(NEWS, "visited")
    (person,) = (entity for entity in resolved(NEWS).entities if entity.name == "Ерлан Оспанов")
    assert [mention.words for mention in person.mentions] == ["Erlan Ospanov"]
