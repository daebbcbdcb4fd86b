// A test on paper, with or without its key.

import { get } from "./api.js";
import { button, element } from "./dom.js";
import { rich } from "./formula.js";
import { t } from "./i18n.js";
import { explanationOf, optionList } from "./question_text.js";

/** @param {import("./main.js").View} view */
export async function printView(view) {
  const id = view.values[0];
  const withKey = view.query.get("key") === "yes";
  const test = await get(`tests/${id}`, view.signal);
  const questions = test.questions.map((/** @type {any} */ question, /** @type {number} */ index) =>
    element(
      "li",
      { class: "printed", value: index + 1 },
      element("p", { class: "stem", dir: "auto" }, rich(question.question)),
      optionList(question, { showKey: withKey }),
      withKey ? explanationOf(question) : null,
    ),
  );
  const key = element("input", { type: "checkbox", checked: withKey });
  key.addEventListener("change", () => (location.hash = `#/tests/${id}/print${key.checked ? "?key=yes" : ""}`));
  view.show(
    test.title ?? t("untitled"),
    element(
      "div",
      { class: "actions no-print" },
      button(t("print"), () => print(), { class: "primary" }),
      element("label", { class: "choice" }, key, t("print.key")),
      element("a", { class: "button", href: `#/tests/${id}` }, t("result.back")),
    ),
    element("p", { class: "only-print" }, t("print.name")),
    element("ol", { class: "paper" }, ...questions),
  );
}
