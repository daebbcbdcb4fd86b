// anki-reader opens our Anki packages, and jsdom shows their cards.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readAnkiPackage } from "anki-reader";
import { JSDOM } from "jsdom";
import { importingServer } from "./support/importing-server.mjs";
import { expected, fiveOptions, nastyQuestions, title, withTex } from "./support/nasty-questions.mjs";
import { textOf } from "./support/text-of.mjs";

/** The deck's name, and of each card the fields by name, the note's guid and the note type. */
async function read(bytes) {
  const { collection } = await readAnkiPackage(new Blob([bytes]));
  const [deck] = Object.values(collection.getDecks()).filter((each) => Object.keys(each.getCards()).length);
  const [guids] = collection.getRawCollection().exec("SELECT id, guid FROM notes");
  const guidOf = new Map(guids.values);
  const cards = Object.values(deck.getCards()).map((card) => {
    const noteType = card.getModel().getRawModel();
    return { fields: card.getFields(), noteType, guid: guidOf.get(Number(card.getNoteId())), due: card.getRawCard().due };
  });
  return { name: deck.getName(), cards: cards.sort((a, b) => a.due - b.due) };
}

/** The text that a field shows: no-break spaces are blanks that shall be seen, three of them with a tab are a tab. */
function shown(html) {
  const { body } = new JSDOM(html).window.document;
  return textOf(body).replaceAll("\u00a0\u00a0\u00a0\t", "\t").replaceAll("\u00a0", " ");
}

const asRead = (text) => withTex(text).replaceAll("\u00a0", " ");

function question({ fields }) {
  const { Question, A, B, C, D, E, Key, Explanation, Quote, Page } = fields;
  const options = { A, B, C, D, ...(E && { E }) };
  return {
    question: shown(Question),
    options: Object.fromEntries(Object.entries(options).map(([letter, html]) => [letter, shown(html)])),
    key: Key,
    explanation: shown(Explanation),
    quote: shown(Quote),
    page: Number(Page),
  };
}

/** As Anki fills a template in: a section where its field is not empty, then the fields. */
const filled = (template, fields) =>
  template
    .replace(/\{\{#(\w+)\}\}(.*?)\{\{\/\1\}\}/gs, (_, name, section) => (fields[name].trim() ? section : ""))
    .replace(/\{\{(\w+)\}\}/g, (_, name) => fields[name]);

const shownAsIs = (html) => textOf(new JSDOM(html).window.document.body);
const ownOptions = ({ A, B, C, D, E }) => [A, B, C, D, ...(E ? [E] : [])].map(shownAsIs);

/** A page that shows sides of cards one after another, as Anki does. */
function reviewer({ css }, options = { runScripts: "dangerously", url: "http://127.0.0.1/" }) {
  const { window } = new JSDOM(`<style>${css}</style><body class="card"><main></main>`, options);
  const main = window.document.querySelector("main");
  return (html) => {
    main.innerHTML = html;
    for (const inert of main.querySelectorAll("script")) {
      const script = window.document.createElement("script");
      script.textContent = inert.textContent;
      inert.replaceWith(script);
    }
    for (const each of main.querySelectorAll("br")) each.replaceWith("\n");
    const options = [...main.querySelectorAll("li")];
    const marked = options.filter((each) => window.getComputedStyle(each).fontWeight === "bold");
    return { order: options.map(textOf), marked: marked.map(textOf), text: main.textContent };
  };
}

let server, id, name, cards;
before(async () => {
  server = await importingServer();
  ({ id } = await server.importTest({ title, questions: [...nastyQuestions, fiveOptions] }));
  ({ name, cards } = await read((await server.exportTest(id, "anki")).bytes));
});
after(() => server?.stop());

test("notes come out as they went in, one card each", async () => {
  const { questions } = await server.readTest(id);
  assert.equal(name, title.replace("::", ": :"));
  assert.deepEqual(cards.map(question), questions.map((each) => expected(each, asRead)));
  assert.deepEqual(
    cards.map(({ guid }) => guid),
    questions.map(({ id }) => id),
  );
});

test("a card shuffles its options each time, and marks the right one", () => {
  for (const { fields, noteType } of cards) {
    const [{ qfmt, afmt }] = noteType.tmpls;
    const own = ownOptions(fields);
    const right = shownAsIs(fields[fields.Key]);
    const show = reviewer(noteType);
    const orders = new Set();
    for (let showing = 0; showing < 10; ++showing) {
      const asked = show(filled(qfmt, fields));
      assert.deepEqual([...asked.order].sort(), [...own].sort());
      assert.deepEqual(asked.marked, []);
      const answered = show(filled(afmt, fields));
      assert.deepEqual(answered.order, asked.order);
      assert.deepEqual(answered.marked, [right]);
      orders.add(asked.order.join());
    }
    assert.ok(orders.size > 1, "the same order ten times");
  }
});

test("without scripts, or without a place to keep the order, the options stay in their own", () => {
  for (const { fields, noteType } of cards)
    for (const options of [{}, { runScripts: "dangerously" }]) {
      const [{ qfmt, afmt }] = noteType.tmpls;
      const own = ownOptions(fields);
      const show = reviewer(noteType, options);
      assert.deepEqual(show(filled(qfmt, fields)).order, own);
      const answered = show(filled(afmt, fields));
      assert.deepEqual(answered.order, own);
      assert.deepEqual(answered.marked, [shownAsIs(fields[fields.Key])]);
      assert.ok(answered.text.includes(`Page ${fields.Page}`));
      assert.ok(answered.text.includes(shownAsIs(fields.Explanation)));
    }
});
