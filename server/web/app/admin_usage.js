// What the calls of the last weeks cost, by day and by user.

import { get } from "./api.js";
import { element } from "./dom.js";
import { day, money, number, t } from "./i18n.js";

const days = 30;

/** @param {any[]} entries @param {(entry: any) => string} keyOf */
function summed(entries, keyOf) {
  /** @type {Map<string, { calls: number, tokens: number, cost: number }>} */
  const sums = new Map();
  for (const entry of entries) {
    const sum = sums.get(keyOf(entry)) ?? { calls: 0, tokens: 0, cost: 0 };
    sum.calls += entry.calls;
    sum.tokens += entry.input_tokens + entry.output_tokens;
    sum.cost += entry.cost_usd;
    sums.set(keyOf(entry), sum);
  }
  return [...sums];
}

/**
 * @param {string} caption
 * @param {string} first the heading of the first column
 * @param {[string, { calls: number, tokens: number, cost: number }][]} sums
 */
function usageTable(caption, first, sums) {
  /** @type {"cost" | "calls"} what the bars of this table show: the offline author's calls cost nothing */
  const unit = sums.some(([, sum]) => sum.cost > 0) ? "cost" : "calls";
  const most = Math.max(...sums.map(([, sum]) => sum[unit]), 1e-9);
  const rows = sums.map(([name, sum]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("bdi", {}, name)),
      element("td", { class: "number" }, money(sum.cost)),
      element("td", { class: "number" }, number(sum.calls)),
      element("td", { class: "number" }, number(sum.tokens)),
      element("td", { class: "bar-cell", "aria-hidden": "true" }, element("meter", { min: 0, max: most, value: sum[unit] })),
    ),
  );
  const head = [first, t("usage.cost"), t("usage.calls"), t("usage.tokens")].map((each, i) => element("th", { scope: "col", class: i > 0 ? "number" : null }, each));
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...head, element("td", { class: "quiet", "aria-hidden": "true" }, t(`usage.${unit}`)))), element("tbody", {}, ...rows)),
  );
}

/** @param {any[]} users @param {AbortSignal} signal */
export async function usageSection(users, signal) {
  const now = Date.now();
  /** @param {number} ago */
  const date = (ago) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10);
  const usage = await get(`admin/usage?from=${date(days - 1)}&to=${date(0)}`, signal);
  const emails = new Map(users.map((user) => [user.id, user.email]));
  const byDay = summed(usage.days, (entry) => entry.day).map(([name, sum]) => /** @type {[string, any]} */ ([day(`${name}T12:00:00`), sum]));
  const byUser = summed(usage.days, (entry) => emails.get(entry.user_id) ?? t("usage.gone"));
  return element(
    "section",
    { class: "panel" },
    element("h2", {}, t("usage.title", { count: days })),
    ...(usage.days.length === 0 ? [element("p", { class: "quiet" }, t("usage.none"))] : [usageTable(t("usage.byDay"), t("usage.day"), byDay), usageTable(t("usage.byUser"), t("usage.user"), byUser)]),
  );
}
