// Each export that is a text, read by a program that others wrote and compared with what was exported, question
// by question: stem, options, key, explanation, and the quote and page where the format has them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as commonmark from "commonmark";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseGift } from "gift-pegjs";
import { JSDOM } from "jsdom";
import { importingServer } from "./support/importing-server.mjs";
import { nastyQuestions } from "./support/nasty-questions.mjs";

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

const letters = (texts) => Object.fromEntries(texts.map((text, i) => ["ABCDE"[i], text]));
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

const tidy = (text) => text.replace(/\r\n?/g, "\n").trim();
/** What XML can't hold is left out. */
const asInXml = (text) => tidy(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
/** Runs of blanks are one where a format is read for its words; no-break spaces stand for an indentation. */
const oneBlank = (text) => text.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").trim();

const expected = onTexts(questions, tidy);
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
  const rows = parseCsv(text, { columns: true, bom: true });
  const read = rows.map((row) => ({
    ...row,
    options: letters([..."abcde"].map((letter) => row[`option_${letter}`])),
    source_page: row.source_page ? Number(row.source_page) : null,
  }));
  same(read.map(full), expected.map(full));
  assert.deepEqual(
    rows.map(({ number }) => Number(number)),
    questions.map((_, i) => i + 1),
  );
});

/** Reads like Moodle: a choice is right or wrong, the general feedback explains. */
function readGift(text) {
  return parseGift(text).map((item) => {
    assert.equal(item.type, "MC");
    assert.equal(item.hasEmbeddedAnswers, false);
    assert.equal(item.choices.filter(({ isCorrect }) => isCorrect).length, 1);
    for (const { weight, feedback } of item.choices) assert.deepEqual([weight, feedback], [null, null]);
    return {
      question: item.stem.text,
      options: letters(item.choices.map((choice) => choice.text.text)),
      correct_option: "ABCDE"[item.choices.findIndex(({ isCorrect }) => isCorrect)],
      explanation: item.globalFeedback?.text ?? "",
      item,
    };
  });
}

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
  same(onTexts(read.map(part), oneBlank), onTexts(expected.map(inGiftOrder).map(part), oneBlank));
  for (const [i, { item }] of read.entries()) {
    assert.equal(item.title, `${title} ${String(i + 1).padStart(2, "0")}`);
    assert.deepEqual(item.tags, [questions[i].difficulty, "general"]);
    const plain = [item.stem, ...item.choices.map((choice) => choice.text)].some((t) => /[<&]/.test(t.text));
    if (plain) assert.equal(item.stem.format, "plain");
    assert.notEqual(item.stem.format, "html");
  }
});

/** What a person sees of HTML, line by line. */
function seen(html) {
  const { document } = new JSDOM(`<body>${html}`).window;
  for (const br of document.querySelectorAll("br")) br.replaceWith("\n");
  assert.equal(document.querySelector("body *"), null, html);
  return document.body.textContent;
}

test("Moodle XML: stem, options, key, explanation and tags, by jsdom's XML and HTML parsers", async () => {
  const { text, headers } = await server.exportTest(id, "moodle-xml");
  assert.equal(headers.get("content-type"), "application/xml");
  const { DOMParser } = new JSDOM().window;
  const { documentElement: quiz } = new DOMParser().parseFromString(text, "application/xml");
  assert.equal(quiz.tagName, "quiz", quiz.textContent);
  const children = (element, name) => [...element.children].filter(({ tagName }) => tagName === name);
  const textOf = (element) => {
    const [inner, ...more] = children(element, "text");
    assert.deepEqual(more, []);
    assert.equal(inner.children.length, 0);
    return element.getAttribute("format") === "html" ? seen(inner.textContent) : inner.textContent;
  };
  const only = (element, name) => {
    const found = children(element, name);
    assert.equal(found.length, 1, name);
    return found[0];
  };
  const read = [...quiz.children].map((element, i) => {
    assert.equal(element.tagName, "question");
    assert.equal(element.getAttribute("type"), "multichoice");
    assert.equal(only(element, "single").textContent, "true");
    assert.equal(textOf(only(element, "name")), `${title} ${String(i + 1).padStart(2, "0")}`);
    assert.deepEqual(children(only(element, "tags"), "tag").map(textOf), [questions[i].difficulty, "general"]);
    const answers = children(element, "answer");
    const right = answers.filter((answer) => answer.getAttribute("fraction") === "100");
    assert.equal(right.length, 1);
    assert.equal(answers.filter((answer) => answer.getAttribute("fraction") === "0").length, answers.length - 1);
    return {
      question: textOf(only(element, "questiontext")),
      options: letters(answers.map(textOf)),
      correct_option: "ABCDE"[answers.indexOf(right[0])],
      explanation: textOf(only(element, "generalfeedback")),
    };
  });
  const wanted = onTexts(onTexts(expected.map(part), asInXml), oneBlank);
  same(onTexts(read, oneBlank), wanted);
});

