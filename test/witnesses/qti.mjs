// @citolab/qti-convert makes QTI 3 of our QTI 2.1 packages; what it makes is read back.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { convertPackageFile } from "@citolab/qti-convert/qti-convert-node";
import { JSDOM } from "jsdom";
import JSZip from "jszip";
import { folder } from "./support/examwright.mjs";
import { importingServer } from "./support/importing-server.mjs";
import { expected, fiveOptions, nastyQuestions, title, withTex } from "./support/nasty-questions.mjs";
import { textOf } from "./support/text-of.mjs";

/** The package as QTI 3: a function that gives the XML document of a file in it. */
async function converted(context, bytes) {
  const path = await folder(context);
  const [before, after] = [join(path, "2.zip"), join(path, "3.zip")];
  await writeFile(before, bytes);
  await convertPackageFile(before, after);
  const zip = await JSZip.loadAsync(await readFile(after));
  return async (name) => {
    const xml = await zip.file(name).async("string");
    return new JSDOM(xml, { contentType: "text/xml" }).window.document;
  };
}

/** Where the manifest says that the test is, and the test that its items are. */
async function find(open) {
  const manifest = await open("imsmanifest.xml");
  const resources = [...manifest.querySelectorAll("resource")];
  const href = resources.find((each) => each.getAttribute("type") === "imsqti_test_xmlv3p0").getAttribute("href");
  const assessment = await open(href);
  const items = [...assessment.querySelectorAll("qti-assessment-item-ref")].map((reference) => {
    const item = join(dirname(href), reference.getAttribute("href"));
    const resource = resources.find((each) => each.getAttribute("href") === item);
    assert.equal(resource.getAttribute("identifier"), reference.getAttribute("identifier"));
    return item;
  });
  return { title: assessment.documentElement.getAttribute("title"), items };
}

/** A text that stands inline, or as a block a line; a no-break space keeps an empty one open. */
function linesOf(element, selector = "div") {
  const blocks = [...(element?.children ?? [])].filter((each) => each.matches(selector));
  return (blocks.length ? blocks.map((each) => textOf(each).replace(/^\u00a0$/, "")).join("\n") : textOf(element)).replaceAll("\u00a0", " ").trimEnd();
}

function question(item) {
  const all = (selector) => [...item.querySelectorAll(selector)];
  const prompt = item.querySelector("qti-prompt");
  const content = item.querySelector("qti-modal-feedback qti-content-body");
  const page = all("qti-modal-feedback p").map(textOf).at(-1);
  const explained = content?.cloneNode(true);
  explained?.querySelector("blockquote")?.remove();
  explained?.lastElementChild.remove();
  return {
    question: prompt ? linesOf(prompt) : linesOf(item.querySelector("qti-item-body")),
    options: Object.fromEntries(all("qti-simple-choice").map((each) => [each.getAttribute("identifier"), linesOf(each)])),
    key: textOf(item.querySelector("qti-correct-response qti-value")),
    explanation: explained ? linesOf(explained, "div, p") : "",
    quote: content?.querySelector("blockquote") ? linesOf(content.querySelector("blockquote"), "div, p") : "",
    page: Number(/^Page (\d+)$/.exec(page)?.[1]),
  };
}

let server, id;
before(async () => {
  server = await importingServer();
  ({ id } = await server.importTest({ title, questions: [...nastyQuestions, fiveOptions] }));
});
after(() => server?.stop());

/** A no-break space stands for a blank, three of them before a tab keep its width. */
const asRead = (text) => withTex(text).replaceAll("\u00a0", " ").replaceAll("\t", "   \t");

test("a package comes out as it went in", async (context) => {
  const { bytes } = await server.exportTest(id, "qti");
  const open = await converted(context, bytes);
  const found = await find(open);
  assert.equal(found.title, title);
  const items = await Promise.all(found.items.map(open));
  const { questions } = await server.readTest(id);
  assert.deepEqual(
    items.map(question),
    questions.map((each) => expected(each, asRead)),
  );
  for (const [i, { documentElement: item }] of items.entries()) {
    assert.equal(item.getAttribute("identifier"), `question-${questions[i].id}`);
    const template = item.querySelector("qti-response-processing").getAttribute("template");
    assert.match(template, /match_correct/);
  }
});
