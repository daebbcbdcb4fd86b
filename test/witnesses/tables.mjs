// The exports that are tables and lines, read by SheetJS and csv-parse.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parse as parseCsv } from "csv-parse/sync";
import * as sheets from "xlsx";
import { importingServer } from "./support/importing-server.mjs";

const questions = [
  {
    question: "=1+1 is\n  what?",
    options: { A: "=2*3", B: "007", C: "1/2", D: "50%" },
    correct_option: "B",
    explanation: '=HYPERLINK("http://127.0.0.1/","x")',
    difficulty: "hard",
  },
  {
    question: 'Which <b>sign</b> & "quote" comes\tfirst?',
    options: { A: "_x0041_", B: "2024-03-01" },
    correct_option: "A",
    explanation: "",
    difficulty: "easy",
  },
];
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
const letters = (question) => Object.keys(question.options);
const texts = (question) => Object.values(question.options);
const right = (question) => letters(question).indexOf(question.correct_option) + 1;

let server, id;
before(async () => {
  server = await importingServer();
  ({ id } = await server.importTest({ title: "Tables", questions }));
});
after(() => server?.stop());

/** The rows of the first sheet, and of each cell its type. */
async function rowsOf(format) {
  const { bytes, headers } = await server.exportTest(id, format);
  assert.equal(headers.get("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  const book = sheets.read(bytes, { type: "buffer" });
  const sheet = book.Sheets[book.SheetNames[0]];
  for (const [place, cell] of Object.entries(sheet))
    if (!place.startsWith("!")) assert.equal(cell.f, undefined, `${place} is a formula`);
  return sheets.utils.sheet_to_json(sheet, { header: 1, defval: "", blankrows: true });
}

test("xlsx: each cell is the very text", async () => {
  const [names, ...rows] = await rowsOf("xlsx");
  for (const [i, question] of questions.entries()) {
    const row = Object.fromEntries(names.map((name, at) => [name, rows[i][at]]));
    assert.equal(row.question, question.question);
    assert.deepEqual(letters(question).map((letter) => row[`option_${letter.toLowerCase()}`]), texts(question));
    assert.equal(row.correct_option, question.correct_option);
    assert.equal(row.explanation, question.explanation);
  }
});

test("kahoot: heads in row 8, then a question a row", async () => {
  const rows = await rowsOf("kahoot");
  const top = rows.findIndex((row) => String(row[1]).startsWith("Question - max"));
  assert.equal(rows.length - top - 1, questions.length);
  for (const [i, question] of questions.entries()) {
    const [, stem, ...rest] = rows[top + 1 + i];
    assert.equal(stem, oneLine(question.question));
    assert.deepEqual(rest.slice(0, 4).filter((text) => text !== ""), texts(question));
    assert.deepEqual(rest.slice(4), [30, right(question)]);
  }
});

test("wayground: a question a row, with its explanation", async () => {
  const [names, ...rows] = await rowsOf("wayground");
  for (const [i, question] of questions.entries()) {
    const row = Object.fromEntries(names.map((name, at) => [name, rows[i][at]]));
    assert.equal(row["Question Text"], question.question);
    assert.deepEqual(texts(question).map((_, at) => row[`Option ${at + 1}`]), texts(question));
    assert.equal(row["Correct Answer"], right(question));
    assert.equal(row["Answer explanation"], question.explanation);
  }
});

test("blooket and brightspace: rows that csv-parse reads", async () => {
  const blooket = parseCsv((await server.exportTest(id, "blooket")).text, { from: 3 });
  for (const [i, question] of questions.entries()) {
    assert.equal(blooket[i][1], oneLine(question.question));
    assert.deepEqual(blooket[i].slice(2, 6).filter((text) => text), texts(question));
    assert.equal(blooket[i][7], String(right(question)));
  }
  const brightspace = parseCsv((await server.exportTest(id, "brightspace")).text);
  const keys = brightspace.filter(([kind, score]) => kind === "Option" && score === "100").map(([, , text]) => text);
  assert.deepEqual(keys, ["007", "_x0041_"]);
});

test("google-forms: a script that makes the quiz", async () => {
  const { text } = await server.exportTest(id, "google-forms");
  const made = [];
  const chain = (record) =>
    new Proxy(record, {
      get: (target, name) =>
        name === "createChoice" ? (choice, isRight) => ({ choice, isRight }) : (value) => ((target[name] = value), chain(target)),
    });
  const FormApp = {
    create: () => ({
      setIsQuiz() {},
      getEditUrl: () => "",
      addMultipleChoiceItem: () => chain(made[made.push({}) - 1]),
    }),
    createFeedback: () => ({ setText: (words) => ({ build: () => words }) }),
  };
  new Function("FormApp", "Logger", `${text}\nmakeQuiz();`)(FormApp, { log() {} });
  assert.deepEqual(
    made.map((item) => [item.setTitle, item.setChoices]),
    questions.map((question) => [
      question.question,
      texts(question).map((choice, at) => ({ choice, isRight: at + 1 === right(question) })),
    ]),
  );
});
