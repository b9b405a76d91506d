"""Lines in capitals alone are read as they would be written, and every fact leads to the words as printed."""

import pytest

from kg.extract import extract, pipeline
from kg.extract.shouted import in_plain_case, is_shouted
from kg.model import Document, Segment
from kg.resolve import within


def told(text: str, lang: str) -> Document:
    return Document(
        "d", "d.txt", text, "", "utf-8", "text/plain", lang, (Segment("d", 0, len(text), lang, "body", text),)
    )


@pytest.mark.parametrize(
    ("lang", "line", "wanted"),
    [
        ("ru", "ВЕРА ЛЕ, ЖИТЕЛЬНИЦА С. ДРУЖБА, ОСИНОВСКИЙ РАЙОН:", "Вера Ле, жительница с. Дружба, Осиновский район:"),
        ("ru", "ПРЕМЬЕР-МИНИСТР РК АСКАР МАМИН ПРОВЁЛ ЗАСЕДАНИЕ", "Премьер-министр РК Аскар Мамин провёл заседание"),
        ("ru", "О НАЗНАЧЕНИИ АКИМА ВОСТОЧНОГО КАЗАХСТАНА", "О назначении акима Восточного Казахстана"),
        ("ru", "С. ИВАНОВ, ЗАМ. РУКОВОДИТЕЛЯ ГОРОДСКОГО ОКРУГА", "С. Иванов, зам. руководителя городского округа"),
        ("kk", "МАРАТ КИМ, СОЛТҮСТІК ҚАЗАҚСТАН ОБЛЫСЫНЫҢ ӘКІМІ:", "Марат Ким, Солтүстік Қазақстан облысының әкімі:"),
        ("kk", "КӨКСУ АУДАНЫНЫҢ ӘКІМІ ТҰРҒЫНДАРМЕН КЕЗДЕСТІ", "Көксу ауданының әкімі тұрғындармен кездесті"),
    ],
)  # fmt: skip
def test_a_line_in_capitals_is_read_as_it_would_be_written(lang: str, line: str, wanted: str) -> None:
    pipeline(lang)
    document, printed = in_plain_case(told(f"{line}\nБыло тихо.", lang), None)
    assert document.text.split("\n") == [wanted, "Было тихо."]
    assert document.segments[0].text == document.text
    assert printed is not None and printed.text.startswith(line)


def test_words_written_small_elsewhere_in_the_text_are_no_names() -> None:
    pipeline("ru")
    document, _ = in_plain_case(told("МАМИН ДОМ ОТКРЫЛИ В ГОРОДЕ\nЗдесь мамин дом.", "ru"), None)
    assert document.text.startswith("Мамин дом открыли")
    document, _ = in_plain_case(told("ВЧЕРА МАМИН ОТКРЫЛ ЗАСЕДАНИЕ\nГость Мамин доволен.", "ru"), None)
    assert document.text.startswith("Вчера Мамин открыл")


@pytest.mark.parametrize(
    "line", ["АСТАНА. КАЗИНФОРМ", "ТОО «ЯСНЫЙ»", "12.03.2021", "Аким МАРАТ ОСПАНОВ приехал в город Осинов"]
)
def test_short_capitals_and_single_words_are_left(line: str) -> None:
    assert not is_shouted(line)


def test_what_a_shouted_line_tells_is_found_and_quoted_as_printed() -> None:
    text = "Школы строятся.\n\nМАРАТ ОСПАНОВ, АКИМ ОСИНОВСКОГО РАЙОНА:\n\n— Работа идёт, школу построили быстро.\n"
    found = within(extract(told(text, "ru")))
    (post,) = [claim for claim in found.claims if claim.post]
    assert post.evidence.words == "МАРАТ ОСПАНОВ, АКИМ ОСИНОВСКОГО РАЙОНА"
    assert text[post.evidence.start : post.evidence.stop] == post.evidence.words
    names = {e.id: e.name for e in found.entities}
    assert [names[s.speaker] for s in found.statements if s.speaker] == ["Марат Оспанов"]
