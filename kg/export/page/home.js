// The panel when nothing is chosen: what this is, how much of it, where to begin.

const LATEST = 40; // documents listed

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
  const dated = facts
    .filter((fact) => fact.due)
    .sort((a, b) => (a.due.replace("--", "~") < b.due.replace("--", "~") ? -1 : 1)) // days of no year last
    .slice(0, 12);
  return dated.length ? part(say("page", "deadlines"), el("ul", { class: "plain" }, dated.map(whole))) : null;
}
