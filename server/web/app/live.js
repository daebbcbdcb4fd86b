// A test while it is made: the phase, the calls, the seconds, the server's message.

import { ApiError, call, get } from "./api.js";
import { button, element, fill } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";
import { poll } from "./polling.js";
import { said } from "./said.js";
import { clock, isUnfinished } from "./words.js";

/** Resolves when the test has ended. @param {import("./main.js").View} view @param {import("./api.js").Answer} answer */
export async function liveView(view, answer) {
  const test = answer.data;
  const clockAhead = Date.now() - answer.date;
  const bar = element("progress", { "aria-label": t("live.progress") });
  const message = element("p", { role: "status" }, said(test.progress_message));
  const phase = element("p", { class: "quiet" });
  const seconds = element("span", { class: "quiet" });
  const problem = errorPlace();
  const cancel = button(t("cancel"), () => attempt(problem, () => call("POST", `tests/${test.id}/cancel`), cancel));
  view.show(
    test.title ?? t("untitled"),
    element("div", { class: "panel" }, bar, message, phase, element("p", {}, seconds), problem, element("div", { class: "actions" }, cancel)),
    element("p", { class: "quiet" }, t("live.leave")),
  );
  const tick = () => fill(seconds, t("live.seconds", { time: clock((Date.now() - clockAhead - Date.parse(test.created_at)) / 1000) }));
  tick();
  const timer = setInterval(tick, 1000);
  view.signal.addEventListener("abort", () => clearInterval(timer));

  /** @param {any} status */
  const show = (status) => {
    if (status.calls_total > 0) {
      bar.max = status.calls_total;
      bar.value = status.calls_done;
    } else bar.removeAttribute("value");
    if (message.textContent !== said(status.message)) fill(message, said(status.message));
    const calls = status.calls_total > 0 ? t("live.calls", { done: status.calls_done, count: status.calls_total }) : "";
    fill(phase, [t(`phase.${status.phase}`), calls].filter(Boolean).join(" · "));
  };
  await poll(
    async () => {
      try {
        const status = await get(`tests/${test.id}/status`, view.signal);
        show(status);
        if (problem.dataset.offline) fill(problem);
        delete problem.dataset.offline;
        return isUnfinished(status);
      } catch (error) {
        if (view.signal.aborted || (error instanceof ApiError && error.status === 404)) return false;
        problem.dataset.offline = "yes";
        fill(problem, element("p", {}, t("live.offline")));
        return true;
      }
    },
    1000,
    view.signal,
  );
  clearInterval(timer);
}
