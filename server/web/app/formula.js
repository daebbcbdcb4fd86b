// Formulas in texts: $...$, $$...$$, \(...\) and \[...\] become MathML. KaTeX is loaded with the first of them.

import { element, fill } from "./dom.js";

const formulas = /\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\((.+?)\\\)|\$([^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)/g;

/** @type {Promise<any> | null} */
let katex = null;

function loadKatex() {
  katex ??= import(new URL("katex.js", import.meta.url).href).then(() => /** @type {any} */ (globalThis).katex);
  return katex;
}

/**
 * Whether what stands between two dollar signs is a formula: "-7" of "5$-7$" is none, and neither is anything with
 * words in it, but "a - b" and "2 x" are.
 * @param {string} body
 * @param {string | undefined} before the character in front of the first sign
 */
function isFormula(body, before) {
  if (/[\\^_={}+<>|]/.test(body)) return true;
  if (before && /\d/.test(before) && !/[a-z]/i.test(body)) return false;
  return !/\s/.test(body) || /^(?:[a-z](?![a-z])|[\d\s.,;:()[\]*/'!−-])+$/i.test(body);
}

/**
 * The text's pieces: strings, and formulas as { source, body, display }.
 * @param {string} text
 */
export function pieces(text) {
  /** @type {(string | { source: string, body: string, display: boolean })[]} */
  const found = [];
  let from = 0;
  const search = new RegExp(formulas);
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const [source, block, bracket, paren, dollar] = match;
    if (dollar !== undefined && !isFormula(dollar, text[match.index - 1])) {
      search.lastIndex = match.index + 1; // the second sign may begin one
      continue;
    }
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
