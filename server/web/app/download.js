// The formats that a test can be taken away in, each with where it goes and what it can hold.

import { ApiError, call } from "./api.js";
import { openDialog } from "./dialog.js";
import { button, element, newId } from "./dom.js";
import { t, told } from "./i18n.js";
import { sentenceOf, tell } from "./notice.js";
import { said } from "./said.js";

/** @param {any} format */
function limitsOf({ most_options, longest_question, longest_option }) {
  const limits = [];
  if (most_options) limits.push(t("limit.options", { count: most_options }));
  if (longest_question) limits.push(t("limit.question", { count: longest_question }));
  if (longest_option) limits.push(t("limit.option", { count: longest_option }));
  return limits.length > 0 ? element("span", { class: "quiet limits" }, limits.join(", ")) : null;
}

/** Has the browser save a file of the server. @param {string} href */
function save(href) {
  const link = element("a", { href, download: "", hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}

/** What the format can't take, and a way to have the rest. @param {string} name @param {string} href @param {string} reasons */
function offerTheRest(name, href, reasons) {
  openDialog(t("download.unfit", { name }), (close) => [
    element("p", { dir: "auto" }, reasons),
    element("p", {}, t("download.change")),
    element(
      "div",
      { class: "actions" },
      button(t("download.rest"), () => (close(), save(`${href}&leave_out=true`)), { class: "primary" }),
      button(t("cancel"), close),
    ),
  ]);
}

/** Asks first whether the file can be made: a download that fails tells nobody why. @param {string} name @param {string} href */
async function download(name, href) {
  try {
    await call("HEAD", href);
    return save(href);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) return tell(sentenceOf(error));
  }
  try {
    await call("GET", href);
  } catch (error) {
    const [reasons, advice] = String(/** @type {Error} */ (error).message).split(/ (?=Change them, or )/);
    if (advice) offerTheRest(name, href, said(reasons));
    else tell(said(reasons));
  }
}

/** @param {any} test @param {any[]} formats */
export function downloadMenu(test, formats) {
  const id = newId();
  /** @param {any} format */
  const item = (format) => {
    const href = `tests/${test.id}/export?format=${format.format}`;
    const onclick = (/** @type {Event} */ event) => {
      event.preventDefault();
      close();
      trigger.focus();
      download(format.name, href);
    };
    const where = element("span", { class: "quiet" }, told(`format.${format.format}`, format.goes_to));
    return element("li", {}, element("a", { href, download: "", onclick }, element("strong", {}, told(`format.${format.format}.name`, format.name)), " ", where, " ", limitsOf(format)));
  };
  const menu = element("div", { id, class: "menu", hidden: true }, element("ul", { "aria-label": t("download") }, ...formats.map(item)));
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
