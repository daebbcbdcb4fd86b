// A new test of the questions of others: pick, order, save.

import { call, get, getAll } from "./api.js";
import { button, element, field, fill, own } from "./dom.js";
import { keepDraft, readDraft } from "./drafts.js";
import { rich } from "./formula.js";
import { number, t } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";
import { madeWhen } from "./words.js";

/** @typedef {{ title: string, picked: { test: string, id: string }[] }} Draft */

/** The questions that were picked before a reload, as far as they are still there. @param {Draft} draft @param {AbortSignal} signal */
async function pickedBefore({ picked }, signal) {
  const ids = [...new Set(picked.map(({ test }) => test))];
  const tests = await Promise.all(ids.map((id) => get(`tests/${id}`, signal).catch(() => ({ questions: [] }))));
  const all = tests.flatMap(({ questions }) => questions);
  return picked.map(({ id }) => all.find((each) => each.id === id)).filter(Boolean);
}

/** @param {import("./main.js").View} view */
export async function composeView(view) {
  const tests = (await getAll("tests", view.signal)).filter((test) => test.questions_generated > 0);
  /** @type {Draft} */
  const draft = readDraft("tests", "composed") ?? { title: "", picked: [] };
  let chosen = await pickedBefore(draft, view.signal);
  const list = element("ol", { class: "uploads" });
  const count = element("h2", { "aria-live": "polite" });
  const title = element("input", { type: "text", required: true, maxlength: 300, dir: "auto", value: draft.title, oninput: remember });
  const problem = errorPlace();
  const save = element("button", { class: "primary" }, t("compose.save"));
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();

  /** @param {number} index @param {number} by */
  function move(index, by) {
    const [question] = chosen.splice(index, 1);
    chosen.splice(index + by, 0, question);
    remember();
    show();
    const row = list.children[index + by];
    /** @type {HTMLButtonElement | null} */ (row.querySelector(`button[data-by="${by}"]:enabled`) ?? row.querySelector("button:enabled"))?.focus();
  }

  /** @param {any} question @param {boolean} wanted */
  function choose(question, wanted) {
    chosen = chosen.filter((each) => each.id !== question.id);
    if (wanted) chosen.push(question);
    const box = boxes.get(question.id);
    if (box) box.checked = wanted;
    remember();
    show();
  }

  function remember() {
    const picked = chosen.map(({ id, generated_test_id: test }) => ({ test, id }));
    keepDraft("tests", "composed", picked.length > 0 || title.value ? { title: title.value, picked } : null);
  }

  function show() {
    fill(count, t("compose.chosen", { count: chosen.length }));
    save.disabled = chosen.length === 0;
    fill(
      list,
      ...chosen.map((question, i) => {
        const id = `chosen-${question.id}`;
        return element(
          "li",
          { class: "row" },
          element("span", { class: "quiet" }, number(i + 1)),
          element("span", { class: "title", id, dir: "auto" }, rich(question.question)),
          element(
            "span",
            { class: "moves" },
            button("↑", () => move(i, -1), { "aria-label": t("moveUp"), "aria-describedby": id, "data-by": -1, disabled: i === 0 }),
            button("↓", () => move(i, 1), { "aria-label": t("moveDown"), "aria-describedby": id, "data-by": 1, disabled: i === chosen.length - 1 }),
            button(t("remove"), () => choose(question, false), { class: "plain", "aria-describedby": id }),
          ),
        );
      }),
    );
  }

  /** @param {any} test */
  function source(test) {
    const inside = element("div", {});
    const failed = errorPlace();
    const details = element("details", {});
    details.addEventListener("toggle", () => details.open && !inside.hasChildNodes() && attempt(failed, load));
    async function load() {
      const { questions } = await get(`tests/${test.id}`, view.signal);
      const all = button(t("compose.all"), () => questions.forEach((/** @type {any} */ each) => chosen.some((one) => one.id === each.id) || choose(each, true)));
      fill(inside, all, ...questions.map(choice));
    }
    fill(
      details,
      element("summary", {}, own(test.title ?? t("untitled")), " · ", t("test.questions", { count: test.questions_generated }), " ", element("span", { class: "quiet facts" }, madeWhen(test))),
      failed,
      inside,
    );
    return details;
  }

  /** @param {any} question */
  function choice(question) {
    const box = element("input", { type: "checkbox", checked: chosen.some((each) => each.id === question.id) });
    box.addEventListener("change", () => choose(question, box.checked));
    boxes.set(question.id, box);
    return element("label", { class: "choice block" }, box, element("span", { dir: "auto" }, rich(question.question)));
  }

  const form = element(
    "form",
    {
      class: "panel",
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        await attempt(problem, async () => {
          const { data } = await call("POST", "tests", { body: { title: title.value, question_ids: chosen.map((each) => each.id) } });
          keepDraft("tests", "composed", null);
          location.hash = `#/tests/${data.id}`;
        }, save);
      },
    },
    count,
    list,
    field(t("compose.title"), title),
    problem,
    element("div", { class: "actions" }, save),
  );
  show();
  view.show(t("compose.open"), element("p", { class: "lead" }, t("compose.lead")), tests.length === 0 ? element("p", { class: "empty" }, t("tests.empty")) : null, ...tests.map(source), form);
}