/** The text of a block that holds nothing but text and line breaks. */
function textOfBlock(block) {
  let text = "";
  const walker = block.walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node } = event;
    if (node.type === "text") text += node.literal;
    else if (node.type === "linebreak") text += "\n";
    else assert.ok(["paragraph", "heading", "item", "block_quote"].includes(node.type), node.type);
  }
  return text;
}

function blocksOf(parent) {
  const blocks = [];
  for (let block = parent.firstChild; block; block = block.next) blocks.push(block);
  return blocks;
}

/** The blocks behind each heading of a level, by the heading's text. */
function sections(blocks, level) {
  const found = [];
  for (const block of blocks) {
    if (block.type === "heading" && block.level === level) found.push([textOfBlock(block), []]);
    else found.at(-1)[1].push(block);
  }
  return found;
}

function readMarkdown(text) {
  const [[heading, body]] = sections(blocksOf(new commonmark.Parser().parse(text)), 1);
  const [[, asked], [, answered]] = sections(body, 2);
  const answers = sections(answered, 3);
  const read = sections(asked, 3).map(([number, [stem, list, ...more]], i) => {
    assert.deepEqual([number, stem.type, list.type, more], [String(i + 1), "paragraph", "list", []]);
    const options = blocksOf(list).map((item, at) => {
      const option = textOfBlock(item);
      assert.ok(option.startsWith(`${"ABCDE"[at]}) `), option);
      return option.slice(3);
    });
    const [key, blocks] = answers[i];
    const last = blocks.at(-1)?.type === "paragraph" ? textOfBlock(blocks.at(-1)) : "";
    const page = /^Page (\d+)$/.exec(last);
    if (page) blocks.pop();
    const quote = blocks.at(-1)?.type === "block_quote" ? blocks.pop() : undefined;
    const [explanation, ...rest] = blocks;
    assert.deepEqual(rest, []);
    return {
      question: textOfBlock(stem),
      options: letters(options),
      correct_option: new RegExp(`^${i + 1}: ([A-E])$`).exec(key)[1],
      explanation: explanation ? textOfBlock(explanation) : "",
      source_quote: quote ? textOfBlock(quote) : "",
      source_page: page ? Number(page[1]) : null,
    };
  });
  return { heading, read };
}

test("Markdown: all but the difficulty, by commonmark.js", async () => {
  const { text, headers } = await server.exportTest(id, "markdown");
  assert.equal(headers.get("content-type"), "text/markdown; charset=utf-8");
  const { heading, read } = readMarkdown(text);
  assert.equal(heading, title);
  const wanted = expected.map(full).map(({ difficulty, ...rest }) => rest);
  same(onTexts(read, oneBlank), onTexts(wanted, oneBlank));
});

test("HTML: all but the difficulty, to the last blank, by jsdom", async () => {
  const { text, headers } = await server.exportTest(id, "html");
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(headers.get("content-security-policy"), /default-src 'none'; style-src 'unsafe-inline'/);
  const { document, getComputedStyle } = new JSDOM(text).window;
  assert.equal(document.title, title);
  assert.equal(document.querySelector("h1").textContent, title);
  assert.equal(document.querySelector("script, link, img, iframe, object, [src], [href], [style]"), null);
  assert.equal(document.querySelectorAll("style").length, 1);
  assert.equal(getComputedStyle(document.querySelector("section.key")).breakBefore, "page");
  const keys = document.querySelectorAll("ol.key > li");
  const read = [...document.querySelectorAll("ol.questions > li")].map((item, i) => {
    const of = (selector) => keys[i].querySelector(selector)?.textContent ?? "";
    return {
      question: item.querySelector("p").textContent,
      options: letters([...item.querySelectorAll("ol.options > li > span")].map((span) => span.textContent)),
      correct_option: of("strong"),
      explanation: of("p"),
      source_quote: of("blockquote"),
      source_page: Number(of(".page").replace("Page ", "")) || null,
    };
  });
  const wanted = expected.map(full).map(({ difficulty, ...rest }) => rest);
  same(read, onTexts(wanted, asInXml));
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
  same(read.questions.map(kept), expected.map(inGiftOrder).map(kept));
});
