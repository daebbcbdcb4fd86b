// The formats that a test can be taken away in, each with where it goes.

import { button, element, newId } from "./dom.js";
import { t } from "./i18n.js";

const formats = [
  ["docx", "Word"],
  ["moodle-xml", "Moodle XML"],
  ["gift", "GIFT"],
  ["qti", "QTI"],
  ["canvas", "Canvas"],
  ["blackboard", "Blackboard"],
  ["brightspace", "Brightspace"],
  ["google-forms", "Google Forms"],
  ["kahoot", "Kahoot"],
  ["wayground", "Wayground"],
  ["blooket", "Blooket"],
  ["anki", "Anki"],
  ["xlsx", "Excel"],
  ["csv", "CSV"],
  ["aiken", "Aiken"],
  ["latex", "LaTeX"],
  ["markdown", "Markdown"],
  ["html", "HTML"],
  ["json", "JSON"],
];

/** @param {any} test */
export function downloadMenu(test) {
  const id = newId();
  const links = formats.map(([format, name]) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: `tests/${test.id}/export?format=${format}`, download: "", onclick: () => setTimeout(close) },
        element("strong", {}, name),
        " ",
        element("span", { class: "quiet" }, t(`format.${format}`)),
      ),
    ),
  );
  const menu = element("div", { id, class: "menu", hidden: true }, element("ul", { "aria-label": t("download") }, ...links));
  const trigger = button(t("download"), () => (menu.hidden ? open() : close()), { "aria-expanded": "false", "aria-controls": id, class: "primary" });
  const root = element("div", { class: "dropdown", onkeydown: onKey, onfocusout: onLeave }, trigger, menu);

  function open() {
    menu.hidden = false;
    trigger.setAttribute("aria-expanded", "true");
    menu.querySelector("a")?.focus();
    addEventListener("pointerdown", onOutside);
  }

  function close() {
    menu.hidden = true;
    trigger.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", onOutside);
  }

  /** @param {Event} event */
  function onOutside(event) {
    if (!root.contains(/** @type {Node} */ (event.target))) close();
  }

  /** @param {FocusEvent} event */
  function onLeave(event) {
    if (event.relatedTarget && !root.contains(/** @type {Node} */ (event.relatedTarget))) close();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (menu.hidden) return;
    const items = [...menu.querySelectorAll("a")];
    const at = items.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") {
      close();
      trigger.focus();
    } else if (to !== undefined) items[(to + items.length) % items.length].focus();
    else return;
    event.preventDefault();
  }

  return root;
}
