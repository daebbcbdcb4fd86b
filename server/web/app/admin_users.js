// The accounts of the server, for its owner.

import { call } from "./api.js";
import { confirmDialog, formDialog, showLink } from "./dialog.js";
import { button, element, field, fill } from "./dom.js";
import { moment, number, t } from "./i18n.js";
import { attempt, errorPlace, tell } from "./notice.js";
import { session } from "./session.js";

function passwordInput() {
  return element("input", { type: "password", autocomplete: "new-password", required: true, minlength: 8 });
}

/** @param {any} user */
function askForPassword(user) {
  const password = passwordInput();
  formDialog(user.email, t("admin.setPassword"), [field(t("password.new"), password, t("admin.password.hint"))], async () => {
    await call("POST", `admin/users/${user.id}/password`, { body: { new_password: password.value } });
    tell(t("saved"));
  });
}

/** @param {any} user */
async function makeResetLink(user) {
  const { data } = await call("POST", `admin/users/${user.id}/reset-link`);
  showLink(user.email, t("reset.give", { time: moment(data.expires_at) }), data.link);
}

/** @param {(user: any) => void} added */
function askForUser(added) {
  const email = element("input", { type: "email", autocomplete: "off", required: true });
  const password = passwordInput();
  formDialog(t("admin.addUser"), t("admin.addUser"), [field(t("email"), email), field(t("password"), password, t("password.hint"))], async () => {
    const { data } = await call("POST", "admin/users", { body: { email: email.value, password: password.value } });
    added({ ...data, documents: 0, tests: 0 });
  });
}

/** @param {any[]} users @param {{ invite: HTMLElement, open: HTMLElement }} invitations */
export function usersSection(users, invitations) {
  const rows = element("tbody", {});
  const problem = errorPlace();

  /** @param {any} user */
  function roleSelect(user) {
    const options = ["faculty", "admin"].map((role) => element("option", { value: role, selected: user.role === role }, t(`role.${role}`)));
    const select = element("select", { "aria-label": t("admin.role", { email: user.email }), disabled: user.id === session.user?.id }, ...options);
    select.addEventListener("change", async () => {
      const done = await attempt(problem, () => call("PATCH", `admin/users/${user.id}`, { body: { role: select.value } }));
      if (done) user.role = select.value;
      else select.value = user.role;
    });
    return select;
  }

  /** @param {any} user */
  function remove(user) {
    confirmDialog(t("admin.remove.title", { email: user.email }), t("admin.remove.text"), t("delete"), async () => {
      await call("DELETE", `admin/users/${user.id}`);
      users = users.filter((each) => each !== user);
      show();
    });
  }

  /** @param {any} user */
  const row = (user) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("bdi", {}, user.email)),
      element("td", {}, roleSelect(user)),
      element("td", { class: "number" }, number(user.documents)),
      element("td", { class: "number" }, number(user.tests)),
      element(
        "td",
        {},
        button(t("admin.setPassword"), () => askForPassword(user), { class: "plain", "aria-description": user.email }),
        button(t("admin.resetLink"), () => attempt(problem, () => makeResetLink(user)), { class: "plain", "aria-description": user.email }),
        user.id === session.user?.id ? null : button(t("remove"), () => remove(user), { class: "plain", "aria-description": user.email }),
      ),
    );

  const show = () => fill(rows, ...users.map(row));
  show();
  const head = ["email", "role", "documents", "tests", "actions"].map((each) => element("th", { scope: "col" }, t(`admin.column.${each}`)));
  return element(
    "section",
    { class: "panel" },
    element("h2", {}, t("admin.users")),
    element("p", { class: "quiet" }, t(`registration.${session.server.registration}`)),
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("admin.users") }, element("table", {}, element("thead", {}, element("tr", {}, ...head)), rows)),
    problem,
    element("div", { class: "actions" }, button(t("admin.addUser"), () => askForUser((user) => (users.push(user), show()))), invitations.invite),
    invitations.open,
  );
}
