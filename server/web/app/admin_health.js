// How the server does, in words, and its backup.

import { call } from "./api.js";
import { element } from "./dom.js";
import { t } from "./i18n.js";
import { sentenceOf } from "./notice.js";
import { session } from "./session.js";

/** @param {AbortSignal} signal */
export async function healthSection(signal) {
  const { offline, model, version } = session.server;
  const ready = await call("GET", "health/ready", { signal }).then(
    () => t("health.ready"),
    (error) => sentenceOf(error),
  );
  const lines = [ready, t("account.version", { version }), offline ? t("author.offline") : t("health.model", { model })];
  return element(
    "section",
    { class: "panel" },
    element("h2", {}, t("health.title")),
    element("ul", {}, ...lines.map((line) => element("li", {}, line))),
    element("p", { class: "quiet" }, t("health.doctor")),
    element("div", { class: "actions" }, element("a", { class: "button", href: "admin/backup", download: "" }, t("backup"))),
  );
}
