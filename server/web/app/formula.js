// Formulas in texts: $...$, $$...$$, \(...\) and \[...\] become MathML. KaTeX is loaded with the first of them.

import { element, fill } from "./dom.js";

const formulas = /\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\((.+?)\\\)|\$(?![\s\d.,]*\$)([^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)/g;

/** @type {Promise<any> | null} */
let katex = null;

function loadKatex() {
  katex ??= import(new URL("katex.js", import.meta.url).href).then(() => /** @type {any} */ (globalThis).katex);
  return katex;
}

/**
 * Whether what stands between two dollar signs is a formula: "5 and " of "$5 and $7" is none.
 * @param {string} body
 */
function isFormula(body) {
  if (/[\\^_={}+<>|]/.test(body)) return true;
  return !/\s/.test(body) && !/^[\d.,]+$/.test(body);
}

/**
 * The text's pieces: strings, and formulas as { source, body, display }.
 * @param {string} text
 */
export function pieces(text) {
  /** @type {(string | { source: string, body: string, display: boolean })[]} */
  const found = [];
  let from = 0;
  for (const match of text.matchAll(formulas)) {
    const [source, block, bracket, paren, dollar] = match;
    if (dollar !== undefined && !isFormula(dollar)) continue;
    if (match.index > from) found.push(text.slice(from, match.index));
    const body = block ?? bracket ?? paren ?? dollar;
    found.push({ source, body, display: block !== undefined || bracket !== undefined });
    from = match.index + source.length;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/** @param {{ source: string, body: string, display: boolean }} formula */
function mathematics({ source, body, display }) {
  const place = element("span", { class: display ? "formula block" : "formula", dir: "ltr" }, source);
  loadKatex()
    .then((engine) => engine.render(body, place, { output: "mathml", displayMode: display, throwOnError: true, trust: false, maxExpand: 100 }))
    .catch(() => fill(place, source));
  return place;
}

/** A text with its formulas shown as mathematics, to be put where the direction is known (dir="auto"). @param {string} text */
export function rich(text) {
  const parts = pieces(text).map((piece) => (typeof piece === "string" ? piece : mathematics(piece)));
  return element("span", {}, ...parts);
}
