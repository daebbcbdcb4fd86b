// How states, sizes and places are told in words.

import { own } from "./dom.js";
import { day, moment, number, t } from "./i18n.js";
import { said } from "./said.js";

/** @param {any} doc a document */
export function stateOf(doc) {
  if (doc.status === "ready") return t("state.ready");
  if (doc.status === "processing" || doc.status === "uploaded") return t("state.reading");
  return t("state.failed");
}

/** Why it could not be read, and what to do. @param {any} doc */
export function failureOf(doc) {
  return doc.failure_reason ? said(doc.failure_reason) : t("document.unreadable");
}

/** @param {any} doc */
export function isReading(doc) {
  return doc.status === "processing";
}

/** @param {any} doc */
export function titleOf(doc) {
  return doc.title || doc.filename || t("untitled");
}

/** "12 slides" @param {any} doc */
export function pagesOf(doc) {
  return t(`pages.${doc.page_name ?? "page"}`, { count: doc.page_count });
}

const minutesOfPage = 5;

/** "Slide 3", "Minutes 10–15" @param {any} doc @param {number} page */
export function placeOf(doc, page) {
  return t(`place.${doc?.page_name ?? "page"}`, { page, from: minutesOfPage * (page - 1), to: minutesOfPage * page });
}

/** "Slide 3 / 12" @param {any} doc @param {number} page @param {number} count */
export function placeAmong(doc, page, count) {
  const place = placeOf(doc, page);
  return doc?.page_name === "minute" ? `${place} · ${number(page)} / ${number(count)}` : `${place} / ${number(count)}`;
}

/** @param {any} doc */
export function factsOf(doc) {
  const facts = [];
  if (isReading(doc) && doc.pages_total) facts.push(t("reading.pages", { done: doc.pages_done ?? 0, count: doc.pages_total }));
  if (doc.status === "ready" && doc.page_count) facts.push(pagesOf(doc));
  if (doc.status === "ready" && doc.word_count !== null) facts.push(t("words", { count: doc.word_count }));
  facts.push(day(doc.created_at));
  return facts.join(" · ");
}

/** @param {any} test */
export function testState(test) {
  if (test.status === "pending" || test.status === "generating") return t("test.making");
  if (test.status === "completed") return t("test.questions", { count: test.questions_generated });
  if (test.status === "partial") return t("test.partial", { made: test.questions_generated, wanted: test.target_questions });
  return t("test.failed");
}

/** Whether it was made of a document here, and not imported or put together. @param {any} test */
export function isGenerated(test) {
  return test.model !== "imported" && test.model !== "composed";
}

/** When it was made, and what it is about: so that tests of one document are told apart. @param {any} test */
export function madeWhen(test) {
  return [moment(test.created_at), test.focus ? [" · ", own(test.focus)] : null].flat();
}

/** @param {any} test */
export function isUnfinished(test) {
  return test.status === "pending" || test.status === "generating";
}

/** "1:05" @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${number(Math.floor(whole / 60))}:${new Intl.NumberFormat(document.documentElement.lang, { minimumIntegerDigits: 2 }).format(whole % 60)}`;
}
