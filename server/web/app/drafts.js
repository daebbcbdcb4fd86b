// What was written and not saved yet, kept in this browser for the one who wrote it.

import { keep, read } from "./i18n.js";
import { session } from "./session.js";

const prefix = "draft:";

/** @param {string} testId @param {string} questionId */
function nameOf(testId, questionId) {
  return `${prefix}${session.user?.id}:${testId}:${questionId}`;
}

/** @param {string} testId @param {string} questionId @returns {any} */
export function readDraft(testId, questionId) {
  try {
    return JSON.parse(read(nameOf(testId, questionId)) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} testId @param {string} questionId @param {unknown} draft null: it is of no use any more */
export function keepDraft(testId, questionId, draft) {
  keep(nameOf(testId, questionId), draft === null ? null : JSON.stringify(draft));
}

/** Other people may use this browser next. */
export function forgetDrafts() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}
