// The roles and names by which others drive the page: each is there, and means one thing only.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, email, firstRun, open, password, questionAt, serve, visit } from "./support/browser.mjs";

/** Waits for the one element of a role and name; a second one fails the test. */
const only = async (scope, role, name, options) => {
  const found = scope.getByRole(role, { name, ...options });
  await found.waitFor();
  return found;
};
const allOf = (scope, role, names) => Promise.all(names.map((name) => only(scope, role, name)));

const sentences = ["Copper melts at 1085 degrees.", "Bronze is copper with some tin.", "Brass is copper with some zinc.", "Cyprus gave copper its name.", "Gold melts at 1064 degrees.", "Tin melts at 232 degrees."];
const words = Array.from({ length: 24 }, (_, i) => `${sentences[i % sentences.length]} In ${1700 + i} it was written down by the chemist number ${i + 3}.`).join(" ");

/** A Word document and a PDF: the one exported by the server, the other printed by the browser. */
async function documentsOfTwoKinds(context, page, url) {
  const questions = [{ question: words, options: { A: "yes", B: "no" }, correct_option: "A" }];
  const { id } = await api(page, "POST", "tests/import", { title: "Metals", questions });
  const docx = await page.context().request.get(`${url}/tests/${id}/export?format=docx`);
  await api(page, "DELETE", `tests/${id}`);
  const paper = await open(context, page.context(), url);
  await paper.evaluate((text) => document.body.replaceChildren(text), words);
  const pdf = await paper.pdf();
  await paper.close();
  return [
    { name: "metals.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: await docx.body() },
    { name: "metals-on-paper.pdf", mimeType: "application/pdf", buffer: pdf },
  ];
}

for (const width of [1280, 360])
  test(`every name from the first run to the result, at ${width} px`, async (context) => {
    const { url, log } = await serve(context, { latency: 700, env: { EXAMWRIGHT_SETUP_TOKEN: "always" } });
    const page = await visit(context, url, { viewport: { width, height: 800 } });
    await only(page, "heading", "Welcome to Examwright");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByLabel("Set-up token").fill(/#\/welcome\/(\S+)/.exec(log())[1]);
    await (await only(page, "button", "Create account")).click();
    await only(page, "button", "Sign out");
    await (await only(page, "link", "Documents")).click();
    await allOf(page, "button", ["Paste text"]);
    assert.equal(await page.getByLabel("Add documents").getAttribute("type"), "file");
    await page.getByLabel("Add documents").setInputFiles(await documentsOfTwoKinds(context, page, url));
    const rows = page.getByRole("listitem");
    for (const title of ["metals-on-paper", "metals"]) {
      const row = rows.filter({ has: page.getByRole("link", { name: title, exact: true }) });
      await row.getByText("Ready").waitFor();
      await only(row, "button", "Delete");
    }

    await page.getByRole("link", { name: width === 360 ? "metals" : "metals-on-paper", exact: true }).click();
    await only(page, "heading", "metals");
    await (await only(page, "spinbutton", "Questions")).fill("3");
    const difficulty = await only(page, "radiogroup", "Difficulty");
    await allOf(difficulty, "radio", ["Easy", "Medium", "Hard"]);
    await (await only(page, "radio", "Hard")).check();
    await allOf(page, "textbox", ["Focus", "Pages"]);
    await only(page, "button", "Delete");
    await (await only(page, "button", "Make the test")).click();

    await page.getByRole("progressbar").waitFor();
    assert.match(await page.getByRole("status").textContent(), /^Generating\.\.\. usually under 1 minute\. \d of 3 questions created$/);
    await only(page, "button", "Cancel");

    await only(page, "heading", "Question 3");
    assert.equal(await page.getByRole("article").count(), 3);
    for (const number of [1, 2, 3]) {
      const article = page.getByRole("article").nth(number - 1);
      await only(article, "heading", `Question ${number}`);
      await allOf(article, "button", ["Edit", "Replace", "Delete", "Show in document", "Move up", "Move down"]);
    }
    await allOf(page, "button", ["Add question", "Take the test"]);

    await (await only(page, "button", "Download")).click();
    for (const name of ["Word", "Moodle XML", "GIFT", "QTI", "Canvas", "Anki", "Excel", "CSV", "Kahoot", "Wayground", "Blackboard", "Brightspace", "Blooket", "Google Forms", "Aiken", "LaTeX", "Markdown", "JSON"])
      await page.getByRole("link", { name: new RegExp(`^${name}`) }).or(page.getByRole("menuitem", { name: new RegExp(`^${name}`) })).waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^GIFT/ }).click()]);
    assert.match(file.suggestedFilename(), /\.(gift|txt)$/);

    const first = questionAt(page, 1);
    await (await only(first, "button", "Edit")).click();
    await (await only(page, "textbox", "Question")).fill("Which one?");
    await allOf(page, "textbox", ["Option A", "Option B", "Option C", "Option D", "Explanation"]);
    await (await only(page, "radio", "Option B is right")).check();
    await (await only(page, "button", "Save")).click();
    await first.getByText("Which one?").waitFor();
    await (await only(first, "button", "Move down")).click();
    await questionAt(page, 2).getByText("Which one?").waitFor();
    await (await only(questionAt(page, 2), "button", "Replace")).click();
    await (await only(page, "button", "Undo")).click();
    await questionAt(page, 2).getByText("Which one?").waitFor();
    await (await only(questionAt(page, 2), "button", "Delete")).click();
    await (await only(page, "button", "Undo")).click();
    await questionAt(page, 2).getByText("Which one?").waitFor();
    await (await only(questionAt(page, 1), "button", "Show in document")).click();
    await page.getByRole("dialog").locator("mark").waitFor();
    await page.keyboard.press("Escape");

    const { questions } = await api(page, "GET", `tests/${new URL(page.url()).hash.split("/")[2]}`);
    for (const attempt of ["the first", "again, with the same score"]) {
      await (await only(page, "button", "Take the test")).click();
      for (const [i, { question, options, correct_option }] of questions.entries()) {
        const group = page.getByRole("radiogroup", { name: question });
        await group.waitFor();
        await (await only(group, "radio", options[correct_option], { exact: true })).check();
        await only(page, "button", "Previous");
        await only(page, "button", "Finish");
        if (i < 2) await (await only(page, "button", "Next")).click();
      }
      await page.getByRole("button", { name: "Finish" }).click();
      await only(page, "heading", "Your result");
      await only(page, "heading", "3 of 3");
      assert.equal(await page.getByText("3 of 3").count(), 1, attempt);
    }

    await page.getByRole("button", { name: "Sign out" }).click();
    await only(page, "heading", "Sign in");
    await only(page, "button", "Sign in");
  });

test("a document says in words how it is", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  const buffer = Buffer.from("%PDF-1.4\nnothing");
  await page.getByLabel("Add documents").setInputFiles([{ name: "broken.pdf", mimeType: "application/pdf", buffer }]);
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "broken" }) });
  await row.getByText("Could not be read", { exact: true }).waitFor();
  await page.route(/\/documents\?/, async (route) => {
    const answer = await route.fetch();
    const list = await answer.json();
    await route.fulfill({ response: answer, json: { ...list, items: list.items.map((each) => ({ ...each, status: "processing" })) } });
  });
  await page.reload();
  await row.getByText("Reading", { exact: true }).waitFor();
});
