// The exports for Canvas, Blackboard and LaTeX, by jsdom's XML and HTML parsers, csv-parse and unified-latex.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parse as parseLatex } from "@unified-latex/unified-latex-util-parse";
import { parse as parseCsv } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import JSZip from "jszip";
import { importingServer } from "./support/importing-server.mjs";
import { expected, fiveOptions, nastyQuestions, title, withTex } from "./support/nasty-questions.mjs";
import { textOf } from "./support/text-of.mjs";

let server, id, questions;
before(async () => {
  server = await importingServer();
  ({ id } = await server.importTest({ title, questions: [...nastyQuestions, fiveOptions] }));
  ({ questions } = await server.readTest(id));
});
after(() => server?.stop());

/** What a person sees of HTML: a no-break space stands for a blank, three of them before a tab keep its width. */
const seen = (html) => textOf(new JSDOM(html).window.document.body).replaceAll("\u00a0\u00a0\u00a0\t", "\t").replaceAll("\u00a0", " ");
const asSeen = (text) => withTex(text).replaceAll("\u00a0", " ");
const inBrief = ({ question, options, key, explanation }) => ({ question, options, key, explanation });
const wanted = () => questions.map((each) => inBrief(expected(each, asSeen)));

function canvasItem(item) {
  const one = (selector) => item.querySelector(selector);
  const field = (name) =>
    [...item.querySelectorAll("qtimetadatafield")]
      .find((each) => each.querySelector("fieldlabel").textContent === name)
      .querySelector("fieldentry").textContent;
  assert.equal(field("question_type"), "multiple_choice_question");
  assert.equal(field("points_possible"), "1.0");
  assert.equal(one("response_lid").getAttribute("rcardinality"), "Single");
  const labels = [...item.querySelectorAll("response_label")];
  const rule = one("respcondition[continue=No]");
  assert.equal(rule.querySelector("setvar").textContent, "100");
  return {
    question: seen(one("presentation > material > mattext").textContent),
    options: Object.fromEntries(labels.map((each) => [each.getAttribute("ident"), seen(each.querySelector("mattext").textContent)])),
    key: rule.querySelector("varequal").textContent,
    explanation: seen(one("itemfeedback[ident=general_fb] mattext")?.textContent ?? ""),
  };
}

test("canvas: the package's one file holds every item", async () => {
  const zip = await JSZip.loadAsync((await server.exportTest(id, "canvas")).bytes);
  const open = async (name) => {
    const { document } = new JSDOM(await zip.file(name).async("string"), { contentType: "text/xml" }).window;
    assert.equal(document.querySelector("parsererror"), null);
    return document;
  };
  const resource = (await open("imsmanifest.xml")).querySelector("resource");
  assert.equal(resource.getAttribute("type"), "imsqti_xmlv1p2");
  const assessment = await open(resource.querySelector("file").getAttribute("href"));
  assert.equal(assessment.querySelector("assessment").getAttribute("title"), title);
  assert.deepEqual([...assessment.querySelectorAll("item")].map(canvasItem), wanted());
});

test("blackboard: a line a question", async () => {
  const { text } = await server.exportTest(id, "blackboard");
  const rows = parseCsv(text, { delimiter: "\t", quote: false, relaxColumnCount: true });
  const read = rows.map(([kind, question, ...rest]) => {
    assert.equal(kind, "MC");
    const options = rest.filter((_, at) => at % 2 === 0).map(seen);
    return {
      question: seen(question),
      options: Object.fromEntries(options.map((option, at) => ["ABCDEFGHIJ"[at], option])),
      key: "ABCDEFGHIJ"[rest.filter((_, at) => at % 2 === 1).indexOf("correct")],
    };
  });
  assert.deepEqual(read, wanted().map(({ explanation, ...rest }) => rest));
});

const signs = { textbackslash: "\\", textasciicircum: "^", textasciitilde: "~", textless: "<", textgreater: ">", textbar: "|", textquotedbl: '"', textasciigrave: "`", "\\": "\n" };

/** What LaTeX sets of these nodes; runs of blanks are one. */
function setBy(nodes) {
  let text = "";
  for (const node of nodes) {
    if (node.type === "string") text += node.content === "~" ? " " : node.content;
    else if (node.type === "whitespace") text += " ";
    else if (node.type === "parbreak") text += "\n\n";
    else if (node.type === "group") text += setBy(node.content);
    else if (node.type === "inlinemath") text += "\u2329m\u232a";
    else if (node.type === "displaymath") text += "\u2329m\u232a";
    else if (node.type === "macro") text += signs[node.content] ?? node.content;
    else assert.fail(node.type);
  }
  return text;
}

const environment = (nodes, name) => nodes.find((node) => node.type === "environment" && node.env === name);

/** unified-latex takes what stands behind a macro of the exam class for its argument. */
const flat = (nodes) =>
  nodes.flatMap((node) =>
    node.type === "macro" && ["question", "choice", "CorrectChoice"].includes(node.content)
      ? [{ ...node, args: [] }, ...flat((node.args ?? []).flatMap(({ content }) => content))]
      : [node],
  );

/** Each of the macros with what stands behind it, up to the next. */
function behind(nodes, ...names) {
  const found = [];
  for (const node of flat(nodes))
    if (node.type === "macro" && names.includes(node.content)) found.push({ name: node.content, nodes: [] });
    else found.at(-1)?.nodes.push(node);
  return found;
}

test("latex: questions, choices and the right one", async () => {
  const plain = { question: "50% of $5 & #1_a ^~ {b} \"c\" `d' <e>|--\n  [f]\\", options: { A: "[x] -- y", B: "C:\\dir", C: "'' ``" }, correct_option: "B" };
  const more = { ...fiveOptions, explanation: "50% & more." };
  const { id: own } = await server.importTest({ title: "100% & {x}", questions: [plain, more] });
  const { text } = await server.exportTest(own, "latex");
  const root = parseLatex(text);
  const document = environment(root.content, "document");
  const asked = behind(environment(document.content, "questions").content, "question");
  const oneBlank = (words) => words.replace(/\s+/g, " ").trim();
  const read = asked.map(({ nodes }) => {
    const choices = environment(nodes, "choices");
    const options = behind(choices.content, "choice", "CorrectChoice");
    const stem = nodes.slice(0, nodes.indexOf(choices));
    const solution = environment(nodes, "solution");
    return {
      question: oneBlank(setBy(stem)).replace(/^\[ ?1 ?\] /, ""),
      options: options.map((each) => oneBlank(setBy(each.nodes))),
      key: options.findIndex(({ name }) => name === "CorrectChoice"),
      explanation: solution ? oneBlank(setBy(solution.content)) : "",
    };
  });
  assert.deepEqual(
    read,
    [plain, more].map(({ question, options, correct_option, explanation }) => ({
      question: oneBlank(question),
      options: Object.values(options).map(oneBlank),
      key: Object.keys(options).indexOf(correct_option),
      explanation: explanation ?? "",
    })),
  );
});
