// Files on their way to the server, with their progress. They go on while other views are shown.

import { ApiError, upload } from "./api.js";
import { button, element, fill, own } from "./dom.js";
import { t } from "./i18n.js";
import { sentenceOf } from "./notice.js";

const list = element("ul", { class: "uploads", "aria-label": t("uploads") });
/** @type {Set<() => void>} */
const listeners = new Set();
let last = Promise.resolve();
let onTheirWay = 0;

/** The browser asks before it leaves the page. @param {Event} event */
function warn(event) {
  event.preventDefault();
}

/** @param {number} more */
function count(more) {
  onTheirWay += more;
  if (onTheirWay > 0) addEventListener("beforeunload", warn);
  else removeEventListener("beforeunload", warn);
}

/** The uploads; one list for all views. */
export function uploadList() {
  list.setAttribute("aria-label", t("uploads"));
  return list;
}

/** @param {() => void} listener called when a document has arrived @param {AbortSignal} signal */
export function onUploaded(listener, signal) {
  listeners.add(listener);
  signal.addEventListener("abort", () => listeners.delete(listener));
}

/** One after the other, so that each is soon done. @param {Iterable<File>} files */
export function uploadFiles(files) {
  for (const file of files) enqueue(file);
}

/** @param {File} file */
function enqueue(file) {
  const row = element("li", { class: "row" });
  list.append(row);
  fill(row, own(file.name), element("span", { class: "quiet" }, t("upload.waiting")));
  count(1);
  last = last.then(() => send(file, row)).then(() => count(-1));
}

/** @param {File} file @param {HTMLElement} row */
async function send(file, row) {
  const bar = element("progress", { max: 1, value: 0, "aria-label": t("upload.progress", { name: file.name }) });
  const stop = new AbortController();
  const state = element("span", { class: "quiet" }, t("upload.sending"));
  fill(row, own(file.name), bar, state, button(t("cancel"), () => stop.abort(), { class: "plain" }));
  try {
    await upload(
      "documents/upload",
      file,
      (part) => {
        bar.value = part;
        if (part === 1) fill(state, t("upload.arriving"));
      },
      stop.signal,
    );
    row.remove();
    for (const listener of listeners) listener();
  } catch (error) {
    if (stop.signal.aborted) row.remove();
    else failed(file, row, error);
  }
}

/** A file of a kind that isn't taken is not sent again. @param {File} file @param {HTMLElement} row @param {unknown} error */
function failed(file, row, error) {
  const refused = error instanceof ApiError && [400, 413, 415].includes(error.status);
  fill(
    row,
    own(file.name),
    element("span", { class: "error", role: "alert", dir: "auto" }, sentenceOf(error)),
    refused ? null : button(t("again"), () => (row.remove(), enqueue(file)), { class: "plain" }),
    button(t("remove"), () => row.remove(), { class: "plain" }),
  );
}

/** A file dropped anywhere on the page is uploaded. */
export function acceptDrops() {
  const root = document.documentElement;
  /** @param {DragEvent} event */
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    root.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && root.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    root.classList.remove("dropping");
    if (location.hash !== "#/documents") location.hash = "#/documents";
    uploadFiles(event.dataTransfer?.files ?? []);
  });
}
