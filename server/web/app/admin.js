// What the server's owner looks after.

import { getAll } from "./api.js";
import { healthSection } from "./admin_health.js";
import { invitationsOf } from "./admin_invitations.js";
import { topicsSection } from "./admin_topics.js";
import { usageSection } from "./admin_usage.js";
import { usersSection } from "./admin_users.js";
import { t } from "./i18n.js";

/** @param {import("./main.js").View} view */
export async function adminView(view) {
  const lists = ["admin/users", "admin/invitations", "topics"];
  const [users, invitations, topics] = await Promise.all(lists.map((list) => getAll(list, view.signal)));
  const usage = await usageSection(users, view.signal);
  view.show(t("nav.admin"), healthSection(view.signal), usersSection(users, invitationsOf(invitations)), usage, topicsSection(topics));
}
