// The document's text page by page, with a quote marked.

import { get } from "./api.js";
import { openDialog } from "./dialog.js";
import { button, element, fill } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";
import { placeOf } from "./words.js";

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

/**
 * A page with buttons to those beside it.
 * @param {string} documentId
 * @param {any} doc
 * @param {number} first
 * @param {string} quote empty: none is sought
 */
export function pageReader(documentId, doc, first, quote) {
  const place = element("p", { class: "label", "aria-live": "polite" });
  const note = element("p", { class: "quiet" });
  const text = element("div", { class: "page-text", dir: "auto", tabindex: "0" });
  const problem = errorPlace();
  const back = button(t("previous"), () => go(page - 1));
  const on = button(t("next"), () => go(page + 1));
  let page = first;

  /** @param {number} to */
  async function go(to) {
    await attempt(problem, async () => {
      const shown = await get(`documents/${documentId}/pages/${to}`);
      page = shown.page;
      fill(place, `${placeOf(doc, page)} / ${shown.page_count}`);
      const parts = quote ? marked(shown.text, quote) : [shown.text];
      fill(text, ...parts);
      note.hidden = !quote || page !== first || parts.length > 1;
      fill(note, t("source.notFound"));
      back.disabled = page <= 1;
      on.disabled = page >= shown.page_count;
      text.scrollTop = 0;
      text.querySelector("mark")?.scrollIntoView({ block: "center" });
    });
  }

  go(first);
  return [element("div", { class: "actions" }, back, on, place), problem, note, text];
}

/** @param {string} documentId @param {any} doc @param {any} question */
export function openSource(documentId, doc, question) {
  openDialog(t("test.document"), () => pageReader(documentId, doc, question.source_page, question.source_quote), "wide");
}
