"""Sentences: `|` in an example stands where one must begin, `⏎` is a line break of the text."""

import time

import pytest
import spacy

from kg.lang import sentences, tables  # noqa: F401 (registers the component)
from kg.lang.tokenizer import NewsTokenizer
from kg.text.plain import plain

EXAMPLES = [
    ("kk", "Кеше облыс әкімі Б⏎Ахметов келді⏎|Жиын өтті"),
    ("kk", "Жиынға К.-Ж⏎Сейтов пен Қ.Ж. Әлиев қатысты. |Олар сөйледі."),
    ("kk", "Құны 96 млрд⏎теңге болатын зауыт салынды.|Өнім көбейді."),
    ("kk", "Бидай, арпа т.б. егілді. |Ол – агроном."),
    ("kk", "«Қайда?» деп сұрады. |«Үйде», – деді ол."),
    ("kk", "«Бардық!» – деді Әсел. |Сосын кетті."),
    ("kk", "(Бұл жақсы. Иә.) |Соңы."),
    ("kk", "1. Бірінші тармақ.⏎|2. Екінші тармақ⏎|- Үшінші"),
    ("kk", "2019 ж. Тараз қаласында жиын өтті... |Сосын той болды"),
    ("kk", "Қостанайда көпір салынды⏎|2021 жылы ашылады⏎|Құны белгісіз"),
    ("kk", "Тақырып осы⏎⏎|мәтін осы"),
    ("ru", "В 2019 г. Петров прибыл в г. Тараз. |Потом уехал."),
    ("ru", "Завод открыт в 2011 г.⏎|Директор доволен"),
    ("ru", "Школу построили в г.⏎Тараз."),
    ("ru", "Собрали груши и др. |Мешки увезли. |Это 5,3 тыс. тонн, т. е. много и т. д. |Ещё."),
    ("ru", "«Мы построим мост. |Мы сможем!» — сказал Ким. |Все ушли."),
    ("ru", "А. Б. Иванов, и.о. акима, отдал книги им. |И ушёл. |Цена 300 руб. |Дорого?! |Да."),
    ("ru", "Аким встретился с⏎Петром Ивановым. |Читайте на zakon.kz. |Конец"),
]
WRAPPED = """В понедельник в школе открыли новый зал для занятий
спортом, а через день там прошли первые игры, и в
Таразе узнали о победе. |На эти игры пришли ученики из
всех школ города, чтобы увидеть, как играет команда
Жамбылской области, и поддержать своих друзей, потому
что победа далась им нелегко и досталась только после
долгой борьбы с соперниками, которых тренировал ещё
Сергей Орлов."""


@pytest.fixture(scope="module")
def pipelines() -> dict[str, spacy.Language]:
    made = {}
    for lang in ("kk", "ru"):
        nlp = spacy.blank("xx")
        nlp.tokenizer = NewsTokenizer(nlp.vocab, lang)
        nlp.add_pipe("kg_sentences", config={"lang": lang})
        made[lang] = nlp
    return made


@pytest.mark.parametrize("lang, marked", [*EXAMPLES, ("ru", WRAPPED)])
def test_sentences(pipelines: dict[str, spacy.Language], lang: str, marked: str) -> None:
    text = marked.replace("⏎", "\n")
    expected = [" ".join(part.split()) for part in text.split("|")]
    made = plain(text.replace("|", ""))
    doc = pipelines[lang](made.text if made else text.replace("|", ""))
    assert [" ".join(sent.text.split()) for sent in doc.sents] == expected


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_table_examples_are_one_sentence(pipelines: dict[str, spacy.Language], lang: str) -> None:
    for group in tables.load(lang, "abbreviations")["group"]:
        for example in group["found"]:
            assert len(list(pipelines[lang](example.replace("|", "")).sents)) == 1, example


def test_odd_texts(pipelines: dict[str, spacy.Language]) -> None:
    for text in ("", " ", "\n\n", "…", ".\n", "»", "  Сөз", "(" * 50, "1.", "т. "):
        list(pipelines["kk"](text).sents)


@pytest.mark.parametrize("part", [")", "(", '."', "А. ", "а\n", "«", "1.\n"])
def test_time_grows_with_the_text_alone(pipelines: dict[str, spacy.Language], part: str) -> None:
    began = time.process_time()
    list(pipelines["kk"](part * (100_000 // len(part))).sents)
    assert time.process_time() - began < 5
