"""Posts of the language's table as they stand, before what they belong to: «аким», «замакима», «вице-министр»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.facts.belonging import Belonging
from kg.extract.facts.lands import across_land
from kg.extract.facts.opening_posts import mend_number, mend_plural
from kg.extract.found import NOUNS, Title, case, feature, has_key, is_plural, of_place, previous_word, word_keys
from kg.extract.phrases import Phrases
from kg.extract.posts import fused_modifiers, fused_post
from kg.lang import tables
from kg.lang.features import values


class BarePosts:
    """Where a post may begin, and which it is; `belonging` knows the class words inside a post: «аким [района]»."""

    def __init__(self, lang: str, posts: Phrases[Any], belonging: Belonging) -> None:
        table, grammar = tables.load(lang, "posts"), tables.load(lang, "grammar")
        self.lang, self.posts, self.belonging = lang, posts, belonging
        self.deputies: dict[str, str] = table["deputy"]
        self.prefixes = tuple(form for form, _kind in fused_modifiers(lang))
        governing = [m for m in table["modifier"] if m.get("fused") and m.get("case") == "Gen"]
        self.governing = tuple(m["lemma"].rstrip("-").lower() for m in governing)
        self.owner_first: bool = grammar["owner_first"]
        self.honoured = frozenset(grammar.get("honoured", ()))
        self.levels = frozenset(grammar.get("levels", ()))
        self.genitives: dict[str, str] = grammar.get("genitives", {})
        self.indeclinable = frozenset(grammar.get("indeclinable", ()))
        self.instrumental_plural = tuple(grammar.get("instrumental_plural", ()))

    def beginnings(self, doc: Doc) -> list[int]:
        """The words that may begin a post, alone or in one with what stands before it: «замакима»."""
        fused = (i for i, forms in enumerate(doc.user_data["keys"]) if forms and forms[0].startswith(self.prefixes))
        return sorted({*fused, *self.posts.beginnings(doc, 0, len(doc))})

    def at(self, doc: Doc, index: int) -> tuple[Title, dict[str, Any]] | None:
        """The longest post of the table that begins here, as a bare title, and its row."""
        found, kinds = self.posts.longest(doc, index), frozenset[str]()
        if found is None and (fused := fused_post(self.lang, doc[index].lower_)) is not None:
            found, kinds = (index + 1, fused[0]), fused[1]
        across = None if self.owner_first or found is None else across_land(doc, self.posts, index)
        if across is not None:
            found = across[:2]
        if found is None or self._is_honour(doc, index):
            return None
        stop, rows = found
        row = rows[0]
        head = self._head(doc, index, stop)
        if stop - index == 1 and not kinds and not self._same_word(doc[head], row["form"]):
            return None  # another word in this form: «премьера», «депутаттық»
        if not self.owner_first and feature(doc[head], "VerbForm") in ("Fin", "Inf"):
            return None  # «[командовал] полком», whose participle is the post
        if self.owner_first and stop - index > 1 and self._is_unowned(doc[head], row["form"]):
            return None
        alike = doc[head].lower_ in self.indeclinable or case(doc[head]) not in ("", "Nom") or is_plural(doc[head])
        if not self.owner_first and doc[head].lower_ == row["form"] and alike:
            doc[head].set_morph({})  # type: ignore[attr-defined]  # «замминистра» is alike in all cases
        if not self.owner_first and doc[head].lower_.endswith(self.instrumental_plural):
            doc[head].set_morph({"Case": "Ins", "Number": "Plur"})  # type: ignore[attr-defined]  # «Акимами назначены», whatever the tagger sees in the capital
        mend_number(doc, head, stop, self.genitives)
        if not self.owner_first:
            mend_plural(doc, head, stop)
        governs = bool(kinds) and doc[head].lower_.startswith(self.governing or "\0")
        if governs and not doc[head].lower_.endswith(row["form"]) and case(doc[head]) in ("Nom", "Gen", "Acc"):
            doc[head].set_morph({})  # type: ignore[attr-defined]  # «замглавы» too
        role = self.deputies.get(row["role"], "other") if "deputy" in kinds else row["role"]
        status = next((k for k in ("acting", "former", "candidate") if k in kinds), row.get("status", "current"))
        of_class = next((c for i in range(index, stop) if i != head and (c := self.belonging.class_word(doc, i))), None)
        of_class = (of_class if across is None else None) or row.get("class")
        alone = row.get("alone", False) and not self._of_adjective(doc, index)
        called = fused_name(doc[head].lower_, row["form"], governs) if "deputy" in kinds else row.get("called", "")
        bare = Title(
            index, stop, head, role, status, is_plural(doc[head]), alone, None, of_class,
            row["form"], (index, stop), land=across[2] if across is not None else "", called=called,
        )  # fmt: skip
        return bare, row

    def _is_honour(self, doc: Doc, index: int) -> bool:
        """«еңбек сіңірген [жаттықтырушы]»."""
        before = previous_word(doc, index)
        return bool(self.honoured) and before >= 0 and has_key(doc, before, self.honoured)

    def _is_unowned(self, head: Token, form: str) -> bool:
        """«университет [Президент] Асанды қолдайды»: not the «университет президенті», for nothing owns him."""
        last = form.split()[-1]
        return head.lower_ != last and len(head) < len(last) and head.lower_ in word_keys(self.lang)(last)

    def _same_word(self, token: Token, form: str) -> bool:
        """«премьерой» is of «премьера», whose genitive plural looks like «премьер»; a thing holds no post."""
        lemma = token.lemma_.lower()
        thing = "Inan" in values(token.morph, "Animacy") and "Fem" in values(token.morph, "Gender")
        return lemma in word_keys(self.lang)(form) and not (thing and lemma != form)

    def _of_adjective(self, doc: Doc, index: int) -> bool:
        """«японский премьер» is of a country told by an adjective, and stands for nobody of another."""
        before = previous_word(doc, index)
        if self.owner_first or before < 0 or doc[before].pos_ != "ADJ":
            return False
        lemma = doc[before].lemma_.lower()
        return of_place(lemma, doc.lang_) and lemma not in self.levels

    def _head(self, doc: Doc, start: int, stop: int) -> int:
        """The word whose case counts: the last in Kazakh, the first noun in Russian."""
        words = [i for i in range(start, stop) if not doc[i].is_space]
        if self.owner_first:
            return words[-1]
        return next((i for i in words if doc[i].pos_ in NOUNS), words[0])


def fused_name(word: str, form: str, governs: bool) -> str:
    """«вице-министру», «министр» → «вице-министр»; «замминистра», whose noun is governed, stays as it is."""
    begins = word.find(form[:3])
    return word if governs or begins < 0 else word[:begins] + form
