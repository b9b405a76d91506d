// The same content as tables: for screen readers, for print, and for whoever prefers rows.

function showTable() {
  const visible = (place) => !Number.isInteger(place) || !state.hidden.has(entities[place].kind);
  const of = (kind) =>
    facts.filter(
      (fact) =>
        fact.kind === kind &&
        !fact.unasserted &&
        isSure(fact) &&
        visible(fact.subject) &&
        visible(fact.object) &&
        !state.hidden.has(fact.relation),
    );
  fill(
    byId("table"),
    tableOf("kinds", entityRows(visible), ["name", "kind", "names", "named_in"]),
    tableOf("posts", of("post").map(postRow), ["name", "posts", "status", ...PROOF]),
    tableOf("relations", of("relation").map(relationRow), ["name", "relation", "name", ...PROOF]),
    tableOf("statements", of("statement").map(statementRow), [
      "kind",
      "speaker",
      "addressee",
      "about_what",
      "due",
      ...PROOF,
    ]),
    tableOf("figures", of("figure").map(figureRow), ["value", "indicator", "about_what", ...PROOF]),
    tableOf("unasserted", facts.filter((fact) => fact.unasserted && isSure(fact)).map(unassertedRow), ["relation", ...PROOF]),
  );
}

const PROOF = ["sentence", "document", "confidence", "rule"];

function tableOf(title, rows, columns) {
  if (!rows.length) return null;
  const caption = title === "kinds" ? KINDS.map((kind) => say("kinds", kind)).join(", ") : say("page", title);
  const head = el(
    "tr",
    {},
    columns.map((column) => el("th", { scope: "col" }, say("page", column))),
  );
  const body = rows.map((cells) =>
    el(
      "tr",
      {},
      cells.map((cell, row) => el(row ? "td" : "th", { scope: row ? null : "row", class: columns[row] }, cell)),
    ),
  );
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, `${caption} (${rows.length})`), el("thead", {}, head), el("tbody", {}, body)),
  );
}

function entityRows(visible) {
  return entities
    .map((entity, place) => [place, entity])
    .filter(([place]) => visible(place))
    .map(([place, entity]) => [
      toEntity(place),
      kindOf(place),
      [...Object.values(entity.labels), ...entity.names.map(([text]) => text)].join(", "),
      entity.docs.map(([document]) => documents[document].id).join(", "),
    ]);
}

function proofCells(fact) {
  const mark = fact.conflicts ? el("strong", { class: "conflict" }, `⚠ ${say("page", "conflict")}`) : null;
  const from = Number.isInteger(fact.doc) ? documentLine(fact.doc) : "";
  return [
    [sentence(fact), mark],
    el("span", {}, from),
    fact.confidence ? String(fact.confidence) : "",
    el("code", {}, fact.rule || ""),
  ];
}

function postRow(fact) {
  return [
    toEntity(fact.subject),
    [postName(fact.post).text, days(fact.subject, fact.post)],
    tags(fact),
    ...proofCells(fact),
  ];
}

function relationRow(fact) {
  return [
    toEntity(fact.subject),
    [say("short", fact.relation), tags(fact)],
    toEntity(fact.object),
    ...proofCells(fact),
  ];
}

function unassertedRow(fact) {
  return [headline(fact), ...proofCells(fact)];
}

function statementRow(fact) {
  const who = Number.isInteger(fact.speaker) ? toEntity(fact.speaker) : say("page", "unsaid");
  return [
    say("statement", fact.statement),
    who,
    listed(fact.to || []),
    listed(fact.about || []),
    day(fact.due),
    ...proofCells(fact),
  ];
}

function figureRow(fact) {
  return [amount(fact), measured(fact), listed(fact.about || []), ...proofCells(fact)];
}
