// How the server does, in the words of `examwright doctor`, and its backup.

import { get } from "./api.js";
import { element, fill } from "./dom.js";
import { t, told } from "./i18n.js";
import { sentenceOf } from "./notice.js";
import { said } from "./said.js";
import { session } from "./session.js";

const kinds = { ok: "good", warning: "busy", error: "bad" };

/** @param {{ check: string, level: "ok" | "warning" | "error", detail: string, advice: string }} finding */
function findingRow({ check, level, detail, advice }) {
  return element(
    "li",
    { class: "row" },
    element("span", { class: "title" }, told(`check.${check}`, check)),
    element("span", { class: `state ${kinds[level]}` }, t(`health.${level}`)),
    element("span", { class: "quiet facts", dir: "auto" }, said(detail)),
    advice ? element("p", { class: "advice", dir: "auto" }, said(advice)) : null,
  );
}

/** What needs the owner is shown at once, the rest where it is asked for. @param {any} report */
function reportOf(report) {
  const rows = (/** @type {boolean} */ well) => report.checks.filter((/** @type {any} */ each) => (each.level === "ok") === well).map(findingRow);
  const [troubles, fine] = [rows(false), rows(true)];
  return [
    element("p", {}, troubles.length === 0 ? t("health.well") : t("health.troubles", { count: troubles.length })),
    troubles.length > 0 ? element("ul", { class: "rows" }, ...troubles) : null,
    element("details", {}, element("summary", {}, t("health.fine", { count: fine.length })), element("ul", { class: "rows" }, ...fine)),
  ];
}

/** The report comes later: a server that can't reach Claude takes its time. @param {AbortSignal} signal */
export function healthSection(signal) {
  const { offline, model, version } = session.server;
  const report = element("div", { "aria-live": "polite" }, element("p", { class: "quiet" }, t("loading")));
  get("admin/health", signal).then(
    (found) => fill(report, ...reportOf(found)),
    (error) => signal.aborted || fill(report, element("p", { class: "error" }, sentenceOf(error))),
  );
  return element(
    "section",
    { class: "panel" },
    element("h2", {}, t("health.title")),
    report,
    element("p", { class: "quiet facts" }, `${t("account.version", { version })} · ${offline ? t("health.offline") : t("health.model", { model })}`),
    element("div", { class: "actions" }, element("a", { class: "button", href: "admin/backup", download: "" }, t("backup"))),
  );
}
