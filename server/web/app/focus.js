// Keeps the place of whoever works by keyboard, when what had the focus is gone.

import { fill } from "./dom.js";

const controls = "a[href], button:not(:disabled), select:not(:disabled)";

/** The row that is in a row's place now, else the nearest before it, else the view's heading. @param {Element | null | undefined} list @param {number} index */
export function focusRow(list, index) {
  const rows = list?.isConnected ? [...list.children] : [];
  const nearest = [...rows.slice(index), ...rows.slice(0, index).reverse()];
  const found = nearest.map((row) => row.querySelector(controls)).find(Boolean) ?? document.querySelector("h1");
  if (found instanceof HTMLElement) found.focus();
}

/** @param {Element} row */
const keyOf = (row) => row.querySelector("a")?.getAttribute("href") ?? row.textContent;

/** Puts rows in the place of those that a list holds; the focus stays with its row. @param {Element} list @param {HTMLElement[]} rows */
export function refill(list, rows) {
  const index = [...list.children].findIndex((row) => row.contains(document.activeElement));
  const before = list.children[index];
  const control = before && [...before.querySelectorAll(controls)].indexOf(/** @type {Element} */ (document.activeElement));
  fill(list, ...rows);
  if (!before) return;
  const same = rows.find((row) => keyOf(row) === keyOf(before))?.querySelectorAll(controls)[control];
  if (same instanceof HTMLElement) same.focus();
  else focusRow(list, index);
}
