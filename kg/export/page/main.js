// The state of the page lives in its address (#node=person/x&lang=kk), so that every view can be linked to and gone back to.

function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const lang = asked.get("lang");
  const edge = edgeNamed(asked.get("edge"));
  return {
    lang: data.langs.includes(lang) ? lang : preferred(),
    view: VIEWS.includes(asked.get("view")) ? asked.get("view") : "graph",
    node: placeOf.get(asked.get("node")) ?? null,
    edge: edge ? edge.id : null,
  };
}

function preferred() {
  return (
    (navigator.languages || []).map((name) => name.slice(0, 2)).find((name) => data.langs.includes(name)) ||
    data.langs[0]
  );
}

function toAddress({ lang, view, node, edge }) {
  const asked = new URLSearchParams({ lang });
  if (node !== null) asked.set("node", entities[node].id);
  else if (edge !== null) asked.set("edge", edgeName(edges[edge]));
  if (view !== "graph") asked.set("view", view);
  return `#${asked.toString().replace(/%2F/g, "/")}`;
}

// Go to a new state; what is left out stays (language, view) or is let go (node, edge).
function go({ lang = state.lang, view = state.view, node = null, edge = null }, still = false) {
  const other = node !== state.node || edge !== state.edge;
  const moved = other || view !== state.view;
  location.hash = toAddress({ lang, view, node, edge });
  arrive(still || !moved);
  if (other) byId("panel").focus({ preventScroll: true });
}

let arrived = null; // the address shown: the browser tells of a change only later, when it has been shown already

// `still`: the canvas stays where it is, as after a click on what is in sight.
function arrive(still = false) {
  if (arrived === location.hash) return;
  arrived = location.hash;
  Object.assign(state, fromAddress());
  const near = lit();
  if (near) grow(near.nodes);
  refresh();
  if (!still && near) look();
}

function refresh() {
  showControls();
  showPanel();
  paint();
  byId("graph").hidden = state.view !== "graph";
  byId("table").hidden = state.view !== "table";
  byId("ledger").hidden = state.view !== "ledger";
  if (state.view === "table") showTable();
  if (state.view === "ledger") showLedger();
}

Object.assign(state, fromAddress());
byId("legend").open = window.innerWidth > 900;
makeSearch();
draw((node, edge) => go({ node, edge }, true));
showLegend();
fit();
arrive();
window.addEventListener("hashchange", () => arrive());
window.addEventListener("beforeprint", () => {
  showTable();
  showLedger();
});
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id !== "query") go({});
});
