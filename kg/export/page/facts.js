// One fact on the page: its words with the marked ones, where they stand, how sure it is and what found it.

// Whether the reader wants to see facts no surer than this; what the gazetteer says has no number and is sure.
function isSure(fact) {
  return (fact.confidence ?? 1) >= state.sure;
}

function named(place, tag = "span") {
  const { text, lang } = nameOf(place);
  return el(tag, { lang }, text);
}

// A button that chooses an entity; the shape of its kind stands before its name.
function toEntity(place) {
  return el(
    "button",
    { type: "button", class: `entity ${entities[place].kind}`, onclick: () => go({ node: place }) },
    named(place),
  );
}

function listed(places) {
  return places.flatMap((place, row) => (row ? [", ", toEntity(place)] : [toEntity(place)]));
}

function sentence(fact) {
  if (!fact.words) return el("p", { class: "source" }, say("page", "no_document"));
  const lang = Number.isInteger(fact.doc) ? documents[fact.doc].lang : null;
  return fact.words.map((passage) =>
    el(
      "blockquote",
      { lang },
      passage.map(([text, marked]) => (marked ? el("mark", {}, text) : text)),
    ),
  );
}

function documentLine(place) {
  const known = documents[place];
  const publisher = Number.isInteger(known.publisher) ? nameOf(known.publisher).text : known.publisher;
  const title = known.title || known.id;
  return [
    known.url ? outside(known.url, title) : el("span", { lang: known.lang }, title),
    publisher && ` · ${publisher}`,
    known.date && ` · ${day(known.date)}`,
  ];
}

function source(fact) {
  if (!Number.isInteger(fact.doc)) return null;
  const sure = fact.confidence ? `${say("page", "confidence")} ${percent(fact.confidence)}` : null;
  const rule = fact.rule ? [`${say("page", "rule")} `, el("code", {}, fact.rule)] : null;
  return el(
    "p",
    { class: "source" },
    documentLine(fact.doc),
    sure && [el("br"), sure],
    rule && [sure ? " · " : el("br"), rule],
  );
}

// What is told differently elsewhere, once for a group of facts that say the same.
function conflicts(group) {
  const others = [...new Set(group.flatMap((fact) => fact.conflicts || []))].filter((place) => isSure(facts[place]));
  if (!others.length) return null;
  const told = others.map((place) =>
    el("li", {}, headline(facts[place]), sentence(facts[place]), source(facts[place])),
  );
  return el("div", { class: "conflict" }, el("strong", {}, `⚠ ${say("page", "conflict")}`), el("ul", {}, told));
}

// What the fact says, in one line.
function headline(fact) {
  if (fact.kind === "figure") return figureLine(fact);
  if (fact.kind === "statement") return statementLine(fact);
  if (fact.kind === "post")
    return el("p", {}, toEntity(fact.subject), " — ", el("strong", {}, postName(fact.post).text), tags(fact));
  return el("p", {}, toEntity(fact.subject), ` — ${say("short", fact.relation)} → `, toEntity(fact.object), tags(fact));
}

// How the document sees it: «current», «dismissed»; «planned» where it is still to come.
function tags(fact) {
  const texts = [fact.status && say("status", fact.status), fact.modality && say("terms", fact.modality)];
  return texts.filter(Boolean).map((text) => el("span", { class: `tag ${fact.status || ""}` }, text));
}

function figureLine(fact) {
  const about = fact.about ? el("span", { class: "about" }, listed(fact.about)) : null;
  const by = Number.isInteger(fact.speaker) ? [el("br"), `${say("page", "given_by")}: `, toEntity(fact.speaker)] : null;
  const told = [el("strong", { class: "amount" }, amount(fact)), " — ", measured(fact), about && [" · ", about], by];
  return el("p", {}, told.flat());
}

// What a figure measures: the text's own words, the common name in the language chosen, the time, a rise or a fall.
function measured(fact) {
  const [text, lang] = (fact.indicator || [["", ""]])[0];
  const change =
    fact.change && fact.change !== "level" ? el("span", { class: "tag" }, say("terms", fact.change)) : null;
  const known = [fact.concept && say("terms", fact.concept), fact.period].filter(Boolean).join(", ");
  return [el("span", { lang }, text), known && ` (${known})`, change];
}

function statementLine(fact) {
  const who = Number.isInteger(fact.speaker) ? toEntity(fact.speaker) : say("page", "unsaid");
  const due = fact.due ? el("span", { class: "tag due" }, `${say("page", "due")}: ${day(fact.due)}`) : null;
  const about = fact.about
    ? el("span", { class: "about" }, `${say("page", "about_what")}: `, listed(fact.about))
    : null;
  return el(
    "p",
    {},
    el("strong", {}, say("statement", fact.statement)),
    ": ",
    who,
    fact.to && [" → ", listed(fact.to)],
    due,
    about && [el("br"), about],
  );
}

// The sentences of facts that say the same, for lists that have named it already.
function proofs(group) {
  return [group.map((fact) => el("div", { class: "proof" }, sentence(fact), source(fact))), conflicts(group)];
}

function whole(fact) {
  return el("li", { class: "fact" }, headline(fact), proofs([fact]));
}
