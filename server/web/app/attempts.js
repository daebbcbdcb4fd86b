// One's attempts at a test: the one that goes on, a new one, and those that are finished.

import { call, get, getAll } from "./api.js";
import { element } from "./dom.js";
import { moment, number, percent, t } from "./i18n.js";

/** The attempt that was begun on the way to the view that takes it. */
let begun = "";

/** @param {string} testId @param {string[]} [ids] only these questions */
export async function beginAttempt(testId, ids) {
  const { data } = await call("POST", `tests/${testId}/attempts`, { body: ids ? { question_ids: ids } : {} });
  begun = data.id;
  return data;
}

/**
 * The latest attempt where it is not finished and has a question that is still there, else a new one.
 * @param {any} test
 * @param {AbortSignal} signal
 */
export async function openAttempt(test, signal) {
  const { items } = await get(`tests/${test.id}/attempts?limit=1`, signal);
  const [latest] = items;
  const goesOn = latest && !latest.finished_at && test.questions.some((/** @type {any} */ each) => latest.question_ids.includes(each.id));
  const running = goesOn ? latest : await beginAttempt(test.id);
  const resumed = running.id !== begun;
  begun = "";
  return { running, resumed };
}

/** The oldest first. @param {string} testId @param {AbortSignal} signal @returns {Promise<any[]>} */
export async function finishedAttempts(testId, signal) {
  const all = await getAll(`tests/${testId}/attempts`, signal);
  return all.filter((each) => each.finished_at).reverse();
}

/** @param {any} attempt */
export function addressOf(attempt) {
  return `#/tests/${attempt.test_id}/attempts/${attempt.id}`;
}

/** One bar an attempt, each with the way to its result. @param {any[]} attempts @param {any} [shown] the one that is seen */
export function attemptsTable(attempts, shown) {
  const rows = attempts.map((each) => {
    const part = each.total > 0 ? each.score / each.total : 0;
    return element(
      "tr",
      {},
      element("td", {}, element("a", { href: addressOf(each), "aria-current": each === shown ? "page" : null }, moment(each.finished_at))),
      element("td", {}, `${number(each.score)} / ${number(each.total)}`),
      element("td", { class: "bar-cell" }, element("meter", { min: 0, max: 1, value: part, "aria-label": percent(part) })),
    );
  });
  const head = element("tr", {}, ...["when", "score", "part"].map((each) => element("th", { scope: "col" }, t(`attempts.${each}`))));
  return element("table", {}, element("caption", {}, t("attempts.title")), element("thead", {}, head), element("tbody", {}, ...rows));
}
