// A finished test: its questions to be read, changed and given out.

import { call, get, getAll } from "./api.js";
import { attemptsTable, finishedAttempts } from "./attempts.js";
import { confirmDialog } from "./dialog.js";
import { button, element, fill } from "./dom.js";
import { downloadMenu } from "./download.js";
import { money, number, t, told } from "./i18n.js";
import { sentenceOf, tell } from "./notice.js";
import { hasDraft, questionForm } from "./question_form.js";
import { questionList } from "./question_list.js";
import { renameForm } from "./rename.js";
import { said } from "./said.js";
import { documentsOf } from "./source.js";
import { clock, isGenerated, testState } from "./words.js";

/** @typedef {import("./main.js").View} View */

/** @param {any} test */
function factsLine(test) {
  const facts = [testState(test)];
  if (test.elapsed_time && isGenerated(test) && test.questions_generated > 0) facts.push(t("test.time", { time: clock(test.elapsed_time) }));
  if (test.model) facts.push(told(`author.${test.model}`, test.model));
  if (test.estimated_cost_usd) facts.push(money(test.estimated_cost_usd));
  return element("p", { class: "quiet facts" }, facts.join(" · "));
}

/** Why there are fewer questions than were written. @param {any} test */
function droppedList(test) {
  if (!test.dropped?.length) return null;
  const count = test.dropped.reduce((/** @type {number} */ sum, /** @type {any} */ each) => sum + each.count, 0);
  const items = test.dropped.map((/** @type {any} */ each) => element("li", {}, element("bdi", {}, said(each.reason)), ` · ${number(each.count)}`));
  return element("details", {}, element("summary", {}, t("test.dropped", { count })), element("ul", {}, ...items));
}

/** The way to the results. @param {any[]} attempts */
function attemptsList(attempts) {
  if (attempts.length === 0) return null;
  return element("details", {}, element("summary", {}, t("attempts.taken", { count: attempts.length })), attemptsTable(attempts));
}

/** @param {any} test */
function askToDelete(test) {
  confirmDialog(t("test.delete.title"), t("test.delete.text"), t("delete"), async () => {
    await call("DELETE", `tests/${test.id}`);
    location.hash = "#/tests";
  });
}

/** @param {View} view @param {any} test @param {string | null} [at] the question that gets the focus */
export async function reviewView(view, test, at) {
  const [topics, documents, formats, attempts] = await Promise.all([
    getAll("topics", view.signal),
    documentsOf(test.questions, view.signal, test.document_id),
    get("exports", view.signal).then((all) => all.items),
    finishedAttempts(test.id, view.signal),
  ]);
  const count = element("div", {});
  const list = questionList({ test, topics, documents, onchange: showCount, onoutdated: refresh });
  const adding = element("div", {});
  const add = button(t("question.add"), writeNew);
  const download = downloadMenu(test, formats);
  const paper = element("a", { class: "button", href: `#/tests/${test.id}/print` }, t("print"));
  const take = button(t("test.take"), () => (location.hash = `#/tests/${test.id}/take`));

  function writeNew() {
    add.hidden = true;
    const end = () => ((add.hidden = false), fill(adding), add.focus());
    fill(adding, questionForm({ testId: test.id, question: null, topics, saved: (question) => (end(), list.append(question)), cancelled: end }));
  }

  /** Shows the test as it is now. @param {string} from the question that somebody was at */
  async function refresh(from) {
    try {
      await reviewView(view, await get(`tests/${test.id}`, view.signal), from);
      tell(t("test.changed"));
    } catch (error) {
      if (!view.signal.aborted) tell(sentenceOf(error));
    }
  }

  function showCount() {
    fill(count, factsLine({ ...test, questions_generated: list.count() }));
    download.hidden = take.hidden = paper.hidden = list.count() === 0;
  }

  showCount();
  if (hasDraft(test.id, "new")) writeNew();
  view.show(
    test.title ?? t("untitled"),
    count,
    test.failure_reason ? element("p", { class: "reason", dir: "auto" }, said(test.failure_reason)) : null,
    element(
      "div",
      { class: "actions" },
      download,
      take,
      paper,
      documents.get(test.document_id) ? element("a", { class: "button", href: `#/documents/${test.document_id}` }, t("test.document")) : null,
    ),
    attemptsList(attempts),
    droppedList(test),
    list.node,
    adding,
    element("div", { class: "actions" }, add),
    element("div", { class: "foot" }, renameForm(test), button(t("test.delete"), () => askToDelete(test), { class: "plain" })),
  );
  if (at && !list.focus(at)) document.querySelector("h1")?.focus();
}
