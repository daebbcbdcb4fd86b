// The text of a document, as the questions are made of it.

import { get } from "./api.js";
import { element } from "./dom.js";
import { t } from "./i18n.js";
import { pageReader } from "./source.js";
import { titleOf } from "./words.js";

/** @param {import("./main.js").View} view */
export async function readView(view) {
  const [id, page] = view.values;
  const doc = await get(`documents/${id}`, view.signal);
  /** A reload shows the same page again, and the way back leads past all of them. @param {number} now */
  const keepPlace = (now) => view.signal.aborted || history.replaceState(null, "", `#/documents/${id}/pages/${now}`);
  view.show(titleOf(doc), element("p", {}, element("a", { href: `#/documents/${id}` }, t("document.back"))), ...pageReader(id, doc, Number(page), "", keepPlace));
}
