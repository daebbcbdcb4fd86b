// Taking a test oneself: one question at a time or all on a page.

import { answerQueue } from "./answers.js";
import { call, get } from "./api.js";
import { addressOf, beginAttempt, openAttempt } from "./attempts.js";
import { confirmDialog } from "./dialog.js";
import { button, element, fill, newId } from "./dom.js";
import { rich } from "./formula.js";
import { keep, moment, read, t } from "./i18n.js";
import { attempt as tryTo, errorPlace } from "./notice.js";

/** @typedef {import("./main.js").View} View */

/** @param {any} question @param {string | undefined} chosen @param {(letter: string) => void} choose */
function choiceGroup(question, chosen, choose) {
  const id = newId();
  const name = newId();
  const options = Object.entries(question.options).map(([letter, text]) =>
    element(
      "label",
      { class: "answer" },
      element("input", { type: "radio", name, value: letter, checked: chosen === letter, onchange: () => choose(letter) }),
      element("span", { class: "letter", "aria-hidden": "true", dir: "ltr" }, letter),
      element("span", { class: "option-text" }, rich(String(text))),
    ),
  );
  return element("div", { role: "radiogroup", "aria-labelledby": id }, element("p", { class: "stem", dir: "auto", id }, rich(question.question)), element("div", { dir: "auto" }, ...options));
}

/** That it goes on where it was left, and a way to leave that alone. @param {any} test @param {any} running */
function resumedNote(test, running) {
  const anew = async () => {
    await beginAttempt(test.id);
    dispatchEvent(new Event("examwright:route"));
  };
  const ask = () => confirmDialog(t("take.anew"), t("take.anew.text"), t("take.anew"), anew);
  return element("p", {}, t("take.resumed", { time: moment(running.started_at) }), " ", button(t("take.anew"), ask, { class: "plain" }));
}

/** @param {View} view */
export async function takeView(view) {
  const testId = view.values[0];
  const test = await get(`tests/${testId}`, view.signal);
  const { running, resumed } = await openAttempt(test, view.signal);
  const questions = test.questions.filter((/** @type {any} */ each) => running.question_ids.includes(each.id));
  const state = element("p", { class: "quiet", "aria-live": "polite" });
  const queue = answerQueue(running.id, (sentence) => fill(state, sentence), view.signal);
  /** @type {Record<string, string>} */
  const answers = { ...running.answers, ...queue.pending };
  const area = element("div", { class: "panel" });
  const left = element("p", { class: "quiet", "aria-live": "polite" });
  const problem = errorPlace();
  let all = read("take:all") === "yes";
  let at = Math.max(0, questions.findIndex((/** @type {any} */ each) => !(each.id in answers)));

  const finish = button(t("finish"), () => tryTo(problem, end, finish));
  const back = button(t("previous"), () => go(at - 1));
  const on = button(t("next"), () => go(at + 1));
  const layout = button("", () => {
    all = !all;
    keep("take:all", all ? "yes" : null);
    show();
  }, { class: "plain" });

  async function end() {
    await queue.settle();
    if (view.signal.aborted) return;
    await call("POST", `attempts/${running.id}/finish`);
    // In the place of this view: the way back from the result leads to the test, and not into a new attempt.
    location.replace(addressOf(running));
  }

  /** @param {any} question */
  const group = (question) =>
    choiceGroup(question, answers[question.id], (letter) => {
      answers[question.id] = letter;
      queue.put(question.id, letter);
      showLeft();
    });

  function showLeft() {
    const count = questions.filter((/** @type {any} */ each) => !(each.id in answers)).length;
    fill(left, count > 0 ? t("take.left", { count }) : t("take.none"));
  }

  /** @param {number} to */
  function go(to) {
    at = to;
    show();
    area.querySelector("h2")?.focus();
  }

  function show() {
    const shown = all ? questions : questions.slice(at, at + 1);
    fill(
      area,
      ...shown.flatMap((/** @type {any} */ question) => [
        element("h2", { tabindex: "-1" }, t("take.number", { number: questions.indexOf(question) + 1, count: questions.length })),
        group(question),
      ]),
    );
    back.hidden = on.hidden = all;
    back.disabled = at === 0;
    on.disabled = at >= questions.length - 1;
    const last = all || on.disabled;
    on.classList.toggle("primary", !last);
    finish.classList.toggle("primary", last);
    fill(layout, t(all ? "take.single" : "take.all"));
    showLeft();
  }

  show();
  const part = questions.length < test.questions.length ? element("p", { class: "quiet" }, t("take.part", { count: questions.length, total: test.questions.length })) : null;
  view.show(test.title ?? t("untitled"), resumed ? resumedNote(test, running) : null, part, area, element("div", { class: "actions" }, back, on, finish, layout), problem, left, state);
}
