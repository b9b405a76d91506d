// Building elements. Every text goes in as text: nothing in this page is ever parsed as markup.

const ALLOWED_LINKS = ["http:", "https:"];

// el("a", {class: "x", onclick: f}, "text", element …); a function is a listener, true an empty attribute, null is left out.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""),
  );
}

// A link out of the page, or plain text where the address is none of the web's («javascript:…»).
function outside(address, text) {
  let known = null;
  try {
    known = new URL(address);
  } catch {
    return el("span", {}, text);
  }
  if (!ALLOWED_LINKS.includes(known.protocol)) return el("span", {}, text);
  return el("a", { href: known.href, rel: "noopener noreferrer", target: "_blank" }, text);
}

function byId(id) {
  return document.getElementById(id);
}
