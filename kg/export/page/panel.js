// The panel beside the graph: what is known of the node or line chosen; home.js fills it when nothing is.

function showPanel() {
  const panel = byId("panel");
  if (state.node !== null) fill(panel, closer(), entityPanel(state.node));
  else if (state.edge !== null) fill(panel, closer(), edgePanel(edges[state.edge]));
  else fill(panel, homePanel());
  panel.scrollTop = 0;
  document.body.classList.toggle("chosen", state.node !== null || state.edge !== null);
}

function closer() {
  return el(
    "button",
    { type: "button", class: "close", "aria-label": say("page", "close"), onclick: () => go({}) },
    "×",
  );
}

function part(title, ...children) {
  return children.flat().filter(Boolean).length ? el("section", {}, el("h3", {}, title), ...children) : null;
}

// A node

function entityPanel(place) {
  const all = factsOf[place].map((fact) => facts[fact]).filter(isSure);
  const own = all.filter((fact) => !fact.unasserted);
  const entity = entities[place];
  const parts = [
    part(say("page", "posts"), heldPosts(place, own)),
    part(say("page", "holders"), holders(place, own)),
    relations(place, own),
    part(say("page", "statements"), wholeList(own.filter((fact) => fact.kind === "statement"))),
    part(say("page", "figures"), wholeList(own.filter((fact) => fact.kind === "figure"))),
    part(say("page", "unasserted"), wholeList(all.filter((fact) => fact.unasserted))),
  ]
    .flat()
    .filter(Boolean);
  return [
    el("p", { class: `kind ${entity.kind}` }, kindOf(place)),
    named(place, "h2"),
    otherNames(entity, place),
    growButton(place),
    liveLink(entity),
    parts.length ? parts : el("p", {}, say("page", "nothing_known")),
    namedIn(entity),
  ];
}

// The labels in the other languages, then every other spelling.
function otherNames(entity, place) {
  const shown = nameOf(place).text;
  const labels = data.langs.filter((lang) => entity.labels[lang] && entity.labels[lang] !== shown);
  const first = labels.map((lang) =>
    el("span", { class: "label" }, el("abbr", {}, lang), " ", el("span", { lang }, entity.labels[lang])),
  );
  const rest = entity.names.filter(([text]) => text !== shown).map(([text, lang]) => el("li", { lang }, text));
  const more = rest.length
    ? el("details", {}, el("summary", {}, `${say("page", "names")} (${rest.length})`), el("ul", {}, rest))
    : null;
  return el("div", { class: "names" }, first, more);
}

// On a server: the page of what is near this thing, of a graph too large for one page.
function liveLink(entity) {
  if (!data.live) return null;
  const id = encodeURIComponent(entity.id);
  return el("a", { class: "more", href: `${data.live}${id}#node=${id}` }, say("page", "around"));
}

function growButton(place) {
  const unseen = neighbours(place).filter((other) => !drawn.shown.has(other));
  if (!unseen.length) return null;
  return el(
    "button",
    {
      type: "button",
      class: "more",
      onclick: () => {
        grow(unseen);
        refresh();
      },
    },
    `${say("page", "more")} (${unseen.length})`,
  );
}

function grouped(list, key) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) || []), item]);
  return [...groups.values()];
}

function heldPosts(place, own) {
  const held = own.filter((fact) => fact.kind === "post" && fact.subject === place);
  return grouped(held, (fact) => fact.post).map((group) =>
    el("div", { class: "group" }, postHead(group), proofs(group)),
  );
}

function postHead(group) {
  const { subject, post } = group[0];
  const owner = posts[post].of;
  return el(
    "p",
    {},
    el("strong", {}, postName(post).text),
    tags(group[0]),
    days(subject, post),
    Number.isInteger(owner) ? [el("br"), toEntity(owner)] : null,
  );
}

function days(holder, post) {
  const texts = tenures
    .filter((tenure) => tenure.holder === holder && tenure.post === post)
    .flatMap((tenure) => [period(tenure.validFrom, tenure.validTo), attested(tenure.observedFrom, tenure.observedTo)]);
  return texts.filter(Boolean).map((text) => el("span", { class: "days" }, text));
}

function period(from, to) {
  const texts = [from && `${say("page", "from")} ${day(from)}`, to && `${say("page", "until")} ${day(to)}`];
  return texts.filter(Boolean).join(" ");
}

function attested(from, to) {
  if (!from && !to) return "";
  return `${say("page", "attested")}: ${[...new Set([day(from), day(to)])].filter(Boolean).join(" – ")}`;
}

function holders(place, own) {
  const held = own.filter((fact) => fact.kind === "post" && fact.object === place);
  return grouped(held, (fact) => `${fact.subject} ${fact.post}`).map((group) =>
    el(
      "div",
      { class: "group" },
      el(
        "p",
        {},
        toEntity(group[0].subject),
        " — ",
        el("strong", {}, postName(group[0].post).text),
        tags(group[0]),
        days(group[0].subject, group[0].post),
      ),
      proofs(group),
    ),
  );
}

// «Met with: A, B»: a heading for each relation and direction, under it each other end with its sentences.
function relations(place, own) {
  const held = own.filter((fact) => fact.kind === "relation");
  const order = (fact) => RELATIONS.indexOf(fact.relation) * 2 + (fact.subject === place ? 0 : 1);
  const heading = (fact) => say(fact.subject === place ? "out" : "in", fact.relation);
  const groups = grouped(
    held.sort((a, b) => order(a) - order(b)),
    heading,
  );
  return groups.map((group) =>
    part(
      heading(group[0]),
      grouped(group, (fact) => (fact.subject === place ? fact.object : fact.subject)).map((same) =>
        el(
          "div",
          { class: "group" },
          el("p", {}, toEntity(same[0].subject === place ? same[0].object : same[0].subject)),
          proofs(same),
        ),
      ),
    ),
  );
}

function wholeList(list) {
  return list.length ? el("ul", { class: "plain" }, list.map(whole)) : null;
}

function namedIn(entity) {
  return part(
    say("page", "named_in"),
    entity.docs.length
      ? el(
          "ul",
          { class: "plain" },
          entity.docs.map(([place, count, ...why]) => el("li", {}, documentLine(place), ` · ×${count}`, sameness(why))),
        )
      : null,
  );
}

// Why what the document names was taken for this very entity.
function sameness([score, reason]) {
  return reason ? el("p", { class: "source" }, `${say("page", "why")}: ${reason} (${percent(score)})`) : null;
}

// A line

function edgePanel(edge) {
  return [
    el("h2", {}, toEntity(edge.from), " — ", toEntity(edge.to)),
    wholeList(edge.facts.map((fact) => facts[fact]).filter(isSure)),
  ];
}
