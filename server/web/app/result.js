// The end of an attempt: the score, each miss with its reason, and how it went before.

import { call, get } from "./api.js";
import { button, element } from "./dom.js";
import { rich } from "./formula.js";
import { moment, number, percent, t } from "./i18n.js";
import { attempt as tryTo, errorPlace } from "./notice.js";
import { explanationOf, optionList } from "./question_text.js";
import { documentsOf, sourceOf } from "./source.js";

/** @param {any} test @param {import("./source.js").Documents} documents @param {any} miss */
function missCard(test, documents, miss) {
  const question = test.questions.find((/** @type {any} */ each) => each.id === miss.question_id);
  if (!question) return null;
  const place = test.questions.indexOf(question) + 1;
  return element(
    "article",
    { class: "question" },
    element("h3", {}, t("question.number", { number: place })),
    element("p", { class: "stem", dir: "auto" }, rich(question.question)),
    optionList(question, { chosen: miss.chosen }),
    miss.chosen ? null : element("p", { class: "quiet" }, t("take.unanswered")),
    explanationOf(question),
    question.source_quote ? sourceOf(question, documents) : null,
  );
}

/** One bar an attempt, the oldest first. @param {any[]} attempts */
function progressChart(attempts) {
  const rows = attempts.map((each) => {
    const part = each.total > 0 ? each.score / each.total : 0;
    return element(
      "tr",
      {},
      element("td", {}, moment(each.finished_at)),
      element("td", {}, `${number(each.score)} / ${number(each.total)}`),
      element("td", { class: "bar-cell" }, element("meter", { min: 0, max: 1, value: part, "aria-label": percent(part) })),
    );
  });
  const head = element("tr", {}, ...["when", "score", "part"].map((each) => element("th", { scope: "col" }, t(`attempts.${each}`))));
  return element("table", {}, element("caption", {}, t("attempts.title")), element("thead", {}, head), element("tbody", {}, ...rows));
}

/** @param {import("./main.js").View} view @param {any} test @param {any} result */
export async function resultView(view, test, result) {
  const missed = result.misses.map((/** @type {any} */ each) => each.question_id);
  const [documents, attempts] = await Promise.all([
    documentsOf(test.questions.filter((/** @type {any} */ each) => missed.includes(each.id)), view.signal),
    get(`tests/${test.id}/attempts?limit=20`, view.signal),
  ]);
  const finished = attempts.items.filter((/** @type {any} */ each) => each.finished_at).reverse();
  const problem = errorPlace();
  /** @param {string[]} [ids] */
  const again = (ids) =>
    tryTo(problem, async () => {
      await call("POST", `tests/${test.id}/attempts`, { body: ids ? { question_ids: ids } : {} });
      dispatchEvent(new Event("examwright:route"));
    });
  view.show(
    t("result.title"),
    element("h2", { class: "score" }, t("take.score", { score: result.score, total: result.total })),
    missed.length === 0 ? element("p", {}, t("result.all")) : null,
    element(
      "div",
      { class: "actions" },
      missed.length > 0 ? button(t("result.missed", { count: missed.length }), () => again(missed), { class: "primary" }) : null,
      button(t("result.again"), () => again()),
      element("a", { class: "button", href: `#/tests/${test.id}` }, t("result.back")),
    ),
    problem,
    finished.length > 1 ? progressChart(finished) : null,
    missed.length > 0 ? element("h2", {}, t("result.misses")) : null,
    ...result.misses.map((/** @type {any} */ each) => missCard(test, documents, each)),
  );
  document.querySelector("h1")?.focus();
}
