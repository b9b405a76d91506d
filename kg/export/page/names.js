// Words, names, numbers and days in the language chosen.

const VIEWS = ["graph", "table", "ledger"];
const state = { lang: "ru", view: "graph", node: null, edge: null, hidden: new Set(), sure: 0 };

// What the page itself says, say("page", "search"), or how a term is called: by the page, else by the ontology, else by its
// own name («newTerm» as «new term»).
function say(group, key, ...values) {
  const found = [words[group], words.terms].find((terms) => terms && Object.hasOwn(terms, key));
  const text = found ? found[key][state.lang] : spaced(key);
  return text.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);
}

function spaced(key) {
  return key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/-/g, " ")
    .toLowerCase();
}

// Label in the language chosen, else in the next best: Kazakh and Russian readers read each other's letters.
function labelled(labels) {
  const order = [state.lang, ...{ ru: ["kk", "en"], kk: ["ru", "en"], en: ["ru", "kk"] }[state.lang]];
  const lang = order.find((candidate) => labels[candidate]);
  return lang ? { text: labels[lang], lang } : null;
}

function nameOf(entity) {
  const known = labelled(entities[entity].labels);
  if (known) return known;
  const [text, lang] = entities[entity].names[0] || [entities[entity].id, ""];
  return { text, lang };
}

function postName(post) {
  const known = labelled(posts[post].labels);
  if (known && known.lang === state.lang) return known;
  const role = say("terms", posts[post].role || "other");
  const owner = Number.isInteger(posts[post].of) ? ` — ${nameOf(posts[post].of).text}` : "";
  return { text: role + owner, lang: state.lang };
}

// «1 234,5», «3,5 млрд»; the words themselves stand in the sentence beside it. Kazakh writes numbers as Russian does.
function number(value) {
  const known = Number(value);
  if (!Number.isFinite(known)) return value;
  const large =
    Math.abs(known) >= 1e6 ? { notation: "compact", maximumFractionDigits: 2 } : { maximumFractionDigits: 6 };
  return new Intl.NumberFormat(state.lang === "en" ? "en" : "ru", large).format(known);
}

function amount(fact) {
  const unit = fact.unit ? say("units", fact.unit) : "";
  const bound = fact.bound ? say("terms", fact.bound) : "";
  return [bound, number(fact.value), unit].filter(Boolean).join(" ");
}

// «4 мая 2023», «2023 ж. 4 мамыр» for 2023-05-04, «1 августа» for --08-01, «05.2023» for 2023-05; anything else, as a year,
// as it is written. The months are our own: Chromium knows no Kazakh ones.
function day(text) {
  const [, year, number, date] = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(text || "") || [];
  const month = number && words.months[number] && words.months[number][state.lang];
  if (!month) return text || "";
  if (!date) return `${number}.${year}`;
  return year === "-"
    ? say("page", "day_of_month", month, Number(date))
    : say("page", "day", year, month, Number(date));
}

function percent(share) {
  return `${Math.round(share * 100)}%`;
}

function kindOf(entity) {
  const { kind, finer } = entities[entity];
  return [say("terms", kind), ...finer.map((name) => say("terms", name))].join(" · ");
}
