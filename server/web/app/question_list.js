// The questions of a test in their order: moving, deleting, replacing and taking that back.

import { call } from "./api.js";
import { element, fill } from "./dom.js";
import { t } from "./i18n.js";
import { sentenceOf, tell } from "./notice.js";
import { questionCard } from "./question_card.js";
import { contentOf } from "./question_text.js";

/**
 * @typedef {{ test: any, topics: any[], documents: import("./source.js").Documents, onchange: () => void }} Parts
 * @typedef {ReturnType<typeof questionCard>} Card
 */

/** @param {Parts} parts */
export function questionList({ test, topics, documents, onchange }) {
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

  const actions = {
    /** @param {Card} card @param {number} by */
    async move(card, by) {
      const from = cards.indexOf(card);
      const order = [...cards];
      order.splice(from, 1);
      order.splice(from + by, 0, card);
      try {
        await call("PATCH", path, { body: { order: order.map((each) => each.id()) } });
      } catch (error) {
        return tell(sentenceOf(error));
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
        tell(t("question.spare"), {
          undo: () => takeBack(async () => substitute(next, (await call("PATCH", `${path}/${next.id()}`, { body: contentOf(removed, next.question()) })).data).focus()),
        });
        return;
      }
      cards.splice(index, 1);
      card.node.remove();
      renumber();
      (cards[index] ?? cards[index - 1])?.focus();
      tell(t("question.deleted"), {
        undo: () =>
          takeBack(async () => {
            const back = make((await call("POST", path, { body: { ...contentOf(removed), sort_order: index + 1 } })).data);
            cards.splice(index, 0, back);
            layOut();
            onchange();
            back.focus();
          }),
      });
    },

    /** @param {Card} card @param {string | null} ifMatch */
    async replace(card, ifMatch) {
      const before = card.question();
      const { data } = await call("POST", `${path}/${card.id()}/regenerate`, { ifMatch });
      const next = substitute(card, data);
      next.showBefore(before, () =>
        takeBack(async () => substitute(next, (await call("PATCH", `${path}/${next.id()}`, { body: contentOf(before, data) })).data).focus()),
      );
      next.focus();
      tell(t("question.replaced"));
    },
  };

  /** @param {() => Promise<void>} work */
  async function takeBack(work) {
    try {
      await work();
      tell(t("undone"));
    } catch (error) {
      tell(sentenceOf(error));
    }
  }

  cards = test.questions.map(make);
  layOut();
  return {
    node,
    count: () => cards.length,
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
