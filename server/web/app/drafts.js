// What was written and not saved yet, kept in this browser for the one who wrote it.

import { keep, read } from "./i18n.js";
import { session } from "./session.js";

const prefix = "draft:";

/** @param {string} of a test's id, or the name of a view @param {string} what */
function nameOf(of, what) {
  return `${prefix}${session.user?.id}:${of}:${what}`;
}

/** @param {string} of @param {string} what @returns {any} */
export function readDraft(of, what) {
  try {
    return JSON.parse(read(nameOf(of, what)) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} of @param {string} what @param {unknown} draft null: it is of no use any more */
export function keepDraft(of, what, draft) {
  keep(nameOf(of, what), draft === null ? null : JSON.stringify(draft));
}

/** Other people may use this browser next. */
export function forgetDrafts() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}
