// People who were sent a link to make their own account, and did not use it yet.

import { call } from "./api.js";
import { formDialog, showLink } from "./dialog.js";
import { button, element, field, own } from "./dom.js";
import { refill } from "./focus.js";
import { moment, t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";

/** @param {(invitation: any) => void} added */
function askWhom(added) {
  const email = element("input", { type: "email", autocomplete: "off", required: true });
  formDialog(t("invite"), t("invite.make"), [field(t("email"), email, t("invite.hint"))], async () => {
    const { data } = await call("POST", "admin/invitations", { body: { email: email.value } });
    added(data);
    showLink(data.email, t("invite.give", { time: moment(data.expires_at) }), data.link);
  });
}

/** The button that invites, and the list of who has not come yet. @param {any[]} invitations */
export function invitationsOf(invitations) {
  const list = element("ul", { class: "rows" });
  const problem = errorPlace();

  /** @param {any} invitation */
  const row = (invitation) =>
    element(
      "li",
      { class: "row" },
      element("span", { class: "title" }, own(invitation.email)),
      element("span", { class: "quiet" }, t("invite.until", { time: moment(invitation.expires_at) })),
      button(t("invite.revoke"), () => revoke(invitation), { class: "plain", "aria-description": invitation.email }),
    );

  /** @param {any} invitation */
  function revoke(invitation) {
    attempt(problem, async () => {
      await call("DELETE", `admin/invitations/${invitation.id}`);
      invitations = invitations.filter((each) => each !== invitation);
      show();
    });
  }

  /** A new one takes the place of that for the same e-mail. @param {any} invitation */
  function add(invitation) {
    invitations = [invitation, ...invitations.filter((each) => each.email !== invitation.email)];
    show();
  }

  function show() {
    refill(list, invitations.map(row));
    list.hidden = invitations.length === 0;
  }

  show();
  return { invite: button(t("invite"), () => askWhom(add)), open: element("div", {}, list, problem) };
}
