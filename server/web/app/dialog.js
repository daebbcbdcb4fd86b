// Dialogs: the browser keeps the focus within, and gives it back afterwards.

import { button, element, field, newId } from "./dom.js";
import { focusRow } from "./focus.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";

/** @typedef {{ element: Element | null, list: Element | null | undefined, index: number, before: Opener | undefined }} Opener */

/** @type {WeakMap<Element, Opener>} */
const openers = new WeakMap();

/** What has the focus, its place in a list, and what opened the dialog that it is in. @returns {Opener} */
function openerNow() {
  const focused = document.activeElement;
  const row = focused?.closest("li, tr");
  const list = row?.parentElement;
  const around = focused?.closest("dialog");
  return { element: focused, list, index: row && list ? [...list.children].indexOf(row) : 0, before: around ? openers.get(around) : undefined };
}

/** Gives the focus back to what opened a dialog, or to what is in its place. @param {Opener} opener */
function focusBack({ element: focused, list, index, before }) {
  if (focused?.isConnected) /** @type {HTMLElement} */ (focused).focus();
  else if (before) focusBack(before);
  else focusRow(list, index);
}

/**
 * @param {string} title
 * @param {(close: () => void) => import("./dom.js").Child[]} content
 * @param {string} [className]
 */
export function openDialog(title, content, className = "") {
  const id = newId();
  const opener = openerNow();
  const dialog = element("dialog", { "aria-labelledby": id, class: className });
  openers.set(dialog, opener);
  const close = () => dialog.close();
  dialog.append(
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id, dir: "auto" }, title),
      button("×", close, { class: "plain close", "aria-label": t("close") }),
    ),
  );
  for (const part of content(close).flat()) if (part instanceof Node) dialog.append(part);
  dialog.addEventListener("close", () => {
    dialog.remove();
    focusBack(opener);
  });
  addEventListener("hashchange", close, { once: true });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks before what can't be taken back.
 * @param {string} title
 * @param {string} text
 * @param {string} action
 * @param {() => unknown} work
 */
export function confirmDialog(title, text, action, work) {
  const problem = errorPlace();
  openDialog(title, (close) => [
    element("p", { dir: "auto" }, text),
    problem,
    element(
      "div",
      { class: "actions" },
      button(
        action,
        async (event) => {
          if (await attempt(problem, work, event.currentTarget)) close();
        },
        { class: "danger" },
      ),
      button(t("cancel"), close),
    ),
  ]);
}

/** @param {string} title @param {string} action @param {HTMLElement[]} fields @param {() => Promise<unknown>} work */
export function formDialog(title, action, fields, work) {
  const problem = errorPlace();
  const send = element("button", { class: "primary" }, action);
  openDialog(title, (close) => [
    element(
      "form",
      {
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          if (await attempt(problem, work, send)) close();
        },
      },
      ...fields,
      problem,
      element("div", { class: "actions" }, send, button(t("cancel"), close)),
    ),
  ]);
}

/**
 * A link to be handed on. On plain HTTP a page has no clipboard: the link is marked, ready to be copied.
 * @param {string} title
 * @param {string} text
 * @param {string} link
 */
export function showLink(title, text, link) {
  const input = element("input", { type: "text", readonly: true, value: link, onfocus: (/** @type {FocusEvent} */ event) => /** @type {HTMLInputElement} */ (event.target).select() });
  openDialog(title, (close) => [element("p", {}, text), field(t("link"), input), element("div", { class: "actions" }, button(t("close"), close))]);
  input.focus();
}
