// Dialogs: the browser keeps the focus within, and gives it back afterwards.

import { button, element, field, newId } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";

/**
 * @param {string} title
 * @param {(close: () => void) => import("./dom.js").Child[]} content
 * @param {string} [className]
 */
export function openDialog(title, content, className = "") {
  const id = newId();
  const opener = document.activeElement;
  const dialog = element("dialog", { "aria-labelledby": id, class: className });
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
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
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
