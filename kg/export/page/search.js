// The search: a box with a list under it, to be used by mouse, finger or keys.

const MOST = 12; // results listed at once

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
      el("small", {}, [kindOf(place), ...heldNow(place)].join(" · ")),
    ),
  );
  const empty = fold(box.value) ? el("li", { class: "nothing" }, say("page", "nothing")) : null;
  fill(list, rows.length ? rows : [empty]);
  list.hidden = !list.children.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  box.setAttribute("aria-activedescendant", rows.length ? "found-0" : "");
}

// Names of the posts a person holds, to tell namesakes apart.
function heldNow(place) {
  const held = factsOf[place]
    .map((fact) => facts[fact])
    .filter((fact) => fact.kind === "post" && fact.subject === place);
  const names = held
    .filter((fact) => !fact.unasserted && fact.status !== "former")
    .map((fact) => postName(fact.post).text);
  return [...new Set(names)].slice(0, 2);
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
}

function closeList(box, list) {
  list.hidden = true;
  box.setAttribute("aria-expanded", "false");
}
