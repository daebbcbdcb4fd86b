// A document: what is known of it, a test of it, the tests that there are.

import { get, getAll } from "./api.js";
import { removeDocument } from "./documents.js";
import { button, element } from "./dom.js";
import { t } from "./i18n.js";
import { orderForm } from "./order.js";
import { poll } from "./polling.js";
import { testRow } from "./tests.js";
import { factsOf, failureOf, isReading, stateOf, titleOf } from "./words.js";

const fewestWords = 100; // as the server has it

/** @typedef {import("./main.js").View} View */

/** @param {any} doc */
function facts(doc) {
  const kind = doc.status === "ready" ? "good" : isReading(doc) ? "busy" : "bad";
  return element("p", { class: "facts" }, element("span", { class: `state ${kind}` }, stateOf(doc)), " ", element("span", { class: "quiet" }, factsOf(doc)));
}

/** @param {View} view @param {any} doc @param {any[]} tests */
function show(view, doc, tests) {
  const ready = doc.status === "ready";
  const ocr = ready && doc.used_ocr_pages > 0 ? element("p", { class: "quiet" }, t("document.ocr", { count: doc.used_ocr_pages })) : null;
  const failed = !ready && !isReading(doc);
  view.show(
    titleOf(doc),
    facts(doc),
    ocr,
    ready && doc.unread_pages ? element("p", { class: "quiet" }, t("document.unread", { pages: doc.unread_pages })) : null,
    failed ? element("p", { class: "reason", dir: "auto" }, failureOf(doc)) : null,
    isReading(doc) ? readingBar(doc) : null,
    element(
      "div",
      { class: "actions" },
      ready ? element("a", { class: "button", href: `#/documents/${doc.id}/pages/1` }, t("document.read")) : null,
      button(t("delete"), () => removeDocument(doc, () => (location.hash = "#/documents")), { class: "plain" }),
    ),
    ready ? order(doc, view.signal) : null,
    tests.length > 0 ? element("h2", {}, t("document.tests")) : null,
    tests.length > 0 ? element("ul", { class: "rows" }, ...tests.map(testRow)) : null,
  );
}

/** A test needs some text. @param {any} doc @param {AbortSignal} signal */
function order(doc, signal) {
  if (doc.word_count === null || doc.word_count >= fewestWords) return orderForm(doc, signal);
  return element("p", { class: "empty" }, t("order.short", { count: doc.word_count, fewest: fewestWords }));
}

/** @param {any} doc */
function readingBar(doc) {
  const attributes = doc.pages_total ? { max: doc.pages_total, value: doc.pages_done ?? 0 } : {};
  return element("p", {}, element("progress", { "aria-label": t("state.reading"), ...attributes }));
}

/** @param {View} view */
export async function documentView(view) {
  const id = view.values[0];
  const [doc, tests] = await Promise.all([get(`documents/${id}`, view.signal), getAll("tests", view.signal)]);
  const own = tests.filter((test) => test.document_id === id);
  show(view, doc, own);
  if (!isReading(doc)) return;
  let before = "";
  await poll(
    async () => {
      try {
        const now = await get(`documents/${id}`, view.signal);
        const told = `${now.status} ${now.pages_done}`;
        if (told !== before) show(view, now, own);
        before = told;
        return isReading(now);
      } catch {
        return true;
      }
    },
    1000,
    view.signal,
  );
}
