// Light or dark: as the system has it, or as chosen.

import { keep, read } from "./i18n.js";

export function theme() {
  return read("theme") ?? "system";
}

/** @param {string} [chosen] "system", "light" or "dark" */
export function applyTheme(chosen) {
  if (chosen) keep("theme", chosen === "system" ? null : chosen);
  const now = theme();
  if (now === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = now;
}
