// The graph on its canvas, drawn and moved by vis-network; labels.js writes the names.

const THEMES = {
  light: {
    Person: "#0072b2",
    Organization: "#d98200",
    Place: "#00875f",
    Project: "#b5479a",
    line: "#9aa3ad",
    near: "#48525c",
    text: "#1b1f24",
    ground: "#fbfbfa",
    chosen: "#111",
    conflict: "#c62828",
  },
  dark: {
    Person: "#56b4e9",
    Organization: "#f0b03f",
    Place: "#35c79a",
    Project: "#e58ac8",
    line: "#59636e",
    near: "#b6c0ca",
    text: "#e8eaed",
    ground: "#15181c",
    chosen: "#fff",
    conflict: "#ff7b72",
  },
};
const PALE = 0.25; // opacity of what does not touch the node chosen
const MARGIN = { x: 70, y: 45 }; // pixels left free about the nodes, for their names
const darkness = window.matchMedia("(prefers-color-scheme: dark)");
const drawn = { network: null, nodes: null, edges: null, over: null, theme: null, shown: new Set() };

function draw(choose) {
  drawn.nodes = new vis.DataSet();
  drawn.edges = new vis.DataSet();
  const start = Math.min(FIRST, entities.length);
  for (let place = 0; place < start; place++) drawn.shown.add(place);
  drawn.network = new vis.Network(
    byId("canvas"),
    { nodes: drawn.nodes, edges: drawn.edges },
    {
      physics: false,
      layout: { improvedLayout: false },
      autoResize: true,
      nodes: { borderWidth: 1.5, borderWidthSelected: 3, chosen: false },
      edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 },
      interaction: {
        hover: true,
        keyboard: { enabled: true, bindToWindow: false },
        tooltipDelay: 1e9,
        multiselect: false,
      },
    },
  );
  drawn.network.on("click", ({ nodes, edges: lines }) =>
    choose(nodes[0] ?? null, nodes.length ? null : (lines[0] ?? null)),
  );
  for (const [event, over] of [
    ["hoverNode", true],
    ["blurNode", false],
  ]) {
    drawn.network.on(event, ({ node }) => {
      drawn.over = over ? node : null;
      drawn.network.redraw();
    });
  }
  drawn.network.on("afterDrawing", writeNames);
  darkness.addEventListener("change", paint);
  paint();
}

function fit() {
  frame([...drawn.shown].filter(isVisible), 1.4, false);
}

// Brings these nodes into sight, beside the legend where that is open.
function frame(places, closest, animation) {
  if (!places.length || state.view !== "graph") return;
  const canvas = byId("canvas");
  const legend = byId("legend");
  const beside = legend.open && window.innerWidth > 900 ? legend.offsetLeft + legend.offsetWidth : 0;
  const boxes = places.map(nodeBox);
  const [left, top] = [0, 1].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = [2, 3].map((side) => Math.max(...boxes.map((box) => box[side])));
  const across = (canvas.offsetWidth - beside - 2 * MARGIN.x) / (right - left);
  const down = (canvas.offsetHeight - 2 * MARGIN.y) / (bottom - top);
  drawn.network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.min(across, down, closest),
    offset: { x: beside / 2, y: 0 },
    animation,
  });
}

function zoom(factor) {
  drawn.network.moveTo({ scale: drawn.network.getScale() * factor });
}

// Adds entities that are not drawn yet; returns whether there was any.
function grow(places) {
  const before = drawn.shown.size;
  for (const place of places) drawn.shown.add(place);
  return drawn.shown.size > before;
}

// Moves to what is chosen and what it touches.
function look() {
  const animation = calm() ? false : { duration: 400, easingFunction: "easeInOutQuad" };
  frame([...lit().nodes].filter(isVisible), 1.2, animation);
}

function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function isVisible(place) {
  return drawn.shown.has(place) && !state.hidden.has(entities[place].kind);
}

function isDrawn(edge) {
  return (
    isVisible(edge.from) && isVisible(edge.to) && relationsOf(edge).some((relation) => !state.hidden.has(relation))
  );
}

// Brings the canvas in line with the state: what is shown, what is chosen, the colours of the day.
function paint() {
  drawn.theme = THEMES[darkness.matches ? "dark" : "light"];
  const near = lit();
  const places = entities.map((_, place) => place).filter(isVisible);
  const lines = edges.filter(isDrawn);
  renew(
    drawn.nodes,
    places.map((place) => nodeLook(place, near)),
  );
  renew(
    drawn.edges,
    lines.map((edge) => edgeLook(edge, near)),
  );
}

function renew(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

// Entities and edges that stay bright: the chosen one with what it touches; null when nothing is chosen.
function lit() {
  if (state.node !== null)
    return { nodes: new Set([state.node, ...neighbours(state.node)]), edges: new Set(edgesOf[state.node]) };
  if (state.edge !== null)
    return { nodes: new Set([edges[state.edge].from, edges[state.edge].to]), edges: new Set([state.edge]) };
  return null;
}

function nodeLook(place, near) {
  const node = data.network.nodes[place];
  const colour = drawn.theme[entities[place].kind];
  const chosen = place === state.node;
  return {
    ...node,
    group: undefined,
    opacity: near && !near.nodes.has(place) ? PALE : 1,
    borderWidth: chosen ? 4 : 1.5,
    color: {
      background: colour,
      border: chosen ? drawn.theme.chosen : drawn.theme.ground,
      hover: { background: colour, border: drawn.theme.chosen },
    },
  };
}

function edgeLook(edge, near) {
  const chosen = near && near.edges.has(edge.id);
  const ruled = relationsOf(edge).every((relation) => ["locatedIn", "within", "liesIn"].includes(relation));
  const colour = holdsConflict(edge) ? drawn.theme.conflict : chosen ? drawn.theme.near : drawn.theme.line;
  const heads = new Set(
    edge.facts.map((fact) =>
      facts[fact].relation === "metWith" ? "" : facts[fact].object === edge.to ? "to" : "from",
    ),
  );
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: (chosen ? 2.2 : 1) + Math.min(edge.facts.length - 1, 4) * 0.4,
    dashes: ruled ? [4, 4] : false,
    color: { color: colour, hover: colour, opacity: near && !chosen ? PALE : chosen ? 1 : 0.75 },
    arrows: {
      to: { enabled: heads.has("to"), scaleFactor: 0.5 },
      from: { enabled: heads.has("from"), scaleFactor: 0.5 },
    },
  };
}
