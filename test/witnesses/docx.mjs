// mammoth reads our Word documents.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { JSDOM } from "jsdom";
import mammoth from "mammoth";
import { importingServer } from "./support/importing-server.mjs";
import { expected, fiveOptions, nastyQuestions, title } from "./support/nasty-questions.mjs";
import { textOf } from "./support/text-of.mjs";

const styles = ["Title", "Question", "Option", "Last option", "Key", "Answer", "Explanation", "Quote", "Source"];
const styleMap = [
  ...styles.map((name) => `p[style-name='${name}'] => p.${name.replace(" ", "-")}:fresh`),
  "p[style-name='Next part'] => h1:fresh",
];

/** The three parts of a document as values. */
async function read(buffer) {
  const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap });
  assert.deepEqual(messages, []);
  const found = { title: "", parts: [], questions: [], keys: [], answers: [] };
  for (const element of JSDOM.fragment(value).children) {
    const text = textOf(element);
    if (element.localName === "h1") found.parts.push(text);
    else readers[element.className](found, text);
  }
  return found;
}

const readers = {
  Title: (found, text) => (found.title = text),
  Question: (found, question) => found.questions.push({ question, options: {} }),
  Option(found, text) {
    const { options } = found.questions.at(-1);
    options["ABCDEFGHIJ"[Object.keys(options).length]] = text;
  },
  "Last-option": (found, text) => readers.Option(found, text),
  Key(found, text) {
    assert.deepEqual(found.parts, ["Questions", "Answer key"]);
    found.keys.push(text);
  },
  Answer(found, text) {
    assert.deepEqual(found.parts, ["Questions", "Answer key", "Explanations"]);
    const [, label, answer] = /^(\w\.) (.*)$/s.exec(text);
    found.answers.push({ label, answer, explanation: "", quote: "", page: null });
  },
  Explanation: (found, text) => (found.answers.at(-1).explanation = text),
  Quote: (found, text) => (found.answers.at(-1).quote = /^“(.*)”$/s.exec(text)[1]),
  Source: (found, text) => (found.answers.at(-1).page = Number(/^Page (\d+)$/.exec(text)[1])),
};

let server, id;
before(async () => {
  server = await importingServer();
  ({ id } = await server.importTest({ title, questions: [...nastyQuestions, fiveOptions] }));
});
after(() => server?.stop());

test("questions, answer key and explanations come out as they went in", async () => {
  const { bytes } = await server.exportTest(id, "docx");
  const found = await read(bytes);
  const { questions } = await server.readTest(id);
  const wanted = questions.map((question) => expected(question));
  assert.equal(found.title, title);
  assert.deepEqual(
    found.questions,
    wanted.map(({ question, options }) => ({ question, options })),
  );
  assert.deepEqual(
    found.keys,
    wanted.map(({ key }) => key),
  );
  assert.deepEqual(
    found.answers,
    wanted.map(({ options, key, explanation, quote, page }) => {
      return { label: `${key}.`, answer: options[key], explanation, quote, page };
    }),
  );
});
