// The title of a test, and another one for it.

import { call } from "./api.js";
import { element } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, errorPlace, tell } from "./notice.js";
import { changeTest, isOutdated } from "./unchanged.js";

/** @param {any} test */
export function renameForm(test) {
  const title = element("input", { type: "text", value: test.title ?? "", maxlength: 300, required: true, dir: "auto", "aria-label": t("test.title") });
  const problem = errorPlace();
  const save = element("button", {}, t("save"));
  const path = `tests/${test.id}`;

  /** @param {any} now */
  function show(now) {
    test.title = now.title;
    const heading = document.querySelector("h1");
    if (heading) heading.textContent = now.title ?? t("untitled");
  }

  async function send() {
    try {
      const { data } = await changeTest(test.id, (now) => now.title === test.title, path, { title: title.value });
      show(data);
    } catch (error) {
      if (!isOutdated(error)) throw error;
      show((await call("GET", path)).data);
      throw new Error(t("test.renamed", { title: test.title ?? t("untitled") }));
    }
  }

  return element(
    "details",
    {},
    element("summary", {}, t("test.rename")),
    element(
      "form",
      {
        class: "inline",
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          if (await attempt(problem, send, save)) tell(t("saved"));
        },
      },
      title,
      save,
      problem,
    ),
  );
}
