// The questions of a test in their order: moving, deleting, replacing and taking that back.

import { call } from "./api.js";
import { element, fill } from "./dom.js";
import { t } from "./i18n.js";
import { sentenceOf, tell } from "./notice.js";
import { questionCard } from "./question_card.js";
import { changeTest, isOutdated } from "./unchanged.js";

/**
 * @typedef {{ test: any, topics: any[], documents: import("./source.js").Documents, onchange: () => void,
 *   onoutdated: (questionId: string) => unknown }} Parts
 * @typedef {ReturnType<typeof questionCard>} Card
 */

/** @param {Parts} parts */
export function questionList({ test, topics, documents, onchange, onoutdated }) {
  const node = element("div", { class: "questions" });
  /** @type {Card[]} */
  let cards = [];
  const path = `tests/${test.id}/questions`;

  /** @param {any} question */
  const make = (question) => questionCard({ test, topics, documents, question, actions });

  function giveNumbers() {
    cards.forEach((card, index) => card.place(index, cards.length));
  }

  function renumber() {
    giveNumbers();
    onchange();
  }

  function layOut() {
    fill(node, ...cards.map((card) => card.node));
    giveNumbers();
  }

  /** @param {Card} card @param {any} question */
  function substitute(card, question) {
    const next = make(question);
    cards = cards.map((each) => (each === card ? next : each));
    card.node.replaceWith(next.node);
    renumber();
    return next;
  }

  /** Whether a test has its questions in the order that is seen here. @param {any} other */
  const isShown = ({ questions }) => questions.length === cards.length && cards.every((card, i) => card.id() === questions[i].id);

  const actions = {
    /** @param {Card} card @param {number} by */
    async move(card, by) {
      const from = cards.indexOf(card);
      const order = [...cards];
      order.splice(from, 1);
      order.splice(from + by, 0, card);
      try {
        await changeTest(test.id, isShown, path, { order: order.map((each) => each.id()) });
      } catch (error) {
        return failed(error, card.id());
      }
      cards = order;
      const other = cards[from];
      if (by < 0) other.node.before(card.node);
      else other.node.after(card.node);
      renumber();
      card.focusMove(by);
      tell(t("question.moved", { place: from + by + 1 }));
    },

    /** @param {Card} card @param {string | null} ifMatch */
    async remove(card, ifMatch) {
      const index = cards.indexOf(card);
      const removed = card.question();
      const { data } = await call("DELETE", `${path}/${card.id()}`, { ifMatch });
      if (data.replacement) {
        const next = substitute(card, data.replacement);
        next.focus();
        tell(t("question.spare"), { undo: () => bringBack(removed, next) });
        return;
      }
      cards.splice(index, 1);
      card.node.remove();
      renumber();
      (cards[index] ?? cards[index - 1])?.focus();
      tell(t("question.deleted"), { undo: () => bringBack(removed) });
    },

    /** @param {Card} card @param {string | null} ifMatch */
    async replace(card, ifMatch) {
      const before = card.question();
      const { data } = await call("POST", `${path}/${card.id()}/regenerate`, { ifMatch });
      const next = substitute(card, data);
      next.showBefore(before, () => bringBack(before, next));
      next.focus();
      tell(t("question.replaced"));
    },

    /** @param {Card} card */
    outdated: (card) => onoutdated(card.id()),
  };

  /** Brings a question back: instead of the one that took its place, or where it stood. @param {any} removed @param {Card} [successor] */
  async function bringBack(removed, successor) {
    try {
      const ifMatch = successor ? await successor.tagOfShown() : null;
      const { data } = await call("POST", `${path}/${removed.id}/restore`, { ifMatch });
      if (successor) substitute(successor, data).focus();
      else insert(data);
      tell(t("undone"));
    } catch (error) {
      failed(error, successor?.id() ?? removed.id);
    }
  }

  /** @param {any} question */
  function insert(question) {
    const card = make(question);
    cards.splice(question.sort_order - 1, 0, card);
    layOut();
    onchange();
    card.focus();
  }

  /** @param {unknown} error @param {string} at the question that it was about */
  function failed(error, at) {
    if (isOutdated(error)) onoutdated(at);
    else tell(sentenceOf(error));
  }

  cards = test.questions.map(make);
  layOut();
  return {
    node,
    count: () => cards.length,
    /** Gives the question the focus, if it is there. @param {string} id */
    focus(id) {
      const card = cards.find((each) => each.id() === id);
      card?.focus();
      return card !== undefined;
    },
    /** @param {any} question */
    append(question) {
      const card = make(question);
      cards.push(card);
      node.append(card.node);
      renumber();
      card.focus();
    },
  };
}
