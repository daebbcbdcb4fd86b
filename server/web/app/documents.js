// The documents: adding them, and the list.

import { call, getAll } from "./api.js";
import { confirmDialog } from "./dialog.js";
import { button, element, fill, newId, own } from "./dom.js";
import { refill } from "./focus.js";
import { t } from "./i18n.js";
import { openPaste } from "./paste.js";
import { poll } from "./polling.js";
import { onUploaded, uploadFiles, uploadList } from "./uploads.js";
import { authorNote } from "./welcome.js";
import { factsOf, failureOf, isReading, stateOf, titleOf } from "./words.js";

/** @param {string} id */
function filePicker(id) {
  return element("input", {
    id,
    type: "file",
    multiple: true,
    class: "file",
    onchange: (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.currentTarget);
      uploadFiles([...(input.files ?? [])]);
      input.value = "";
    },
  });
}

/** @param {any} doc @param {() => unknown} onremoved */
export function removeDocument(doc, onremoved) {
  confirmDialog(t("document.delete.title", { title: titleOf(doc) }), t("document.delete.text"), t("delete"), async () => {
    await call("DELETE", `documents/${doc.id}`);
    await onremoved();
  });
}

/** @param {any} doc @param {() => unknown} reload */
function documentRow(doc, reload) {
  const failed = !isReading(doc) && doc.status !== "ready";
  return element(
    "li",
    { class: "row" },
    element("a", { href: `#/documents/${doc.id}`, class: "title" }, own(titleOf(doc))),
    element("span", { class: `state ${failed ? "bad" : doc.status === "ready" ? "good" : "busy"}` }, stateOf(doc)),
    element("span", { class: "quiet facts" }, factsOf(doc)),
    button(t("delete"), () => removeDocument(doc, reload), { class: "plain", "aria-description": titleOf(doc) }),
    failed ? element("p", { class: "reason", dir: "auto" }, failureOf(doc)) : null,
  );
}

/** @param {import("./main.js").View} view */
export async function documentsView(view) {
  /** @type {any[]} */
  let documents = [];
  let asked = 0;
  const list = element("ul", { class: "rows" });
  const search = element("input", { type: "search", id: newId(), oninput: show });
  const find = element("div", { class: "field" }, element("label", { for: search.id }, t("documents.find")), search);
  const empty = element("p", { class: "empty" });
  let polling = false;

  function show() {
    const wanted = search.value.trim().toLocaleLowerCase();
    const found = documents.filter((doc) => titleOf(doc).toLocaleLowerCase().includes(wanted));
    refill(list, found.map((doc) => documentRow(doc, reload)));
    find.hidden = documents.length < 2;
    empty.hidden = found.length > 0;
    fill(empty, t(documents.length > 0 ? "documents.none" : "documents.empty"));
  }

  /** Of two lists on their way, the one that was asked for later holds. */
  async function load() {
    const turn = ++asked;
    const found = await getAll("documents", view.signal);
    if (turn === asked) documents = found;
  }

  async function reload() {
    await load();
    show();
    watch();
  }

  /** Looks until all are read. */
  async function watch() {
    if (polling || !documents.some(isReading)) return;
    polling = true;
    await poll(
      async () => {
        try {
          await load();
          show();
        } catch {
          // The next look may be luckier.
        }
        return documents.some(isReading);
      },
      1000,
      view.signal,
    );
    polling = false;
  }

  const picker = newId();
  onUploaded(() => reload().catch(() => {}), view.signal);
  await load();
  show();
  view.show(
    t("nav.documents"),
    element(
      "div",
      { class: "actions" },
      filePicker(picker),
      element("label", { for: picker, class: "button primary" }, t("documents.add")),
      button(t("paste"), () => openPaste(reload)),
    ),
    element("p", { class: "hint" }, t("documents.drop")),
    uploadList(),
    find,
    empty,
    list,
    authorNote(),
  );
  watch();
}
