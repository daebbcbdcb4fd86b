// A finished test under its teacher's hands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, firstRun, makeTest, questionAt, serve, upload, visit } from "./support/browser.mjs";

/** The page's test as the server has it. */
async function stored(page) {
  const id = new URL(page.url()).hash.split("/")[2];
  return api(page, "GET", `tests/${id}`);
}
const stems = async (page) => (await stored(page)).questions.map(({ question }) => question);

test("questions are edited, moved, deleted, replaced, added, and all that is taken back", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 3);
  const [, second, third] = await stems(page);
  const whole = (await stored(page)).questions[2];
  assert.notEqual(whole.quality_score, null);

  await questionAt(page, 1).getByRole("button", { name: "Edit" }).click();
  const form = questionAt(page, 1);
  await form.getByRole("textbox", { name: "Question" }).fill("What is $E = mc^2$ about?");
  await form.getByRole("textbox", { name: "Option B" }).fill("Energy and mass");
  await form.getByRole("radio", { name: "Option B is right" }).check();
  await form.getByRole("textbox", { name: "Explanation" }).fill("Mass is energy; a book costs $5 and $7.");
  await form.getByRole("button", { name: "Save" }).click();
  await form.locator("math").first().waitFor();
  await form.getByText("costs $5 and $7").waitFor();
  const [edited] = (await stored(page)).questions;
  assert.deepEqual([edited.question, edited.correct_option, edited.options.B], ["What is $E = mc^2$ about?", "B", "Energy and mass"]);

  await questionAt(page, 2).getByRole("button", { name: "Move up" }).click();
  await page.getByText("It is question 1 now.").waitFor();
  assert.deepEqual(await stems(page), [second, edited.question, third]);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Move down");

  await questionAt(page, 3).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone.").waitFor();
  assert.deepEqual((await stored(page)).questions[2], whole);

  await questionAt(page, 3).getByRole("button", { name: "Replace" }).click();
  await page.getByText("Here is another question.").waitFor();
  assert.notEqual((await stems(page))[2], third);
  await questionAt(page, 3).getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone.").waitFor();
  assert.deepEqual((await stored(page)).questions[2], whole, "its score and its id are what they were");

  await page.getByRole("button", { name: "Add question" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("Added by hand?");
  for (const [letter, text] of Object.entries({ A: "Yes", B: "No", C: "Maybe", D: "Never" }))
    await page.getByRole("textbox", { name: `Option ${letter}` }).fill(text);
  await page.getByRole("button", { name: "Remove option D" }).click();
  await page.getByRole("button", { name: "Save" }).first().click();
  await questionAt(page, 4).getByText("No source", { exact: false }).waitFor();
  const added = (await stored(page)).questions[3];
  assert.equal(Object.keys(added.options).length, 3);
  const topics = (await api(page, "GET", "topics")).items;
  assert.equal(topics.find(({ id }) => id === added.topic_id).slug, "general", "no topic was chosen");
});

test("the document's page is shown with the quote marked", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  const { questions } = await stored(page);
  await questionAt(page, 1).getByRole("button", { name: "Show in document" }).click();
  const mark = page.getByRole("dialog").locator("mark");
  await mark.waitFor();
  const plain = (text) => text.replace(/\s+/g, " ");
  assert.equal(plain(await mark.textContent()), plain(questions[0].source_quote));
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Show in document");
});

test("what is not saved survives a reload, and two tabs don't overwrite each other in silence", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  await questionAt(page, 1).getByRole("button", { name: "Edit" }).click();
  await questionAt(page, 1).getByRole("textbox", { name: "Question" }).fill("Mine?");
  await page.reload();
  await page.getByText("These changes are not saved yet.").waitFor();
  assert.equal(await questionAt(page, 1).getByRole("textbox", { name: "Question" }).inputValue(), "Mine?");

  const { id, questions } = await stored(page);
  await api(page, "PATCH", `tests/${id}/questions/${questions[0].id}`, { question: "Theirs?" });
  await questionAt(page, 1).getByRole("button", { name: "Save" }).click();
  await page.getByText("changed elsewhere", { exact: false }).waitFor();
  await page.getByText("Theirs?").waitFor();
  await questionAt(page, 1).getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  assert.equal((await stems(page))[0], "Mine?");

  await page.getByRole("button", { name: "Add question" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("Half a question");
  await page.reload();
  await page.getByText("These changes are not saved yet.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Question" }).inputValue(), "Half a question");

  const paste = async () => {
    await page.getByRole("button", { name: "Paste text" }).click();
    return page.getByRole("dialog").getByLabel("Text");
  };
  await page.getByRole("link", { name: "Documents" }).click();
  await (await paste()).fill("Iron rusts.");
  await page.keyboard.press("Escape");
  await page.reload();
  assert.equal(await (await paste()).inputValue(), "Iron rusts.");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  assert.equal(await (await paste()).inputValue(), "");
});

