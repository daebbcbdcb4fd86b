// A document: what is known of it, a test of it, the tests that there are.

import { get, getAll } from "./api.js";
import { removeDocument } from "./documents.js";
import { button, element, fill } from "./dom.js";
import { refill } from "./focus.js";
import { t } from "./i18n.js";
import { orderForm } from "./order.js";
import { poll } from "./polling.js";
import { testRow } from "./tests.js";
import { factsOf, failureOf, isReading, isUnfinished, stateOf, titleOf } from "./words.js";

const fewestWords = 100; // as the server has it

/** @typedef {import("./main.js").View} View */

/** @param {any} doc */
function facts(doc) {
  const kind = doc.status === "ready" ? "good" : isReading(doc) ? "busy" : "bad";
  return element("p", { class: "facts" }, element("span", { class: `state ${kind}` }, stateOf(doc)), " ", element("span", { class: "quiet" }, factsOf(doc)));
}

/** @param {View} view @param {any} doc @param {HTMLElement} progress @param {HTMLElement} tests */
function show(view, doc, progress, tests) {
  const ready = doc.status === "ready";
  const ocr = ready && doc.used_ocr_pages > 0 ? element("p", { class: "quiet" }, t("document.ocr", { count: doc.used_ocr_pages })) : null;
  const failed = !ready && !isReading(doc);
  view.show(
    titleOf(doc),
    progress,
    ocr,
    ready && doc.unread_pages ? element("p", { class: "quiet" }, t("document.unread", { pages: doc.unread_pages })) : null,
    failed ? element("p", { class: "reason", dir: "auto" }, failureOf(doc)) : null,
    element(
      "div",
      { class: "actions" },
      ready ? element("a", { class: "button", href: `#/documents/${doc.id}/pages/1` }, t("document.read")) : null,
      button(t("delete"), () => removeDocument(doc, () => (location.hash = "#/documents")), { class: "plain" }),
    ),
    ready ? order(doc, view.signal) : null,
    tests,
  );
}

/** A test needs some text. @param {any} doc @param {AbortSignal} signal */
function order(doc, signal) {
  if (doc.word_count === null || doc.word_count >= fewestWords) return orderForm(doc, signal);
  return element("p", { class: "empty" }, t("order.short", { count: doc.word_count, fewest: fewestWords }));
}

/** @param {HTMLElement} progress @param {any} doc */
function showProgress(progress, doc) {
  fill(progress, facts(doc), isReading(doc) ? readingBar(doc) : null);
}

/** @param {any} doc */
function readingBar(doc) {
  const attributes = doc.pages_total ? { max: doc.pages_total, value: doc.pages_done ?? 0 } : {};
  return element("p", {}, element("progress", { "aria-label": t("state.reading"), ...attributes }));
}

/** The tests of the document, shown anew while the form above may be filled in. @param {any[]} tests */
function testsSection(tests) {
  const list = element("ul", { class: "rows" });
  const node = element("section", { hidden: tests.length === 0 }, element("h2", {}, t("document.tests")), list);
  const showTests = () => refill(list, tests.map(testRow));
  showTests();
  return {
    node,
    unfinished: () => tests.some(isUnfinished),
    /** How far those are that are being made. @param {AbortSignal} signal */
    async look(signal) {
      for (const test of tests.filter(isUnfinished)) {
        const { status, questions_generated, target_questions } = await get(`tests/${test.id}/status`, signal);
        Object.assign(test, { status, questions_generated, target_questions });
        if (!isUnfinished(test)) showTests();
      }
    },
  };
}

/** @param {View} view */
export async function documentView(view) {
  const id = view.values[0];
  const [found, tests] = await Promise.all([get(`documents/${id}`, view.signal), getAll("tests", view.signal)]);
  const own = testsSection(tests.filter((test) => test.document_id === id));
  let doc = found;
  const progress = element("div", {});
  showProgress(progress, doc);
  show(view, doc, progress, own.node);

  async function look() {
    const before = doc;
    doc = await get(`documents/${id}`, view.signal);
    if (doc.status !== before.status || doc.pages_done !== before.pages_done) showProgress(progress, doc);
    if (doc.status !== before.status) show(view, doc, progress, own.node);
  }

  const goesOn = () => isReading(doc) || own.unfinished();
  if (!goesOn()) return;
  await poll(
    async () => {
      try {
        if (isReading(doc)) await look();
        await own.look(view.signal);
      } catch {
        // The next look may be luckier.
      }
      return goesOn();
    },
    1000,
    view.signal,
  );
}
