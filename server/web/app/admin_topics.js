// The list of topics that questions are sorted under.

import { call } from "./api.js";
import { button, element, field, fill } from "./dom.js";
import { focusRow } from "./focus.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";

/** "Plant biology" becomes "plant-biology". @param {string} name */
function slugOf(name) {
  const slug = name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64);
  return slug || `topic-${Date.now().toString(36)}`;
}

/** @param {any[]} topics */
export function topicsSection(topics) {
  const list = element("ul", { class: "rows" });
  const problem = errorPlace();
  const name = element("input", { type: "text", required: true, maxlength: 128, dir: "auto" });
  const add = element("button", {}, t("topics.add"));

  function show() {
    fill(
      list,
      ...topics.map((topic) =>
        element(
          "li",
          { class: "row" },
          element("span", { class: "title" }, element("bdi", {}, topic.name)),
          topic.slug === "general" ? null : button(t("remove"), () => remove(topic), { class: "plain", "aria-description": topic.name }),
        ),
      ),
    );
  }

  /** @param {any} topic */
  function remove(topic) {
    attempt(problem, async () => {
      await call("DELETE", `topics/${topic.id}`);
      const index = topics.indexOf(topic);
      topics = topics.filter((each) => each !== topic);
      show();
      focusRow(list, index);
    });
  }

  show();
  return element(
    "section",
    { class: "panel" },
    element("h2", {}, t("topics.title")),
    list,
    element(
      "form",
      {
        class: "inline end",
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          await attempt(problem, async () => {
            topics.push((await call("POST", "topics", { body: { slug: slugOf(name.value), name: name.value } })).data);
            name.value = "";
            show();
          }, add);
        },
      },
      field(t("topics.name"), name),
      add,
    ),
    problem,
  );
}
