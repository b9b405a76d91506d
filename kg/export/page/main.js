// The state of the page lives in its address (#node=person/x&lang=kk), so that every view can be linked to and gone back to.

function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const lang = asked.get("lang");
  const edge = edgeNamed(asked.get("edge"));
  return {
    lang: data.langs.includes(lang) ? lang : preferred(),
    view: asked.get("view") === "table" ? "table" : "graph",
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
  if (view === "table") asked.set("view", view);
  return `#${asked.toString().replace(/%2F/g, "/")}`;
}

// Go to a new state; what is left out stays (language, view) or is let go (node, edge).
function go({ lang = state.lang, view = state.view, node = null, edge = null }) {
  location.hash = toAddress({ lang, view, node, edge });
  arrive();
}

let arrived = null; // the address shown: the browser tells of a change only later, when it has been shown already

function arrive() {
  if (arrived === location.hash) return;
  arrived = location.hash;
  Object.assign(state, fromAddress());
  if (state.node !== null) grow([state.node, ...neighbours(state.node)]);
  if (state.edge !== null) grow([edges[state.edge].from, edges[state.edge].to]);
  refresh();
  if (state.node !== null && isVisible(state.node)) look(state.node);
}

function refresh() {
  showControls();
  showPanel();
  paint();
  byId("graph").hidden = state.view !== "graph";
  byId("table").hidden = state.view !== "table";
  if (state.view === "table") showTable();
}

Object.assign(state, fromAddress());
byId("legend").open = window.innerWidth > 900;
makeSearch();
draw((node, edge) => go({ node, edge }));
arrive();
window.addEventListener("hashchange", arrive);
window.addEventListener("beforeprint", showTable);
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id !== "query") go({});
});
