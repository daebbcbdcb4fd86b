// One's own account: language and colours, password, sessions.

import { call, getAll } from "./api.js";
import { button, element, field, own, radios } from "./dom.js";
import { refill } from "./focus.js";
import { language, languages, moment, t, useLanguage } from "./i18n.js";
import { attempt, errorPlace, tell } from "./notice.js";
import { session } from "./session.js";
import { applyTheme, theme } from "./theme.js";

/** @param {(value: string) => unknown} chosen */
function onChoice(chosen) {
  return (/** @type {Event} */ event) => chosen(/** @type {HTMLInputElement} */ (event.target).value);
}

function appearance() {
  const tongue = radios(t("account.language"), "language", Object.entries(languages), language());
  tongue.addEventListener("change", onChoice(async (value) => {
    await useLanguage(value);
    dispatchEvent(new Event("examwright:route"));
  }));
  const colours = radios(t("account.theme"), "theme", ["system", "light", "dark"].map((each) => [each, t(`theme.${each}`)]), theme());
  colours.addEventListener("change", onChoice(applyTheme));
  return element("section", { class: "panel" }, tongue, colours);
}

function passwordForm() {
  const before = element("input", { type: "password", autocomplete: "current-password", required: true });
  const after = element("input", { type: "password", autocomplete: "new-password", required: true, minlength: 8 });
  const problem = errorPlace();
  const send = element("button", {}, t("password.change"));
  const form = element(
    "form",
    {
      class: "panel",
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        const body = { old_password: before.value, new_password: after.value };
        if (!(await attempt(problem, () => call("POST", "auth/password", { body, quiet: true }), send))) return;
        form.reset();
        tell(t("password.changed"));
      },
    },
    element("h2", {}, t("password.change")),
    element("input", { type: "email", class: "hidden", autocomplete: "username", value: session.user?.email, readonly: true, tabindex: "-1", "aria-hidden": "true" }),
    field(t("password.old"), before),
    field(t("password.new"), after, t("password.hint")),
    problem,
    element("div", { class: "actions" }, send),
  );
  return form;
}

/** @param {any[]} sessions */
function sessionList(sessions) {
  const problem = errorPlace();
  const list = element("ul", { class: "rows" });
  const show = () =>
    refill(
      list,
      sessions.map((each) =>
        element(
          "li",
          { class: "row" },
          element("span", { class: "title" }, each.kind === "token" ? own(t("session.token", { name: each.name })) : t("session.since", { time: moment(each.created_at) })),
          each.current
            ? element("span", { class: "state good" }, t("session.this"))
            : button(t("session.end"), () => attempt(problem, async () => {
                await call("DELETE", `auth/tokens/${each.id}`);
                sessions = sessions.filter((other) => other !== each);
                show();
              }), { class: "plain" }),
        ),
      ),
    );
  show();
  return element("section", { class: "panel" }, element("h2", {}, t("sessions")), list, problem);
}

/** @param {import("./main.js").View} view */
export async function accountView(view) {
  const sessions = await getAll("auth/tokens", view.signal);
  view.show(t("nav.account"), element("p", { class: "quiet" }, element("bdi", {}, session.user?.email)), appearance(), passwordForm(), sessionList(sessions), element("p", { class: "quiet" }, t("account.version", { version: session.server.version }), " ", element("a", { href: "docs" }, t("account.docs"))));
}
