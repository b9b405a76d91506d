// What the reader turns: language, view, zoom, and the legend that filters.

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
    VIEWS,
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

// Buttons of which one is pressed; drawn anew with each change, they keep the focus.
function choice(id, title, values, chosen, next, text) {
  byId(id).setAttribute("aria-label", say("page", title));
  const focused = byId(id).contains(document.activeElement);
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
  if (focused) byId(id).querySelector("[aria-pressed=true]").focus();
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
    sureSlider(),
  );
}

// Facts less sure than this are not shown.
function sureSlider() {
  const turned = (event) => {
    state.sure = Number(event.target.value) / 100;
    refresh();
    byId("sure").focus();
  };
  return el(
    "label",
    { class: "sure", for: "sure" },
    say("page", "surer"),
    el("input", { type: "range", id: "sure", min: 0, max: 100, step: 5, value: state.sure * 100, onchange: turned }),
    el("small", {}, percent(state.sure)),
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
