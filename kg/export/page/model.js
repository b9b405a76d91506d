// The data of the page and what is worked out from it once: neighbours and facts of each entity.

const data = JSON.parse(byId("data").textContent);
const { entities, documents, posts, tenures, facts, words } = data;
const edges = data.network.edges.map((edge, id) => ({ id, ...edge }));
const FIRST = 300; // nodes drawn at first; the rest come as neighbours are asked for

const factsOf = entities.map(() => []); // places of facts that name the entity in any part
const edgesOf = entities.map(() => []);
const placeOf = new Map(entities.map((entity, place) => [entity.id, place]));

facts.forEach((fact, place) => {
  const named = [fact.subject, fact.object, fact.speaker, ...(fact.to || []), ...(fact.about || [])];
  for (const entity of new Set(named)) if (Number.isInteger(entity)) factsOf[entity].push(place);
});
edges.forEach((edge) => {
  edgesOf[edge.from].push(edge.id);
  edgesOf[edge.to].push(edge.id);
});

const KINDS = Object.keys(words.kinds);
const RELATIONS = Object.keys(words.short);

function otherEnd(edge, entity) {
  return edge.from === entity ? edge.to : edge.from;
}

function neighbours(entity) {
  return edgesOf[entity].map((id) => otherEnd(edges[id], entity));
}

function relationsOf(edge) {
  const told = edge.facts.map((fact) => facts[fact]).filter(isSure);
  return [...new Set(told.map((fact) => fact.relation))];
}

// An edge's name in a link: the ids of its two ends.
function edgeName(edge) {
  return `${entities[edge.from].id}~${entities[edge.to].id}`;
}

function edgeNamed(name) {
  return edges.find((edge) => edgeName(edge) === name);
}

function holdsConflict(edge) {
  return edge.facts.some((fact) => facts[fact].conflicts && isSure(facts[fact]));
}
