// The list of all tests.

import { getAll } from "./api.js";
import { element, own } from "./dom.js";
import { refill } from "./focus.js";
import { t } from "./i18n.js";
import { importButton } from "./import.js";
import { errorPlace } from "./notice.js";
import { poll } from "./polling.js";
import { isGenerated, isUnfinished, madeWhen, testState } from "./words.js";

/** @param {any} test */
export function testRow(test) {
  const kind = isUnfinished(test) ? "busy" : test.questions_generated > 0 ? "good" : "bad";
  const level = isGenerated(test) ? ` · ${t(`difficulty.${test.difficulty}`)}` : "";
  return element(
    "li",
    { class: "row" },
    element("a", { href: `#/tests/${test.id}`, class: "title" }, own(test.title ?? t("untitled"))),
    element("span", { class: `state ${kind}` }, testState(test)),
    element("span", { class: "quiet facts" }, madeWhen(test), level),
  );
}

/** @param {import("./main.js").View} view */
export async function testsView(view) {
  let tests = await getAll("tests", view.signal);
  const list = element("ul", { class: "rows" }, ...tests.map(testRow));
  const problem = errorPlace();
  view.show(
    t("nav.tests"),
    element("div", { class: "actions" }, element("a", { class: "button", href: "#/tests/new" }, t("compose.open")), importButton(problem)),
    element("p", { class: "hint" }, t("import.hint")),
    problem,
    tests.length === 0 ? element("p", { class: "empty" }, t("tests.empty")) : null,
    list,
  );
  if (!tests.some(isUnfinished)) return;
  await poll(
    async () => {
      tests = await getAll("tests", view.signal).catch(() => tests);
      refill(list, tests.map(testRow));
      return tests.some(isUnfinished);
    },
    2000,
    view.signal,
  );
}
