// What a test is to be like, and what it will cost.

import { ApiError, call } from "./api.js";
import { element, field, fill, radios } from "./dom.js";
import { money, t } from "./i18n.js";
import { attempt, errorPlace, sentenceOf } from "./notice.js";
import { session } from "./session.js";
import { pagesOf } from "./words.js";

/** @param {HTMLFormElement} form @param {string} documentId */
function orderOf(form, documentId) {
  const data = new FormData(form);
  /** @param {string} name */
  const text = (name) => String(data.get(name) ?? "").trim() || null;
  return {
    document_id: documentId,
    num_questions: Number(data.get("questions")),
    difficulty: data.get("difficulty"),
    focus: text("focus"),
    pages: plainPages(text("pages") ?? "") || null,
    language: text("language"),
  };
}

/** "३–५" becomes "3-5". @param {string} pages */
function plainPages(pages) {
  const digits = pages.replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
  return digits.replace(/[\u2010-\u2015\u2212]/g, "-");
}

/**
 * What is wrong with "3, 12-30", as the server would say it; empty: nothing.
 * @param {string} wanted
 * @param {any} doc
 */
function pagesProblem(wanted, doc) {
  if (!wanted.trim()) return "";
  for (const range of plainPages(wanted).split(",")) {
    const [, first, last = first] = range.match(/^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/) ?? [];
    if (!first || Number(first) < 1 || Number(first) > Number(last)) return t("order.pages.form");
    if (Number(last) > doc.page_count) return t("order.pages.most", { count: doc.page_count, pages: pagesOf(doc) });
  }
  return "";
}

/** @param {any} estimate */
function estimateSentence(estimate) {
  if (session.server.offline) return t("order.offline");
  const cost = estimate.estimated_cost_usd;
  const values = { count: estimate.calls, model: estimate.model, cost: cost === null ? "" : money(cost) };
  return t(cost === null ? "order.calls" : "order.cost", values);
}

/** The languages that can be asked for: the server takes their English names. */
function languageSelect() {
  const english = new Intl.DisplayNames("en", { type: "language" });
  const shown = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });
  const options = session.server.languages.map((code) => element("option", { value: english.of(code) }, shown.of(code)));
  return element("select", { name: "language" }, element("option", { value: "" }, t("order.language.own")), ...options);
}

/** @param {any} doc @param {AbortSignal} signal */
export function orderForm(doc, signal) {
  const questions = element("input", { type: "number", name: "questions", min: 1, max: 20, required: true, value: doc.target_questions ?? 15 });
  const focus = element("input", { type: "text", name: "focus", maxlength: 200, dir: "auto" });
  const pages = element("input", { type: "text", name: "pages", inputmode: "text", placeholder: doc.page_count > 1 ? `1-${doc.page_count}` : "1" });
  const language = languageSelect();
  const problem = errorPlace();
  const expected = element("p", { class: "quiet expected", "aria-live": "polite" });
  const send = element("button", { class: "primary" }, t("order.make"));
  const form = element(
    "form",
    { class: "panel", onsubmit: submit, oninput: () => (clearTimeout(timer), pages.setCustomValidity(""), (timer = window.setTimeout(estimate, 400))) },
    element("h2", {}, t("order.title")),
    element(
      "div",
      { class: "fields" },
      field(t("order.questions"), questions, t("order.questions.hint")),
      radios(t("order.difficulty"), "difficulty", ["EASY", "MEDIUM", "HARD"].map((each) => [each, t(`difficulty.${each.toLowerCase()}`)]), "MEDIUM"),
      field(t("order.focus"), focus, t("order.focus.hint")),
      field(t("order.pages"), pages, t(doc.page_name === "minute" ? "order.pages.minutes" : "order.pages.hint")),
      field(t("order.language"), language),
    ),
    expected,
    problem,
    element("div", { class: "actions" }, send),
  );
  let timer = 0;

  async function estimate() {
    const wrong = pagesProblem(pages.value, doc);
    pages.setCustomValidity(wrong);
    if (!form.checkValidity() || signal.aborted) return fill(expected, wrong);
    try {
      const { data } = await call("POST", "tests/estimate", { body: orderOf(form, doc.id), signal });
      fill(expected, estimateSentence(data));
    } catch (error) {
      if (!signal.aborted) fill(expected, error instanceof ApiError && error.status === 400 ? sentenceOf(error) : "");
    }
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    await attempt(problem, async () => {
      const wrong = pagesProblem(pages.value, doc);
      if (wrong) throw new Error(wrong);
      const { data } = await call("POST", "tests/generate", { body: orderOf(form, doc.id) });
      location.hash = `#/tests/${data.id}`;
    }, send);
  }

  estimate();
  return form;
}
