// The parts of a question as they are read: stem, options with the right one marked, explanation, source.

import { element } from "./dom.js";
import { rich } from "./formula.js";
import { t } from "./i18n.js";

/**
 * The options as a list; the right one is marked by sign and word unless `showKey` is false.
 * @param {any} question
 * @param {{ showKey?: boolean, chosen?: string | null }} [options]
 */
export function optionList(question, { showKey = true, chosen = null } = {}) {
  const items = Object.entries(question.options).map(([letter, text]) => {
    const right = showKey && letter === question.correct_option;
    const wrong = chosen === letter && !right;
    return element(
      "li",
      { class: right ? "right" : wrong ? "wrong" : null },
      element("span", { class: "letter", dir: "ltr" }, letter),
      element("span", { class: "option-text" }, rich(String(text))),
      right ? element("span", { class: "mark", dir: "auto" }, `✓ ${t("question.right")}`) : null,
      wrong ? element("span", { class: "mark", dir: "auto" }, `✗ ${t("take.yours")}`) : null,
    );
  });
  return element("ol", { class: "options", dir: "auto" }, ...items);
}

/** @param {any} question */
export function explanationOf(question) {
  return question.explanation ? element("p", { class: "explanation", dir: "auto" }, rich(question.explanation)) : null;
}

/** @param {any} question */
export function quoteOf(question) {
  return question.source_quote ? element("blockquote", { dir: "auto" }, question.source_quote) : null;
}

/** Whether two questions say the same. @param {any} one @param {any} other */
export function sayTheSame(one, other) {
  const parts = ["question", "options", "correct_option", "explanation", "difficulty", "topic_id", "source_quote", "source_page", "document_id"];
  return parts.every((part) => JSON.stringify(one[part]) === JSON.stringify(other[part]));
}

/**
 * Options to be sent in the place of others: those that are no more are null.
 * @param {Record<string, string>} options
 * @param {Record<string, string>} [before]
 */
export function optionsInstead(options, before = {}) {
  const gone = Object.keys(before).filter((letter) => !(letter in options));
  return { ...options, ...Object.fromEntries(gone.map((letter) => [letter, null])) };
}
