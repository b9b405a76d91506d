// The SPARQL page: an editor over this server's endpoint, a tab for each query to start from. Nothing is kept, nothing asked outside.
"use strict";

const queries = JSON.parse(document.getElementById("queries").textContent);
const endpoint = new URL("/sparql", location.href).href;
const yasgui = new Yasgui(document.getElementById("sparql"), {
  requestConfig: { endpoint, method: "POST" },
  copyEndpointOnNewTab: true,
  persistenceId: null,
  populateFromUrl: false,
});
const first = yasgui.getTab();
first.setName(queries[0].name);
first.setQuery(queries[0].text);
for (const { name, text } of queries.slice(1)) yasgui.addTab(false, { name, yasqe: { value: text } });