test("a question that was changed elsewhere is shown anew and neither replaced nor deleted", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  const { id, questions } = await stored(page);
  for (const [i, name] of ["Replace", "Delete"].entries()) {
    await api(page, "PATCH", `tests/${id}/questions/${questions[i].id}`, { question: `Theirs, ${i}?` });
    await questionAt(page, i + 1).getByRole("button", { name }).click();
    await questionAt(page, i + 1).getByText("has been changed elsewhere", { exact: false }).waitFor();
    await questionAt(page, i + 1).getByText(`Theirs, ${i}?`).waitFor();
  }
  assert.deepEqual(await stems(page), ["Theirs, 0?", "Theirs, 1?"]);
  await questionAt(page, 1).getByRole("button", { name: "Replace" }).click();
  await page.getByText("Here is another question.").waitFor();
});

test("what fails again and again is told once", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  await page.context().setOffline(true);
  const trouble = questionAt(page, 1).getByText("The server can't be reached.", { exact: false });
  for (const name of ["Replace", "Delete", "Replace"]) {
    await questionAt(page, 1).getByRole("button", { name }).click();
    await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
    assert.equal(await trouble.count(), 1);
  }
});

test("a test is put together from questions of others", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 3);
  const [first, second] = await stems(page);
  const { document_id } = await stored(page);
  await api(page, "POST", "tests/generate", { document_id, num_questions: 1, difficulty: "EASY", focus: "metals" });
  await page.getByRole("link", { name: "Tests" }).click();
  await page.getByRole("listitem").getByText(/\d:\d\d.* · metals · Easy$/).waitFor();
  await page.getByRole("link", { name: "Put a test together" }).click();
  const source = page.locator("summary").filter({ hasNotText: "metals" });
  await page.route(/tests\/[^/]+$/, (route) => route.abort("connectionreset"), { times: 1 });
  await source.click();
  await page.getByText("The server can't be reached.", { exact: false }).waitFor();
  await source.click();
  await source.click();
  await page.getByRole("checkbox", { name: first }).check();
  await page.getByRole("checkbox", { name: second }).check();
  await page.getByRole("button", { name: "Move down" }).first().click();
  await page.getByLabel("Title of the new test").fill("Term");
  await page.reload();
  assert.equal(await page.getByLabel("Title of the new test").inputValue(), "Term");
  await page.getByRole("button", { name: "Save the new test" }).click();
  await page.getByRole("heading", { name: "Term" }).waitFor();
  assert.deepEqual(await stems(page), [second, first]);
  await page.goto(`${url}/#/tests/new`);
  await page.getByText("0 questions picked").waitFor();
});

test("the questions of a test that was put together know their documents, as long as they are there", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  const first = await stored(page);
  await page.getByRole("link", { name: "Documents" }).click();
  const name = "Copper.txt";
  const facts = ["Copper melts at 1085 degrees.", "Bronze is copper with some tin.", "Brass is copper with some zinc.", "Cyprus gave copper its name."];
  await upload(page, [{ name, mimeType: "text/plain", buffer: Buffer.from(`${facts.join(" ")} `.repeat(8)) }]);
  await page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Copper" }) }).getByText("Ready").waitFor();
  const copper = (await api(page, "GET", "documents")).items.find(({ filename }) => filename === name);
  const quoted = { question: "What is bronze?", options: { A: "Copper with tin", B: "Copper with zinc" }, correct_option: "A", source_quote: facts[1], source_page: 1, document_id: copper.id };
  const { id } = await api(page, "POST", `tests/${first.id}/questions`, quoted);
  const body = { title: "Term", question_ids: [id, first.questions[0].id] };
  const composed = await api(page, "POST", "tests", body);

  await page.goto(`${url}/#/tests/${composed.id}`);
  await questionAt(page, 1).getByText("Copper · Page 1").waitFor();
  await questionAt(page, 2).getByText("periodic-table · Page 1").waitFor();
  await questionAt(page, 1).getByRole("button", { name: "Show in document" }).click();
  await page.getByRole("dialog", { name: "Copper" }).locator("mark").getByText(facts[1]).waitFor();
  await page.keyboard.press("Escape");
  await questionAt(page, 1).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await questionAt(page, 1).getByText("Copper · Page 1").waitFor();
  await questionAt(page, 2).getByRole("button", { name: "Replace" }).click();
  await page.getByText("Here is another question.").waitFor();
  assert.deepEqual((await stored(page)).questions.map(({ document_id }) => document_id), [copper.id, first.document_id]);

  await api(page, "DELETE", `documents/${copper.id}`);
  await page.reload();
  await questionAt(page, 1).getByText("Its document was deleted, or is not yours.").waitFor();
  assert.equal(await questionAt(page, 1).getByRole("button", { name: "Show in document" }).count(), 0);
  await questionAt(page, 2).getByRole("button", { name: "Show in document" }).waitFor();
  await page.getByRole("button", { name: "Take the test" }).click();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByText("Its document was deleted, or is not yours.").waitFor();
  await page.getByRole("button", { name: "Show in document" }).click();
  await page.getByRole("dialog", { name: "periodic-table" }).locator("mark").waitFor();
});
