// The document's text page by page, with a quote marked.

import { get, getAll } from "./api.js";
import { openDialog } from "./dialog.js";
import { button, element, fill, newId, own, switchOff } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";
import { quoteOf } from "./question_text.js";
import { placeAmong, placeOf, titleOf } from "./words.js";

/** @typedef {Map<string, any>} Documents by their ids; null: deleted, or somebody else's */

/**
 * The page's text; what of it is the quote, whatever its spaces, is marked.
 * @param {string} text
 * @param {string} quote
 * @returns {(string | HTMLElement)[]}
 */
export function marked(text, quote) {
  const words = quote.split(/[\s\u00ad-]+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (words.length === 0) return [text];
  const found = new RegExp(words.join("[\\s\\u00ad-]*"), "iu").exec(text);
  if (!found) return [text];
  return [text.slice(0, found.index), element("mark", {}, found[0]), text.slice(found.index + found[0].length)];
}

/** A field for the number of a page. @param {number} first @param {(page: number) => unknown} go */
function pageField(first, go) {
  const input = element("input", { type: "number", min: 1, required: true, value: first, id: newId() });
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    go(input.valueAsNumber);
  };
  const send = element("button", {}, t("reader.show"));
  return { input, form: element("form", { class: "page-field", onsubmit }, element("label", { for: input.id }, t("reader.number")), input, send) };
}

/**
 * A page with buttons to those beside it, and a field for any other.
 * @param {string} documentId
 * @param {any} doc
 * @param {number} first
 * @param {string} quote empty: none is sought
 * @param {(page: number) => void} [shown] told of each page that is shown
 */
export function pageReader(documentId, doc, first, quote, shown = () => {}) {
  const place = element("p", { class: "label", "aria-live": "polite" });
  const note = element("p", { class: "quiet" });
  const text = element("div", { class: "page-text", dir: "auto", tabindex: "0" });
  const problem = errorPlace();
  const back = button(t("previous"), () => page > 1 && go(page - 1));
  const on = button(t("next"), () => page < last && go(page + 1));
  const any = pageField(first, go);
  let page = first;
  let last = doc.page_count ?? first;

  /** @param {number} to */
  async function go(to) {
    await attempt(problem, async () => {
      const found = await get(`documents/${documentId}/pages/${to}`);
      page = found.page;
      last = found.page_count;
      fill(place, placeAmong(doc, page, last));
      const parts = quote ? marked(found.text, quote) : [found.text];
      fill(text, ...parts);
      note.hidden = !quote || page !== first || parts.length > 1;
      fill(note, t("source.notFound"));
      switchOff(back, page <= 1);
      switchOff(on, page >= last);
      any.form.hidden = last <= 1;
      any.input.max = String(last);
      any.input.value = String(page);
      text.scrollTop = 0;
      text.querySelector("mark")?.scrollIntoView({ block: "center" });
      shown(page);
    });
  }

  go(first);
  return [element("div", { class: "actions" }, back, on, place, any.form), problem, note, text];
}

/**
 * The documents that the questions' quotes are from. A test that was put together has several.
 * @param {any[]} questions
 * @param {AbortSignal} signal
 * @param {string | null} [whole] the one that the whole test is made of
 * @returns {Promise<Documents>}
 */
export async function documentsOf(questions, signal, whole = null) {
  const ids = questions.filter((each) => each.source_quote).map((each) => each.document_id);
  if (whole) ids.push(whole);
  const all = ids.length > 0 ? await getAll("documents", signal) : [];
  return new Map(ids.map((id) => [id, all.find((each) => each.id === id) ?? null]));
}

/** The quote, where it stands, and the way there. @param {any} question @param {Documents} documents */
export function sourceOf(question, documents) {
  const doc = documents.get(question.document_id);
  const page = question.source_page;
  const place = page ? placeOf(doc, page) : t("question.noPage");
  const show = () => openDialog(titleOf(doc), () => pageReader(doc.id, doc, page, question.source_quote), "wide");
  return element(
    "div",
    { class: "source" },
    quoteOf(question),
    element("span", { class: "quiet" }, doc && documents.size > 1 ? [own(titleOf(doc)), " · "] : null, place),
    doc && page ? button(t("question.show"), show, { class: "plain" }) : null,
    doc ? null : element("p", { class: "quiet" }, t("question.noDocument")),
  );
}
