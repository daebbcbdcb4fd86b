// What the server's owner looks after.

import { getAll } from "./api.js";
import { healthSection } from "./admin_health.js";
import { topicsSection } from "./admin_topics.js";
import { usageSection } from "./admin_usage.js";
import { usersSection } from "./admin_users.js";
import { t } from "./i18n.js";

/** @param {import("./main.js").View} view */
export async function adminView(view) {
  const [users, topics] = await Promise.all([getAll("admin/users", view.signal), getAll("topics", view.signal)]);
  const usage = await usageSection(users, view.signal);
  const health = await healthSection(view.signal);
  view.show(t("nav.admin"), health, usersSection(users), usage, topicsSection(topics));
}
