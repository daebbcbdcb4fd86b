// What the page tells in passing: read out by screen readers, shown at the bottom, gone after a while.

import { button, element, fill, isOff, switchOff } from "./dom.js";
import { t } from "./i18n.js";
import { said } from "./said.js";

const region = element("div", { class: "notices", "aria-live": "polite" });
let timer = 0;

export function noticeRegion() {
  return region;
}

/** @param {() => unknown} [then] */
function clear(then) {
  clearTimeout(timer);
  fill(region);
  then?.();
}

/**
 * @param {string} text
 * @param {{ undo?: () => unknown }} [options]
 */
export function tell(text, { undo } = {}) {
  clearTimeout(timer);
  fill(
    region,
    element(
      "div",
      { class: "notice" },
      element("span", { dir: "auto" }, text),
      undo ? button(t("undo"), () => clear(undo), { class: "plain" }) : null,
      button("×", () => clear(), { class: "plain close", "aria-label": t("close") }),
    ),
  );
  // Whoever may take something back gets the time to decide (WCAG 2.2.1).
  if (!undo) timer = window.setTimeout(clear, 8000);
}

/** Takes away what is told, when the view changes. */
export function hush() {
  clear();
}

/** The sentence of an error. @param {unknown} error */
export function sentenceOf(error) {
  return said(error instanceof Error ? error.message : String(error));
}

/** A place for an error beside what it is about. */
export function errorPlace() {
  return element("div", { class: "error", role: "alert" });
}

/**
 * Does something that may fail; what went wrong is told in `place`.
 * @param {HTMLElement} place
 * @param {() => unknown} work
 * @param {HTMLButtonElement} [trigger] not to be pressed meanwhile; it keeps the focus, which a disabled one loses
 * @returns {Promise<boolean>}
 */
export async function attempt(place, work, trigger) {
  if (trigger && isOff(trigger)) return false;
  fill(place);
  if (trigger) switchOff(trigger, true);
  try {
    await work();
    return true;
  } catch (error) {
    fill(place, element("p", { dir: "auto" }, sentenceOf(error)));
    return false;
  } finally {
    if (trigger) switchOff(trigger, false);
  }
}
