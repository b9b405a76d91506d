// The graph on its canvas: vis-network draws and moves it, the names are written here so that none covers another.

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
const PALE = 0.18; // opacity of what does not touch the node chosen
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
  fit();
}

// All of the graph, beside the legend where that is open.
function fit() {
  drawn.network.fit({ maxZoomLevel: 1.4 });
  const legend = byId("legend");
  if (!legend.open || window.innerWidth < 900) return;
  const share = legend.offsetWidth / byId("canvas").offsetWidth;
  drawn.network.moveTo({
    scale: drawn.network.getScale() * (1 - share / 2),
    offset: { x: legend.offsetWidth / 2, y: 0 },
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

function look(place) {
  const scale = Math.max(drawn.network.getScale(), 0.8);
  drawn.network.focus(place, { scale, animation: calm() ? false : { duration: 400 } });
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

// Names keep one size on the screen at every zoom; the best known are written first, and one that would cover another is left out.
function writeNames(context) {
  const scale = drawn.network.getScale();
  const near = lit();
  const taken = [];
  context.save();
  context.textAlign = "center";
  context.lineJoin = "round";
  if (near) near.edges.forEach((id) => writeRelation(context, edges[id], scale, taken));
  for (const place of writingOrder(near)) writeName(context, place, scale, taken, near);
  context.restore();
}

function writingOrder(near) {
  const places = drawn.nodes.getIds();
  const first = (place) => (place === drawn.over || place === state.node ? 2 : near && near.nodes.has(place) ? 1 : 0);
  const order = places.sort((a, b) => first(b) - first(a) || a - b);
  return near ? order.filter((place) => first(place)) : order;
}

function writeName(context, place, scale, taken, near) {
  const important = place === drawn.over || place === state.node;
  const size = (important ? 14 : 12) / scale;
  const { x, y } = drawn.network.getPosition(place);
  const lines = wrapped(nameOf(place).text, important ? 60 : 24);
  context.font = `${important ? "600 " : ""}${size}px system-ui, sans-serif`;
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const top = y + data.network.nodes[place].size + 2 / scale;
  const box = [x - width / 2, top, x + width / 2, top + size * 1.15 * lines.length];
  if (!important && taken.some((other) => overlaps(box, other))) return;
  taken.push(box);
  write(context, lines, x, top + size, size, drawn.theme.text);
}

function writeRelation(context, edge, scale, taken) {
  if (!isDrawn(edge)) return;
  const from = drawn.network.getPosition(edge.from);
  const to = drawn.network.getPosition(edge.to);
  const size = 11 / scale;
  const text = relationsOf(edge)
    .filter((relation) => !state.hidden.has(relation))
    .map((relation) => edgeWord(edge, relation))
    .join(", ");
  context.font = `italic ${size}px system-ui, sans-serif`;
  const width = context.measureText(text).width;
  if (Math.hypot(from.x - to.x, from.y - to.y) < width) return;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const box = [x - width / 2, y - size, x + width / 2, y + size / 3];
  if (taken.some((other) => overlaps(box, other))) return;
  taken.push(box);
  write(context, [text], x, y, size, drawn.theme.near);
}

function edgeWord(edge, relation) {
  if (relation !== "holds") return say("short", relation);
  const roles = edge.facts
    .filter((fact) => facts[fact].relation === "holds")
    .map((fact) => say("terms", posts[facts[fact].post].role));
  return [...new Set(roles)].join(", ");
}

function write(context, lines, x, y, size, colour) {
  lines.forEach((line, row) => {
    context.strokeStyle = drawn.theme.ground;
    context.lineWidth = size / 4;
    context.strokeText(line, x, y + row * size * 1.15);
    context.fillStyle = colour;
    context.fillText(line, x, y + row * size * 1.15);
  });
}

function overlaps(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

// At most two lines of about `width` letters; the rest of a long name is in the panel.
function wrapped(text, width) {
  if (text.length <= width) return [text];
  const cut = text.lastIndexOf(" ", width);
  const first = text.slice(0, cut > width / 2 ? cut : width);
  const rest = text.slice(first.length).trim();
  return [first, rest.length > width ? `${rest.slice(0, width - 1)}…` : rest];
}
