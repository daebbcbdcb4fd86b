// Pasted text becomes a document. Until then it stays, whatever closes the dialog but "Cancel".

import { call } from "./api.js";
import { openDialog } from "./dialog.js";
import { button, element, field } from "./dom.js";
import { keepDraft, readDraft } from "./drafts.js";
import { t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";

/** @param {() => unknown} onadded */
export function openPaste(onadded) {
  const draft = readDraft("documents", "paste");
  const title = element("input", { type: "text", required: true, maxlength: 300, dir: "auto", value: draft?.title });
  const text = element("textarea", { rows: 12, required: true, dir: "auto" }, draft?.text);
  const forget = () => keepDraft("documents", "paste", null);
  const problem = errorPlace();
  const send = element("button", { class: "primary" }, t("paste.add"));
  openDialog(t("paste"), (close) => [
    element(
      "form",
      {
        oninput: () => keepDraft("documents", "paste", { title: title.value, text: text.value }),
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          const body = { title: title.value, text: text.value };
          if (!(await attempt(problem, () => call("POST", "documents", { body }), send))) return;
          forget();
          close();
          onadded();
        },
      },
      field(t("paste.title"), title),
      field(t("paste.text"), text),
      problem,
      element("div", { class: "actions" }, send, button(t("cancel"), () => (forget(), close()))),
    ),
  ]);
}
