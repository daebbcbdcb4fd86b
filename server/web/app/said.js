// What the server says in English, in the reader's words: the "said." entries of the catalogues. In English they are
// there only for sentences that speak to programs.

import { language, phrases, t } from "./i18n.js";

/** @typedef {{ of: string, patterns: [RegExp, string][] }} Known */

/** @type {Known} */
let known = { of: "", patterns: [] };

/** In a sentence # stands for a number and * for any words, which go into {1}, {2} ... @returns {Known["patterns"]} */
function patterns() {
  if (known.of !== language()) {
    /** @param {string} text */
    const patternOf = (text) => new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "(.+?)").replaceAll("#", "(\\d+(?:[.,]\\d+)*)")}$`, "s");
    known = { of: language(), patterns: phrases("said.").map(([text, words]) => [patternOf(text), words]) };
  }
  return known.patterns;
}

/** @param {string} text @returns {string | null} null: it is not in the catalogue */
function sentence(text) {
  const bare = text.replace(/\.$/, "").replace(/^The (?:PDF|image)\b/, "The file");
  for (const [pattern, words] of patterns()) {
    const found = bare.match(pattern);
    if (!found) continue;
    const told = words.replace(/\{(\d)\}/g, (_, place) => sentence(found[place]) ?? found[place]);
    return text.endsWith(".") ? told + t("stop") : told;
  }
  return null;
}

/** A sentence as a whole; else its beginning and what follows a colon, each as far as the catalogue has it. @param {string} text @returns {string} */
function parts(text) {
  const whole = sentence(text);
  if (whole !== null) return whole;
  const [, start, rest] = text.match(/^(.*?:) (.*)$/s) ?? [];
  return start ? `${sentence(start) ?? start} ${parts(rest)}` : text;
}

/** A text of the server; a sentence that the catalogue does not have stays as it is. @param {string} english */
export function said(english) {
  return english.split(/(?<=\.) (?=\P{Ll})/u).map(parts).join(" ");
}
