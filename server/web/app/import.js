// Questions out of a file of another program become a test.

import { upload } from "./api.js";
import { openDialog } from "./dialog.js";
import { element, fill, newId, own } from "./dom.js";
import { t } from "./i18n.js";
import { attempt } from "./notice.js";
import { said } from "./said.js";

/** What of the file was left out, and why. @param {any} test */
function tellLeftOut(test) {
  const items = test.left_out.map((/** @type {any} */ each) => {
    const line = each.line ? ` (${t("import.line", { line: each.line })})` : "";
    return element("li", {}, own(said(each.name)), `${line}: `, own(said(each.reason)));
  });
  openDialog(t("import.leftOut", { count: items.length }), () => [
    element("ul", {}, ...items),
    element("div", { class: "actions" }, element("a", { class: "button primary", href: `#/tests/${test.id}` }, t("import.show"))),
  ]);
}

/** A button that picks a file. @param {HTMLElement} problem */
export function importButton(problem) {
  const id = newId();
  const input = element("input", { id, type: "file", class: "file", accept: ".json,.gift,.xml,.zip,.txt,.csv,.docx" });
  const label = element("label", { for: id, class: "button" }, t("import"));
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    await attempt(problem, async () => {
      fill(problem, element("p", { class: "quiet" }, t("upload.sending")));
      const test = await upload("tests/import", file, () => {});
      fill(problem);
      if (test.left_out.length > 0) tellLeftOut(test);
      else location.hash = `#/tests/${test.id}`;
    });
    input.value = "";
  });
  return element("span", {}, input, label);
}
