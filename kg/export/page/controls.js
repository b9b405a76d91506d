// What the reader turns: search, language, view, zoom, and the legend that filters.

const MOST = 12; // results listed at once

function showControls() {
  byId("title").textContent = say("page", "title");
  document.title = `Akimgraph · ${state.node === null ? say("page", "title") : nameOf(state.node).text}`;
  document.documentElement.lang = state.lang;
  byId("canvas").setAttribute("aria-label", say("page", "drawing"));
  choice(
    "languages",
    "language",
    data.langs,
    state.lang,
    (lang) => ({ ...state, lang }),
    (lang) => ({ ru: "Рус", kk: "Қаз", en: "Eng" })[lang],
  );
  choice(
    "views",
    "view",
    ["graph", "table"],
    state.view,
    (view) => ({ ...state, view }),
    (view) => say("page", view),
  );
  fill(
    byId("zoom"),
    zoomButton("+", "closer", () => zoom(1.4)),
    zoomButton("−", "further", () => zoom(1 / 1.4)),
    zoomButton("⤢", "fit", fit),
  );
  const box = byId("query");
  box.placeholder = say("page", "search");
  box.setAttribute("aria-label", say("page", "search"));
  showLegend();
}

function choice(id, title, values, chosen, next, text) {
  byId(id).setAttribute("aria-label", say("page", title));
  fill(
    byId(id),
    values.map((value) =>
      el(
        "button",
        {
          type: "button",
          lang: id === "languages" ? value : null,
          "data-value": value,
          "aria-pressed": value === chosen ? "true" : "false",
          onclick: () => go(next(value)),
        },
        text(value),
      ),
    ),
  );
}

function zoomButton(sign, name, act) {
  return el(
    "button",
    { type: "button", "aria-label": say("page", name), title: say("page", name), onclick: act },
    sign,
  );
}

// Legend: a box to tick for each kind and each relation that the graph holds.

function showLegend() {
  const related = RELATIONS.map((name) => [name, facts.filter((fact) => fact.relation === name).length]).filter(
    ([, count]) => count,
  );
  const counted = KINDS.map((name) => [name, entities.filter((entity) => entity.kind === name).length]).filter(
    ([, count]) => count,
  );
  fill(
    byId("legend"),
    el("summary", {}, say("page", "legend")),
    el("p", { class: "source" }, say("page", "shown", number(drawn.shown.size), number(entities.length))),
    el(
      "ul",
      {},
      counted.map(([name, count]) => tick(name, "kinds", count)),
    ),
    el(
      "ul",
      {},
      related.map(([name, count]) => tick(name, "short", count)),
    ),
  );
}

function tick(name, group, count) {
  const turn = (event) => {
    event.target.checked ? state.hidden.delete(name) : state.hidden.add(name);
    refresh();
    byId(`tick-${name}`).focus();
  };
  const box = el("input", { type: "checkbox", id: `tick-${name}`, checked: !state.hidden.has(name), onchange: turn });
  return el(
    "li",
    {},
    el(
      "label",
      {},
      box,
      el("span", { class: group === "kinds" ? name : null }, say(group, name)),
      el("small", {}, number(count)),
    ),
  );
}

// Search: a box with a list under it, to be used by mouse, finger or keys.

function makeSearch() {
  const list = el("ul", { id: "found", role: "listbox", hidden: true });
  const box = el("input", {
    id: "query",
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-controls": "found",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    oninput: () => suggest(box, list),
    onfocus: () => suggest(box, list),
    onkeydown: (event) => steer(event, box, list),
    onblur: () => setTimeout(() => closeList(box, list), 150),
  });
  fill(byId("search"), box, list);
}

function suggest(box, list) {
  const found = find(box.value).slice(0, MOST);
  const rows = found.map((place, row) =>
    el(
      "li",
      {
        role: "option",
        id: `found-${row}`,
        "data-place": place,
        "aria-selected": row === 0 ? "true" : "false",
        onmousedown: (event) => {
          event.preventDefault();
          pick(place, box, list);
        },
      },
      el("span", { class: `entity ${entities[place].kind}` }, named(place)),
      " ",
      el("small", {}, kindOf(place)),
    ),
  );
  const empty = fold(box.value) ? el("li", { class: "nothing" }, say("page", "nothing")) : null;
  fill(list, rows.length ? rows : [empty]);
  list.hidden = !list.children.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  box.setAttribute("aria-activedescendant", rows.length ? "found-0" : "");
}

function steer(event, box, list) {
  const rows = [...list.querySelectorAll("[role=option]")];
  const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") closeList(box, list);
  if (event.key === "Enter" && rows[at] && !list.hidden) pick(Number(rows[at].dataset.place), box, list);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !rows.length) return;
  event.preventDefault();
  const next = (at + step + rows.length) % rows.length;
  rows.forEach((row, place) => row.setAttribute("aria-selected", String(place === next)));
  rows[next].scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", rows[next].id);
}

function pick(place, box, list) {
  closeList(box, list);
  box.value = "";
  go({ node: place, view: "graph" });
  byId("panel").focus();
}

function closeList(box, list) {
  list.hidden = true;
  box.setAttribute("aria-expanded", "false");
}
