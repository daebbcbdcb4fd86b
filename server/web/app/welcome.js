// The way in: the first account, further ones where they register themselves, and the sign-in.

import { element, field } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";
import { join, register, resetPassword, session, signIn } from "./session.js";
import { languageButtons } from "./tongues.js";

/** @typedef {import("./main.js").View} View */

/** Shows the address's view anew. */
function reroute() {
  dispatchEvent(new Event("examwright:route"));
}

/** A change of the address shows its view by itself, and only once: a second time would take the focus away. */
function goToDocuments() {
  if (location.hash === "#/documents") reroute();
  else location.hash = "#/documents";
}

export function authorNote() {
  const { offline, model } = session.server;
  if (offline) return element("p", { class: "quiet" }, t("author.offline"), " ", element("span", {}, t("author.setKey")));
  return element("p", { class: "quiet" }, t("author.model", { model }));
}

/**
 * @param {string} action the button's label
 * @param {{ newPassword: boolean, setupToken?: string | null }} options null: no set-up token is asked for
 * @param {(email: string, password: string, token: string) => Promise<void>} submit
 */
function accountForm(action, { newPassword, setupToken = null }, submit) {
  const email = element("input", { type: "email", autocomplete: "username", required: true, maxlength: 254 });
  const password = element("input", {
    type: "password",
    autocomplete: newPassword ? "new-password" : "current-password",
    required: true,
    minlength: newPassword ? 8 : null,
  });
  const token = element("input", { type: "text", autocomplete: "off", spellcheck: "false", required: true, value: setupToken });
  const problem = errorPlace();
  const send = element("button", { class: "primary" }, action);
  return element(
    "form",
    {
      class: "narrow",
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        await attempt(problem, () => submit(email.value.trim(), password.value, token.value.trim()), send);
      },
    },
    field(t("email"), email),
    field(t("password"), password, newPassword ? t("password.hint") : undefined),
    setupToken === null ? null : field(t("setupToken"), token, t("setupToken.hint")),
    problem,
    element("div", { class: "actions" }, send),
  );
}

/** The log's link brings the set-up token along: #/welcome/TOKEN. @param {View} view */
export function welcomeView(view) {
  const setupToken = session.server.needs_setup_token ? (view.values[0] ?? "") : null;
  const form = accountForm(t("createAccount"), { newPassword: true, setupToken }, async (email, password, token) => {
    await register(email, password, token);
    goToDocuments();
  });
  view.show(t("welcome.title"), element("p", { class: "lead" }, t("welcome.lead")), element("p", {}, t("welcome.first")), form, authorNote(), languageButtons());
}

/** @param {View} view */
export function signInView(view) {
  const form = accountForm(t("signIn"), { newPassword: false }, async (email, password) => {
    await signIn(email, password);
    reroute();
  });
  const open = session.server.registration === "open";
  view.show(t("signIn"), form, element("p", { class: "quiet" }, open ? element("a", { href: "#/register" }, t("createAccount")) : t("signIn.ask"), " ", t("signIn.forgotten")), languageButtons());
}

/** @param {string} action @param {(password: string) => Promise<unknown>} submit */
function newPasswordForm(action, submit) {
  const password = element("input", { type: "password", autocomplete: "new-password", required: true, minlength: 8 });
  const problem = errorPlace();
  const send = element("button", { class: "primary" }, action);
  const onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await attempt(problem, () => submit(password.value), send);
  };
  return element("form", { class: "narrow", onsubmit }, field(t("password"), password, t("password.hint")), problem, element("div", { class: "actions" }, send));
}

/** An invitation's link: #/join/TOKEN. @param {View} view */
export function joinView(view) {
  const form = newPasswordForm(t("createAccount"), async (password) => {
    await join(view.values[0], password);
    location.hash = "#/documents";
  });
  view.show(t("welcome.title"), element("p", { class: "lead" }, t("welcome.lead")), element("p", {}, t("join.lead")), form, languageButtons());
}

/** The link for a new password: #/reset/TOKEN. @param {View} view */
export function resetView(view) {
  const form = newPasswordForm(t("save"), async (password) => {
    await resetPassword(view.values[0], password);
    view.show(t("reset.title"), element("p", {}, t("reset.done")), element("p", {}, element("a", { class: "button primary", href: "#/" }, t("signIn"))));
  });
  view.show(t("reset.title"), element("p", {}, t("reset.lead")), form, languageButtons());
}

/** @param {View} view */
export function registerView(view) {
  const form = accountForm(t("createAccount"), { newPassword: true }, async (email, password) => {
    await register(email, password, "");
    goToDocuments();
  });
  view.show(t("createAccount"), form, element("p", { class: "quiet" }, element("a", { href: "#/" }, t("signIn"))), languageButtons());
}
