// One question under review, with what can be done to it.

import { call } from "./api.js";
import { button, element, fill, isOff, newId, own } from "./dom.js";
import { rich } from "./formula.js";
import { percent, t, told } from "./i18n.js";
import { attempt, errorPlace } from "./notice.js";
import { hasDraft, questionForm } from "./question_form.js";
import { explanationOf, optionList, sayTheSame } from "./question_text.js";
import { sourceOf } from "./source.js";
import { isGone, isOutdated, Outdated } from "./unchanged.js";

/** @param {any} question @param {any[]} topics */
function aboutLine(question, topics) {
  const facts = [t(`difficulty.${question.difficulty}`)];
  const topic = topics.find((each) => each.id === question.topic_id);
  if (topic) facts.push(topic.name);
  if (question.quality_score !== null) facts.push(t("question.quality", { percent: percent(question.quality_score) }));
  return element("p", { class: "quiet facts" }, facts.join(" · "));
}

/** What the second reading and the checks remark. @param {any} question */
function remarks(question) {
  const flaws = (question.flaws ?? []).map((/** @type {any} */ each) =>
    element("li", {}, told(`flaw.${each.flaw}`, String(each.flaw).replaceAll("_", " ")), each.at ? [" ", own(`“${each.at}”`)] : null),
  );
  const remark = question.validation_result && question.validation_result !== "valid" ? element("li", { dir: "auto" }, question.validation_result) : null;
  if (flaws.length === 0 && !remark) return null;
  return element("div", { class: "remarks" }, element("p", { class: "label" }, t("question.remarks")), element("ul", {}, remark, ...flaws));
}

/**
 * @param {{ test: any, topics: any[], documents: import("./source.js").Documents, question: any,
 *   actions: { move: (card: any, by: number) => unknown, remove: (card: any, etag: string | null) => unknown,
 *     replace: (card: any, etag: string | null) => unknown, outdated: (card: any) => unknown } }} parts
 */
export function questionCard({ test, topics, documents, question, actions }) {
  const headingId = newId();
  const heading = element("h2", { id: headingId, tabindex: "-1" });
  const body = element("div", {});
  const before = element("div", {});
  const problem = errorPlace();
  const node = element("article", { class: "question", "aria-labelledby": headingId });
  const edit = button(t("edit"), () => work(edit, openForm));
  const replace = button(t("replace"), () => work(replace, async () => actions.replace(card, await tagOfShown())));
  const remove = button(t("delete"), () => work(remove, async () => actions.remove(card, await tagOfShown())));
  const up = button("↑", () => actions.move(card, -1), { "aria-label": t("moveUp") });
  const down = button("↓", () => actions.move(card, 1), { "aria-label": t("moveDown") });
  const tools = element("div", { class: "actions tools" }, edit, replace, remove, element("span", { class: "moves" }, up, down));

  const card = {
    node,
    id: () => question.id,
    question: () => question,
    tagOfShown,
    focus: () => heading.focus(),
    /** @param {number} index @param {number} count */
    place(index, count) {
      fill(heading, t("question.number", { number: index + 1 }));
      up.disabled = index === 0;
      down.disabled = index === count - 1;
      up.title = t("question.to", { from: index + 1, to: index });
      down.title = t("question.to", { from: index + 1, to: index + 2 });
    },
    /** @param {number} by */
    focusMove(by) {
      const [wanted, other] = by < 0 ? [up, down] : [down, up];
      (wanted.disabled ? other : wanted).focus();
    },
    /** The old question beside the new one. @param {any} old @param {() => unknown} undo */
    showBefore(old, undo) {
      const keepNew = () => (fill(before), node.classList.remove("replaced"), heading.focus());
      node.classList.add("replaced");
      fill(
        before,
        element(
          "section",
          { class: "before", "aria-label": t("question.before") },
          element("p", { class: "label" }, t("question.before")),
          element("p", { class: "stem", dir: "auto" }, rich(old.question)),
          optionList(old),
          element("div", { class: "actions" }, button(t("undo"), undo), button(t("question.keepNew"), keepNew)),
        ),
      );
    },
  };

  /** @param {HTMLButtonElement} trigger @param {() => unknown} what */
  async function work(trigger, what) {
    if (isOff(trigger)) return;
    node.setAttribute("aria-busy", "true");
    const busy = element("p", { class: "quiet" }, t("question.replacing"), " ", element("progress", { "aria-label": t("question.replacing") }));
    const place = element("div", {});
    fill(problem, trigger === replace && busy, place);
    await attempt(place, () => withCurrent(what), trigger);
    busy.remove();
    node.removeAttribute("aria-busy");
  }

  /** Does something with the question, unless the test has another one or none in its place by now. @param {() => unknown} what */
  async function withCurrent(what) {
    try {
      await what();
    } catch (error) {
      if (!isGone(error) && !isOutdated(error)) throw error;
      await actions.outdated(card);
    }
  }

  async function stored() {
    try {
      return await call("GET", `tests/${test.id}/questions/${question.id}`);
    } catch (error) {
      throw isGone(error) ? new Outdated() : error;
    }
  }

  /** The ETag, if the question is still as it is shown here; else it is shown anew, and nothing is done to it. */
  async function tagOfShown() {
    const { data, etag } = await stored();
    const same = sayTheSame(data, question);
    question = data;
    if (same) return etag;
    showQuestion();
    throw new Error(t("question.changed"));
  }

  function showQuestion() {
    node.classList.remove("editing");
    tools.hidden = false;
    fill(body, element("p", { class: "stem", dir: "auto" }, rich(question.question)), optionList(question), explanationOf(question), sourceLine(), remarks(question), aboutLine(question, topics));
  }

  function sourceLine() {
    return question.source_quote ? sourceOf(question, documents) : element("p", { class: "quiet source" }, t("question.noSource"));
  }

  async function openForm() {
    const { data, etag } = await stored();
    question = data;
    showForm(etag, true);
  }

  /** @param {string | null} etag @param {boolean} focus */
  function showForm(etag, focus) {
    node.classList.add("editing");
    tools.hidden = true;
    const end = () => (showQuestion(), edit.focus());
    const form = questionForm({
      testId: test.id,
      question,
      etag,
      topics,
      saved: (changed) => ((question = { ...question, ...changed }), end()),
      cancelled: end,
    });
    fill(body, form);
    if (focus) form.querySelector("textarea")?.focus();
  }

  fill(node, heading, before, body, problem, tools);
  if (hasDraft(test.id, question.id)) showForm(null, false);
  else showQuestion();
  return card;
}
