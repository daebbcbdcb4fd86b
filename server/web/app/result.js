// The end of an attempt: the score, each miss with its reason, and how it went the other times.

import { ApiError, get } from "./api.js";
import { attemptsTable, beginAttempt, finishedAttempts } from "./attempts.js";
import { button, element, own } from "./dom.js";
import { rich } from "./formula.js";
import { moment, t } from "./i18n.js";
import { attempt as tryTo, errorPlace } from "./notice.js";
import { explanationOf, optionList } from "./question_text.js";
import { documentsOf, sourceOf } from "./source.js";

/** @param {any} test @param {import("./source.js").Documents} documents @param {any} miss @param {any} question */
function missCard(test, documents, miss, question) {
  return element(
    "article",
    { class: "question" },
    element("h3", {}, t("question.number", { number: test.questions.indexOf(question) + 1 })),
    element("p", { class: "stem", dir: "auto" }, rich(question.question)),
    optionList(question, { chosen: miss.chosen }),
    miss.chosen ? null : element("p", { class: "quiet" }, t("take.unanswered")),
    explanationOf(question),
    question.source_quote ? sourceOf(question, documents) : null,
  );
}

/** Questions may have been deleted since. @param {any} test @param {any} result */
function missesOf(test, result) {
  const misses = result.misses.map((/** @type {any} */ miss) => ({ miss, question: test.questions.find((/** @type {any} */ each) => each.id === miss.question_id) }));
  return misses.filter((/** @type {any} */ each) => each.question);
}

/** @param {import("./main.js").View} view */
export async function resultView(view) {
  const [testId, id] = view.values;
  const [test, attempts] = await Promise.all([get(`tests/${testId}`, view.signal), finishedAttempts(testId, view.signal)]);
  const result = attempts.find((each) => each.id === id);
  if (!result) throw new ApiError(404, "There is no such attempt.");
  const misses = missesOf(test, result);
  const missed = misses.map((/** @type {any} */ each) => each.question);
  const gone = result.misses.length - missed.length;
  const documents = await documentsOf(missed, view.signal);
  const problem = errorPlace();
  /** @param {string[]} [ids] */
  const again = (ids) =>
    tryTo(problem, async () => {
      await beginAttempt(test.id, ids);
      location.hash = `#/tests/${test.id}/take`;
    });
  const ids = missed.map((/** @type {any} */ each) => each.id);
  view.show(
    t("result.title"),
    element("h2", { class: "score" }, t("take.score", { score: result.score, total: result.total })),
    element("p", { class: "quiet" }, own(test.title ?? t("untitled")), ` · ${moment(result.finished_at)}`),
    result.misses.length === 0 ? element("p", {}, t("result.all")) : null,
    element(
      "div",
      { class: "actions" },
      ids.length > 0 ? button(t("result.missed", { count: ids.length }), () => again(ids), { class: "primary" }) : null,
      button(t("result.again"), () => again()),
      element("a", { class: "button", href: `#/tests/${test.id}` }, t("result.back")),
    ),
    problem,
    attempts.length > 1 ? attemptsTable(attempts, result) : null,
    misses.length > 0 ? element("h2", {}, t("result.misses")) : null,
    ...misses.map((/** @type {any} */ each) => missCard(test, documents, each.miss, each.question)),
    gone > 0 ? element("p", { class: "quiet" }, t("result.gone", { count: gone })) : null,
  );
}
