// Exports that are text, as programs that others wrote read them: each gives the questions with their stem, options,
// key and explanation, and what else the format has.
import assert from "node:assert/strict";
import * as commonmark from "commonmark";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseGift } from "gift-pegjs";
import { JSDOM } from "jsdom";

const letters = (texts) => Object.fromEntries(texts.map((text, i) => ["ABCDE"[i], text]));

/** Without the apostrophe that keeps spreadsheets from running a text. */
const asTyped = (text) => text.replace(/^'(?='*[=+\-@\t\r])/, "");

export const readCsv = (text) =>
  parseCsv(text, { columns: true, bom: true }).map((row) => ({
    ...row,
    ...Object.fromEntries(["question", "explanation", "source_quote"].map((name) => [name, asTyped(row[name])])),
    options: letters([..."abcde"].map((letter) => asTyped(row[`option_${letter}`]))),
    source_page: row.source_page ? Number(row.source_page) : null,
  }));

/** A choice is right or wrong, the general feedback explains. */
export function readGift(text) {
  return parseGift(text).map((item) => {
    assert.equal(item.type, "MC");
    assert.equal(item.hasEmbeddedAnswers, false);
    assert.equal(item.choices.filter(({ isCorrect }) => isCorrect).length, 1);
    for (const { weight, feedback } of item.choices) assert.deepEqual([weight, feedback], [null, null]);
    return {
      question: seen(item.stem.text),
      options: letters(item.choices.map((choice) => seen(choice.text.text))),
      correct_option: "ABCDE"[item.choices.findIndex(({ isCorrect }) => isCorrect)],
      explanation: seen(item.globalFeedback?.text ?? ""),
      item,
    };
  });
}

/** What a person sees of HTML, line by line. */
function seen(html) {
  const { document } = new JSDOM(`<body>${html}`).window;
  for (const br of document.querySelectorAll("br")) br.replaceWith("\n");
  assert.equal(document.querySelector("body *"), null, html);
  return document.body.textContent;
}

const children = (element, name) => [...element.children].filter(({ tagName }) => tagName === name);

function only(element, name) {
  const found = children(element, name);
  assert.equal(found.length, 1, name);
  return found[0];
}

function textIn(element) {
  const text = only(element, "text");
  assert.equal(text.children.length, 0);
  return element.getAttribute("format") === "html" ? seen(text.textContent) : text.textContent;
}

function readMoodleQuestion(element) {
  assert.equal(element.tagName, "question");
  assert.equal(element.getAttribute("type"), "multichoice");
  assert.equal(only(element, "single").textContent, "true");
  const answers = children(element, "answer");
  const fractions = answers.map((answer) => answer.getAttribute("fraction"));
  const key = fractions.indexOf("100");
  assert.deepEqual(
    fractions,
    answers.map((_, i) => (i === key ? "100" : "0")),
  );
  return {
    name: textIn(only(element, "name")),
    tags: children(only(element, "tags"), "tag").map(textIn),
    question: textIn(only(element, "questiontext")),
    options: letters(answers.map(textIn)),
    correct_option: "ABCDE"[key],
    explanation: textIn(only(element, "generalfeedback")),
  };
}

export function readMoodleXml(text) {
  const { DOMParser } = new JSDOM().window;
  const { documentElement: quiz } = new DOMParser().parseFromString(text, "application/xml");
  assert.equal(quiz.tagName, "quiz", quiz.textContent);
  return [...quiz.children].map(readMoodleQuestion);
}

/** The text of a block that holds nothing but text, formulas (as code), links and line breaks. */
function textOfBlock(block) {
  let text = "";
  const walker = block.walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node } = event;
    if (node.type === "text" || node.type === "code") text += node.literal;
    else if (node.type === "linebreak") text += "\n";
    else assert.ok(["paragraph", "heading", "item", "block_quote", "link"].includes(node.type), node.type);
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

export function readMarkdown(text) {
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

/** Also sees to it that the page needs nothing from elsewhere and has the key on a page of its own. */
export function readHtml(text) {
  const { document, getComputedStyle } = new JSDOM(text).window;
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
  return { title: document.title, heading: document.querySelector("h1").textContent, read };
}
