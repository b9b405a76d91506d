// The names on the canvas: one size at every zoom, the best known first, none over another name or over a node.

const LETTERS = 24; // length of a line of a name; of the chosen one's, more than twice that

const WIDTH_OF_KNOWN = 35; // pixels of canvas for each of the best known, named even where that covers a lesser node
const MOST_NAMES = 400; // tried at once

// Boxes are [left, top, right, bottom] in the canvas's own units.
function writeNames(context) {
  const scale = drawn.network.getScale();
  const near = lit();
  const { view, legend } = viewBoxes(scale);
  const taken = [legend];
  const boxes = drawn.nodes.getIds().map((place) => [place, nodeBox(place)]);
  const nodes = new Map(boxes.filter(([, box]) => overlaps(box, view)));
  context.save();
  context.textAlign = "center";
  context.lineJoin = "round";
  for (const place of writingOrder(near, nodes)) writeName(context, place, { scale, taken, nodes, view });
  if (near) taken.push(...[...near.nodes].filter(isVisible).map(nodeBox));
  if (near) near.edges.forEach((id) => writeRelation(context, edges[id], scale, taken));
  context.restore();
}

// What the canvas shows, as a box, and the part of it that the legend hides.
function viewBoxes(scale) {
  const { x, y } = drawn.network.getViewPosition();
  const [across, down] = [byId("canvas").offsetWidth / scale / 2, byId("canvas").offsetHeight / scale / 2];
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = byId("legend");
  const corner = [x - across + offsetLeft / scale, y - down + offsetTop / scale];
  const legend = [...corner, corner[0] + offsetWidth / scale, corner[1] + offsetHeight / scale];
  return { view: [x - across, y - down, x + across, y + down], legend };
}

function nodeBox(place) {
  const { x, y } = drawn.network.getPosition(place);
  const size = data.network.nodes[place].size;
  return [x - size, y - size, x + size, y + size];
}

function isImportant(place) {
  return place === drawn.over || place === state.node;
}

// Beside a chosen node only its neighbours are named.
function writingOrder(near, nodes) {
  const rank = (place) => (isImportant(place) ? 2 : near && near.nodes.has(place) ? 1 : 0);
  const order = [...nodes.keys()].sort((a, b) => rank(b) - rank(a) || a - b);
  return (near ? order.filter((place) => rank(place)) : order).slice(0, MOST_NAMES);
}

function writeName(context, place, { scale, taken, nodes, view }) {
  const important = isImportant(place);
  const size = (important ? 14 : 12) / scale;
  const lines = wrapped(nameOf(place).text, important ? LETTERS * 2.5 : LETTERS);
  context.font = `${important ? "600 " : ""}${size}px system-ui, sans-serif`;
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const boxes = around(nodes.get(place), width, size * 1.2 * lines.length, 3 / scale);
  const inView = boxes.filter((box) => box[0] >= view[0] && box[2] <= view[2]);
  const free = (covered) => inView.find((box) => isFree(box, place, taken, nodes, covered));
  const box =
    free(() => false) ??
    (place * WIDTH_OF_KNOWN < byId("canvas").offsetWidth ? free((other) => other > place) : null) ??
    (important ? boxes[0] : null);
  if (!box) return;
  taken.push(box);
  write(context, lines, (box[0] + box[2]) / 2, box[1] + size, size, drawn.theme.text);
}

// Where a name may stand: under its node, over it, to the right, to the left.
function around([left, top, right, bottom], width, height, gap) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const middle = [x - width / 2, x + width / 2];
  const level = [y - height / 2, y + height / 2];
  return [
    [middle[0], bottom + gap, middle[1], bottom + gap + height],
    [middle[0], top - gap - height, middle[1], top - gap],
    [right + gap, level[0], right + gap + width, level[1]],
    [left - gap - width, level[0], left - gap, level[1]],
  ];
}

// `covered` tells of a node whether a name may lie over it.
function isFree(box, own, taken, nodes, covered) {
  if (taken.some((other) => overlaps(box, other))) return false;
  for (const [place, other] of nodes) if (place !== own && overlaps(box, other) && !covered(place)) return false;
  return true;
}

// On the line, or just above or under its middle where the nodes stand too near each other.
function writeRelation(context, edge, scale, taken) {
  if (!isDrawn(edge)) return;
  const [from, to] = [edge.from, edge.to].map((end) => drawn.network.getPosition(end));
  const size = 11 / scale;
  const text = edgeText(edge);
  context.font = `italic ${size}px system-ui, sans-serif`;
  const half = context.measureText(text).width / 2;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const boxes = [0, -2.5, 2.5].map((up) => [x - half, y + (up - 1) * size, x + half, y + (up + 0.3) * size]);
  const box = boxes.find((one) => !taken.some((other) => overlaps(one, other)));
  if (!box) return;
  taken.push(box);
  write(context, [text], x, box[1] + size, size, drawn.theme.near);
}

// «встреча, поручение»; a post by its role: «аким».
function edgeText(edge) {
  const shown = edge.facts.map((fact) => facts[fact]).filter((fact) => !state.hidden.has(fact.relation));
  const texts = shown.map((fact) => (fact.kind === "post" ? roleOf(fact) : say("short", fact.relation)));
  return [...new Set(texts)].join(", ");
}

function roleOf(fact) {
  return say("terms", posts[fact.post].role || "other");
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
