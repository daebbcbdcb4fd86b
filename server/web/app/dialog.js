// Dialogs: the browser keeps the focus within, and gives it back afterwards.

import { button, element, newId } from "./dom.js";
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
