// A question being written. It survives a reload until it is saved or given up.

import { ApiError, call } from "./api.js";
import { button, element, field, fill, newId } from "./dom.js";
import { keepDraft, readDraft } from "./drafts.js";
import { t } from "./i18n.js";
import { attempt, errorPlace, tell } from "./notice.js";
import { optionsInstead } from "./question_text.js";

const letters = "ABCDEFGHIJ";
const blank = { question: "", options: { A: "", B: "", C: "", D: "" }, correct_option: "A", explanation: "", difficulty: "medium", topic_id: null };

/** @param {string} testId @param {string} questionId */
export function hasDraft(testId, questionId) {
  return readDraft(testId, questionId) !== null;
}

/** @param {string} text @param {number} rows @param {boolean} required */
function textArea(text, rows, required) {
  return element("textarea", { rows, required, dir: "auto" }, text);
}

/** @param {any} chosen @param {[string, string][]} choices */
function select(chosen, choices) {
  return element("select", {}, ...choices.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
}

/** The options, of which there can be two to ten. @param {any} start */
function optionEditor(start) {
  const group = newId();
  const rows = element("div", { class: "option-rows" });
  /** @type {HTMLInputElement[]} */
  let texts = [];
  const add = button(t("form.addOption"), () => set([...values(), ""], chosen()));
  const values = () => texts.map((input) => input.value);
  const chosen = () => /** @type {HTMLInputElement | null} */ (rows.querySelector("input:checked"))?.value ?? "A";

  /** @param {string[]} options @param {string} right */
  function set(options, right) {
    texts = options.map((text, i) => element("input", { type: "text", value: text, required: true, dir: "auto", "aria-label": t("form.option", { letter: letters[i] }) }));
    fill(
      rows,
      ...texts.map((input, i) =>
        element(
          "div",
          { class: "option-row" },
          element("input", { type: "radio", name: group, value: letters[i], checked: letters[i] === right, "aria-label": t("form.right", { letter: letters[i] }) }),
          element("span", { class: "letter", "aria-hidden": "true" }, letters[i]),
          input,
          options.length > 2 && i === options.length - 1
            ? button("×", () => (set(values().slice(0, -1), chosen() === letters[i] ? "A" : chosen()), rows.dispatchEvent(new Event("input", { bubbles: true }))), {
                class: "plain close",
                "aria-label": t("form.removeOption", { letter: letters[i] }),
              })
            : null,
        ),
      ),
    );
    add.hidden = options.length >= letters.length;
  }

  set(Object.values(start.options), start.correct_option);
  return {
    node: element("fieldset", {}, element("legend", {}, t("form.options")), rows, add),
    value: () => ({ options: Object.fromEntries(values().map((text, i) => [letters[i], text])), correct_option: chosen() }),
  };
}

/**
 * @param {{ testId: string, question: any, etag?: string | null, topics: any[], saved: (question: any) => void,
 *   cancelled: () => void }} parts question: null for a new one
 */
export function questionForm({ testId, question, etag = null, topics, saved, cancelled }) {
  const id = question?.id ?? "new";
  const draft = readDraft(testId, id);
  const start = draft?.content ?? question ?? blank;
  let tag = draft ? draft.etag : etag;
  const stem = textArea(start.question, 3, true);
  const options = optionEditor(start);
  const explanation = textArea(start.explanation, 3, false);
  const level = select(start.difficulty, ["easy", "medium", "hard"].map((each) => [each, t(`difficulty.${each}`)]));
  const topic = select(start.topic_id ?? topics.find((each) => each.slug === "general")?.id, topics.map((each) => [each.id, each.name]));
  const problem = errorPlace();
  const save = element("button", { class: "primary" }, t("save"));
  const content = () => ({ question: stem.value, ...options.value(), explanation: explanation.value, difficulty: level.value, topic_id: topic.value });

  const end = () => keepDraft(testId, id, null);

  async function send() {
    const written = content();
    const body = { ...written, options: optionsInstead(written.options, question?.options) };
    const path = `tests/${testId}/questions`;
    const { data } = question ? await call("PATCH", `${path}/${id}`, { body, ifMatch: tag }) : await call("POST", path, { body });
    end();
    tell(t("saved"));
    saved(data);
  }

  /** Somebody was faster: their question is shown, and the next save decides for ours. */
  async function showOther() {
    const { data, etag: newest } = await call("GET", `tests/${testId}/questions/${id}`);
    tag = newest;
    fill(
      problem,
      element("p", {}, t("form.changed")),
      element("p", { class: "stem", dir: "auto" }, data.question),
      button(t("form.takeOther"), () => (end(), saved(data))),
    );
  }

  return element(
    "form",
    {
      class: "question-form",
      oninput: () => keepDraft(testId, id, { content: content(), etag: tag }),
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        let beaten = false;
        await attempt(problem, () => send().catch((error) => {
          beaten = error instanceof ApiError && error.status === 412;
          throw error;
        }), save);
        if (beaten) await showOther().catch(() => {});
      },
    },
    draft ? element("p", { class: "hint" }, t("form.draft")) : null,
    field(t("form.question"), stem),
    options.node,
    field(t("form.explanation"), explanation),
    element("div", { class: "fields" }, field(t("order.difficulty"), level), field(t("form.topic"), topic)),
    problem,
    element("div", { class: "actions" }, save, button(t("cancel"), () => (end(), cancelled()))),
  );
}
