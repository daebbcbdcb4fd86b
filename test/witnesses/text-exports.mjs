// Each export that is a text, read by a program that others wrote and compared with what was exported, question
// by question: stem, options, key, explanation, and the quote and page where the format has them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { importingServer } from "./support/importing-server.mjs";
import { nastyQuestions, withTex, written } from "./support/nasty-questions.mjs";
import { readCsv, readGift, readHtml, readMarkdown, readMoodleXml } from "./support/text-readers.mjs";

const title = 'Nasty: [tag:easy] ::texts:: & <others> "so" 🦀';

// What the text formats trip over.
const questions = nastyQuestions.concat([
  {
    question: "[html] <p>Which is \\neq 3?</p> $CATEGORY: x {=a ~b} // %50% \\: \\\\n \\",
    options: { A: "x -> y", B: "%50% of it", C: "[markdown] **b** _u_ `c`", D: "// no comment", E: "T" },
    correct_option: "A",
    explanation: "#a\n- b\n1. c\n2) d\n+ e\n* f\n> g\n===\n---\n    h\n```\n| i | j |\n[k](l) ![m](n) <http://o> www.p.org",
    difficulty: "hard",
    source_quote: "- one\n- two\n\n> three",
    source_page: 7,
  },
  {
    question: '= "Five", options;\nand a line\n\n\nand a blank one, and \'more\'',
    options: { A: "-5", B: "+3", C: "@home", D: '=A1+"x"', E: "'single" },
    correct_option: "E",
    explanation: "%100% [plain] #### four",
    difficulty: "easy",
    source_quote: "",
    source_page: null,
  },
]);

const part = ({ question, options, correct_option, explanation }) => ({
  question,
  options: Object.fromEntries(Object.entries(options).filter(([, text]) => text !== "")),
  correct_option,
  explanation,
});
const full = (question) => ({
  ...part(question),
  difficulty: question.difficulty,
  source_quote: question.source_quote,
  source_page: question.source_page,
});

/** The questions with a function on each of their texts. */
const onTexts = (list, change) =>
  list.map(({ question, options, explanation, source_quote, ...rest }) => ({
    ...rest,
    question: change(question),
    options: Object.fromEntries(Object.entries(options).map(([letter, text]) => [letter, change(text)])),
    explanation: change(explanation),
    ...(source_quote === undefined ? {} : { source_quote: change(source_quote) }),
  }));

/** Runs of blanks are one where a format is read for its words; no-break spaces stand for an indentation. */
const oneBlank = (text) => text.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").trim();

const expected = onTexts(questions, written);
/** As Markdown has its formulas, between dollar signs. */
const withDollars = (text) => withTex(text).replace(/\\[([]/g, "$").replace(/\\[)\]]/g, "$");
let server, id;
before(async () => {
  server = await importingServer();
  ({ id } = await server.importTest({ title, questions }));
});
after(() => server?.stop());

function same(read, wanted) {
  assert.equal(read.length, wanted.length);
  for (const [i, question] of wanted.entries()) assert.deepEqual(read[i], question, `question ${i + 1}`);
}

test("JSON: all of it", async () => {
  const { text, headers } = await server.exportTest(id, "json");
  assert.equal(headers.get("content-type"), "application/json");
  const read = JSON.parse(text);
  assert.equal(read.title, title);
  same(read.questions.map(full), expected.map(full));
});

test("CSV: all of it, by csv-parse", async () => {
  const { text, headers } = await server.exportTest(id, "csv");
  assert.equal(headers.get("content-type"), "text/csv; charset=utf-8");
  const read = readCsv(text);
  same(read.map(full), expected.map(full));
  assert.deepEqual(
    read.map(({ number }) => number),
    questions.map((_, i) => String(i + 1)),
  );
});

/** A key with an arrow does not come first in GIFT, where it would begin a matching question. */
function inGiftOrder(question) {
  const { options, correct_option } = question;
  if (correct_option !== "A" || !options.A.includes("->")) return question;
  return { ...question, options: { ...options, A: options.B, B: options.A }, correct_option: "B" };
}

test("GIFT: stem, options, key, explanation and tags, by gift-pegjs", async () => {
  const { text, headers } = await server.exportTest(id, "gift");
  assert.equal(headers.get("content-type"), "text/plain; charset=utf-8");
  const read = readGift(text);
  same(onTexts(read.map(part), oneBlank), onTexts(onTexts(expected.map(inGiftOrder).map(part), withTex), oneBlank));
  for (const [i, { item }] of read.entries()) {
    assert.equal(item.title, `${title} ${String(i + 1).padStart(2, "0")}`);
    assert.deepEqual(item.tags, [questions[i].difficulty, "general"]);
    for (const text of [item.stem, ...item.choices.map((choice) => choice.text)]) assert.equal(text.format, "html");
  }
});

test("Moodle XML: stem, options, key, explanation and tags, by jsdom's XML and HTML parsers", async () => {
  const { text, headers } = await server.exportTest(id, "moodle-xml");
  assert.equal(headers.get("content-type"), "application/xml");
  const read = readMoodleXml(text);
  for (const [i, { name, tags }] of read.entries()) {
    assert.equal(name, `${title} ${String(i + 1).padStart(2, "0")}`);
    assert.deepEqual(tags, [questions[i].difficulty, "general"]);
  }
  const wanted = onTexts(onTexts(expected.map(part), withTex), oneBlank);
  same(onTexts(read.map(part), oneBlank), wanted);
});

test("Markdown: all but the difficulty, by commonmark.js", async () => {
  const { text, headers } = await server.exportTest(id, "markdown");
  assert.equal(headers.get("content-type"), "text/markdown; charset=utf-8");
  const { heading, read } = readMarkdown(text);
  assert.equal(heading, title);
  const wanted = expected.map(full).map(({ difficulty, ...rest }) => rest);
  same(onTexts(read, oneBlank), onTexts(onTexts(wanted, withDollars), oneBlank));
});

test("HTML: all but the difficulty, to the last blank, by jsdom", async () => {
  const { text, headers } = await server.exportTest(id, "html");
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(headers.get("content-security-policy"), /default-src 'none'; style-src 'unsafe-inline'/);
  const page = readHtml(text);
  assert.deepEqual([page.title, page.heading], [title, title]);
  const wanted = expected.map(full).map(({ difficulty, ...rest }) => rest);
  same(page.read, wanted);
});

test("a JSON export comes back the same", async () => {
  const { text } = await server.exportTest(id, "json");
  const again = await server.importTest(JSON.parse(text));
  assert.equal(again.status, "completed");
  assert.equal((await server.exportTest(again.id, "json")).text, text);
  const asText = await server.importTest({ format: "json", content: text });
  assert.equal((await server.exportTest(asText.id, "json")).text, text);
});

test("a GIFT export comes back with the same words", async () => {
  const { text } = await server.exportTest(id, "gift");
  const again = await server.importTest({ format: "gift", content: text });
  assert.equal(again.questions_generated, questions.length);
  const read = JSON.parse((await server.exportTest(again.id, "json")).text);
  assert.equal(read.title, title.replace("[tag:easy]", "(tag:easy)"));
  const kept = (question) => ({ ...part(question), difficulty: question.difficulty });
  same(read.questions.map(kept), onTexts(expected.map(inGiftOrder).map(kept), withTex));
});
