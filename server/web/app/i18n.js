// The page's strings in the reader's language; numbers, dates and plurals by Intl.

/** @typedef {Record<string, string | Record<string, string>>} Catalogue */

/** @type {Record<string, string>} */
export const languages = { en: "English", hi: "हिन्दी" };

let current = "en";
/** @type {Catalogue} */
let catalogue = {};
/** @type {Catalogue} */
let fallback = {};

/** @param {string} language @returns {Promise<Catalogue>} */
async function load(language) {
  const response = await fetch(new URL(`${language}.json`, import.meta.url));
  if (!response.ok) throw new Error(`no catalogue ${language}`);
  return response.json();
}

/** The language that was chosen, else the first of the browser's that there is. */
function preferred() {
  const wanted = [read("language"), ...navigator.languages.map((tag) => tag.split("-")[0])];
  return wanted.find((tag) => tag && tag in languages) ?? "en";
}

/** @param {string} [chosen] */
export async function useLanguage(chosen) {
  if (chosen) keep("language", chosen);
  current = chosen ?? preferred();
  catalogue = await load(current);
  if (current === "en") fallback = catalogue;
  document.documentElement.lang = current;
}

export function language() {
  return current;
}

/**
 * The string named by `key`; {name} stands for values.name, and values.count decides the plural.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const found = catalogue[key] ?? fallback[key];
  if (found === undefined) return key;
  const count = Number(values.count);
  const text = typeof found === "string" ? found : (found[new Intl.PluralRules(current).select(count)] ?? found.other);
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : value;
  });
}

/**
 * What the server tells in English, in the reader's language where the catalogue has it.
 * @param {string} key
 * @param {string} english
 */
export function told(key, english) {
  const found = catalogue[key];
  return typeof found === "string" ? found : english;
}

/** The strings whose names have this beginning, without it. @param {string} start @returns {[string, string][]} */
export function phrases(start) {
  const found = Object.entries(catalogue).filter(([key]) => key.startsWith(start));
  return found.map(([key, text]) => [key.slice(start.length), String(text)]);
}

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  return new Intl.NumberFormat(current === "hi" ? "hi-IN" : current, options).format(value);
}

/** "75%" @param {number} part of 1 */
export function percent(part) {
  return number(part, { style: "percent" });
}

/** US dollars; parts of a cent are told where it is about as little. @param {number} value */
export function money(value) {
  const maximumFractionDigits = value > 0 && value < 0.01 ? 4 : 2;
  return new Intl.NumberFormat(current, { style: "currency", currency: "USD", maximumFractionDigits }).format(value);
}

/** @param {string} time */
export function day(time) {
  return new Intl.DateTimeFormat(current, { dateStyle: "medium" }).format(new Date(time));
}

/** @param {string} time */
export function moment(time) {
  return new Intl.DateTimeFormat(current, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

/** What this browser remembers; nothing, where it may not. @param {string} name */
export function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string | null} value */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing works, too.
  }
}
