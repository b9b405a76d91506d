// The panel when nothing is chosen: what this is, how much of it, where to begin.

const LATEST = 40; // documents listed
const SOONEST = 12; // promises listed, those that fall due first

function homePanel() {
  const counts = KINDS.map((kind) =>
    el(
      "li",
      { class: kind },
      el("strong", {}, number(entities.filter((entity) => entity.kind === kind).length)),
      ` ${say("kinds", kind)}`,
    ),
  );
  const known = entities.slice(0, 12).map((_, place) => el("li", {}, toEntity(place)));
  const latest = documents
    .map((_, place) => place)
    .slice(-LATEST)
    .reverse();
  return [
    el("h2", {}, say("page", "title")),
    el("p", {}, say("page", "about")),
    el("ul", { class: "counts" }, counts),
    data.left_out ? el("p", { class: "source" }, say("page", "left_out", number(data.left_out))) : null,
    part(say("page", "best_known"), el("ul", { class: "chips" }, known)),
    deadlines(),
    part(
      `${say("page", "documents")} (${number(documents.length)})`,
      el(
        "ul",
        { class: "plain" },
        latest.map((place) => el("li", {}, documentLine(place))),
      ),
    ),
  ];
}

function deadlines() {
  const rows = ledgerRows().filter(({ fact }) => isKnown(fact));
  if (!rows.length) return null;
  const dated = rows.filter(({ term }) => term).sort((a, b) => (a.term.last < b.term.last ? -1 : 1));
  const told = dated.slice(0, SOONEST).map(({ fact }) => whole(fact));
  const open = el(
    "button",
    { type: "button", class: "more", onclick: () => go({ view: "ledger" }) },
    `${say("page", "ledger")} (${number(rows.length)})`,
  );
  return part(say("page", "deadlines"), el("ul", { class: "plain" }, told), open);
}
