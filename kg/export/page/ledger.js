// The ledger: promises and orders with what became of them, to be sorted and filtered; below it, what is told differently.

const ledger = { who: "", place: "", kind: "", status: "", sort: "due", down: false, asOf: newestDay() };
const PROMISED = ["Commitment", "Instruction"];
const STANDINGS = ["overdue", "due", "open", "done", "repeated"];
const COLUMNS = ["due", "status", "speaker", "what", "place", "amount", "said"];

function showLedger() {
  const rows = ledgerRows();
  const shown = rows.filter(fitsLedger).sort(byColumn);
  fill(
    byId("ledger"),
    el("h2", {}, `${say("page", "ledger")} (${number(shown.length)})`),
    el(
      "div",
      { class: "filters" },
      chooser("who", peopleOf(rows), (place) => nameOf(place).text),
      chooser("place", placesOf(rows), (place) => nameOf(place).text),
      chooser("kind", PROMISED, (name) => say("statement", name)),
      chooser("status", STANDINGS, (name) => say("standing", name)),
      asOfField(),
    ),
    shown.length ? ledgerTable(shown) : el("p", {}, say("page", "nothing")),
    disagreements(),
  );
}

function ledgerRows() {
  return facts
    .filter((fact) => PROMISED.includes(fact.statement) && isSure(fact))
    .map((fact) => ({ fact, term: termOf(fact), status: standing(fact), said: saidOn(fact) }));
}

function peopleOf(rows) {
  return byName(rows.flatMap(({ fact }) => [fact.speaker, ...(fact.to || [])]));
}

function placesOf(rows) {
  return byName(rows.flatMap(({ fact }) => (fact.places || []).flatMap((place) => [place, ...wider(place)])));
}

function byName(places) {
  const known = [...new Set(places.filter(Number.isInteger))];
  return known.sort((a, b) => nameOf(a).text.localeCompare(nameOf(b).text, state.lang));
}

// Everything that a place lies in.
function wider(place, seen = new Set()) {
  for (const fact of factsOf[place].map((id) => facts[id])) {
    if (["liesIn", "within"].includes(fact.relation) && fact.subject === place && !seen.has(fact.object)) {
      seen.add(fact.object);
      wider(fact.object, seen);
    }
  }
  return [...seen];
}

function fitsLedger({ fact, status }) {
  const who = Number(ledger.who);
  const place = Number(ledger.place);
  const lies = (one) => one === place || wider(one).includes(place);
  return (
    isKnown(fact) &&
    (!ledger.who || fact.speaker === who || (fact.to || []).includes(who)) &&
    (!ledger.place || (fact.places || []).some(lies)) &&
    (!ledger.kind || fact.statement === ledger.kind) &&
    (!ledger.status || status === ledger.status || (ledger.status === "repeated" && followUps(fact, "repeated").length))
  );
}

function byColumn(a, b) {
  const [one, other] = [a, b].map((row) => (ledger.sort === "due" ? (row.term || {}).last : row.said) || "");
  if (one === other) return 0;
  if (!one || !other) return one ? -1 : 1; // what has no day comes last either way
  return (one < other ? -1 : 1) * (ledger.down ? -1 : 1);
}

function chooser(name, values, text) {
  const options = values.map((value) =>
    el("option", { value, selected: String(value) === ledger[name] }, text(value)),
  );
  return field(
    name,
    el(
      "select",
      { id: `ledger-${name}`, onchange: (event) => turn(name, event.target.value) },
      el("option", { value: "" }, say("page", "any")),
      options,
    ),
  );
}

function asOfField() {
  const turned = (event) => turn("asOf", event.target.value);
  return field("asOf", el("input", { type: "date", id: "ledger-asOf", value: ledger.asOf, onchange: turned }));
}

function field(name, control) {
  return el("label", {}, el("span", {}, say("page", name)), control);
}

function turn(name, value) {
  ledger[name] = value;
  showLedger();
  byId(`ledger-${name}`).focus();
}

function ledgerTable(rows) {
  const heads = COLUMNS.map((name) => (["due", "said"].includes(name) ? sorter(name) : say("page", name)));
  const order = (name) => (name === ledger.sort ? (ledger.down ? "descending" : "ascending") : null);
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": say("page", "ledger") },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          heads.map((head, at) => el("th", { scope: "col", "aria-sort": order(COLUMNS[at]) }, head)),
        ),
      ),
      el("tbody", {}, rows.map(ledgerRow)),
    ),
  );
}

function sorter(name) {
  const sign = ledger.sort === name ? (ledger.down ? " ↓" : " ↑") : "";
  const sort = () => {
    ledger.down = ledger.sort === name && !ledger.down;
    turn("sort", name);
  };
  return el("button", { type: "button", class: "sort", id: ledgerId(name), onclick: sort }, say("page", name) + sign);
}

function ledgerId(name) {
  return name === ledger.sort ? "ledger-sort" : null;
}

function ledgerRow({ fact, status, said }) {
  const cells = [
    day(fact.due),
    [el("span", { class: `tag ${status}` }, say("standing", status)), repeatedTag(fact)],
    [
      el("small", {}, `${say("statement", fact.statement)}: `),
      Number.isInteger(fact.speaker) ? toEntity(fact.speaker) : say("page", "unsaid"),
      fact.to && [" → ", listed(fact.to)],
    ],
    whatCell(fact),
    listed(fact.places || []),
    amounts(fact),
    day(said),
  ];
  return el(
    "tr",
    {},
    cells.map((cell, at) => el("td", { class: COLUMNS[at] }, cell)),
  );
}

function repeatedTag(fact) {
  return followUps(fact, "repeated").length ? el("span", { class: "tag" }, say("standing", "repeated")) : null;
}

// The words; opened, the whole sentence with its document, and what other documents say of the same.
function whatCell(fact) {
  const words = (fact.words || []).flat().filter(([, marked]) => marked);
  const said = words.map(([text]) => text).join(" … ");
  const links = ["done", "repeated"].flatMap((sort) =>
    followUps(fact, sort).map(([place, score, reason]) =>
      el(
        "div",
        { class: "proof" },
        el("strong", {}, `${say("page", `${sort}_by`)} (${percent(score)}: ${reason})`),
        sentence(facts[place]),
        source(facts[place]),
      ),
    ),
  );
  const topics = (fact.topics || []).map((name) => el("span", { class: "tag" }, say("terms", name)));
  return [
    el(
      "details",
      {},
      el("summary", { lang: Number.isInteger(fact.doc) ? documents[fact.doc].lang : null }, said),
      sentence(fact),
      source(fact),
      links,
    ),
    topics,
  ];
}

function amounts(fact) {
  return (fact.amounts || [])
    .map((place) => facts[place])
    .filter(isSure)
    .map((figure) => el("div", { class: "amount" }, amount(figure), " ", el("small", {}, measured(figure))));
}

// Every disagreement once, both sides in full.
function disagreements() {
  const pairs = facts.flatMap((fact, place) =>
    (fact.conflicts || []).filter((other) => place < other && isSure(fact) && isSure(facts[other])).map((other) => [place, other]),
  );
  if (!pairs.length) return null;
  const sides = (pair) => pair.map((place) => el("li", {}, headline(facts[place]), sentence(facts[place]), source(facts[place])));
  return [
    el("h2", { id: "disagreements" }, `${say("page", "disagreements")} (${number(pairs.length)})`),
    pairs.map((pair) => el("div", { class: "conflict" }, el("ul", { class: "sides" }, sides(pair)))),
  ];
}
