// Every view and dialog, on a laptop and a phone, in both colours and both languages: no barrier that axe-core
// finds, nothing beyond the edge.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, barriers, firstRun, makeTest, overflow, serve, visit } from "./support/browser.mjs";

async function look(page, name) {
  assert.deepEqual(await barriers(page), [], name);
  assert.ok((await overflow(page)) <= 0, `${name} is wider than the window`);
}

/** Shows a view by its address; its heading has the focus or is there. */
async function go(page, hash, name) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator("h1").waitFor();
  await page.waitForFunction(() => !document.querySelector("main > p.quiet:only-child"));
  await look(page, name);
}

/** Opens a dialog, looks at it and closes it. */
async function lookInto(page, opener, name) {
  await opener.click();
  await page.locator("dialog[open]").last().waitFor();
  await look(page, name);
  await page.keyboard.press("Escape");
}

for (const { width, colorScheme, language } of [
  { width: 1280, colorScheme: "light", language: "en" },
  { width: 360, colorScheme: "dark", language: "hi" },
  { width: 320, colorScheme: "light", language: "en" },
])
  test(`every view at ${width} px, ${colorScheme}, ${language}`, async (context) => {
    const { url } = await serve(context);
    const page = await visit(context, url, { viewport: { width, height: 800 }, colorScheme });
    await look(page, "the first run");
    await firstRun(page);
    await look(page, "no documents");
    await makeTest(page, 2);
    const id = new URL(page.url()).hash.split("/")[2];
    const test = await api(page, "GET", `tests/${id}`);
    const attempt = await api(page, "POST", `tests/${id}/attempts`, {});
    await api(page, "POST", `attempts/${attempt.id}/finish`);
    await page.evaluate((tongue) => localStorage.setItem("language", tongue), language);
    await page.reload();
    await page.locator("article").first().waitFor();
    await look(page, "the review");
    await page.locator("article .source button").first().click();
    await page.locator("dialog mark").waitFor();
    await look(page, "the source");
    await page.keyboard.press("Escape");
    await page.locator(".dropdown > button").click();
    await look(page, "the formats");
    await page.keyboard.press("Escape");
    await page.locator("article .tools button").first().click();
    await page.locator("article form").waitFor();
    await look(page, "an edit");
    await page.locator("article .tools button:visible").nth(1).click();
    await page.locator(".before").waitFor();
    await look(page, "a question replaced");
    await lookInto(page, page.locator(".foot > button"), "deleting a test");
    await go(page, "#/documents", "the documents");
    await page.locator(".rows button").first().waitFor();
    await lookInto(page, page.locator(".actions button"), "pasting a text");
    await lookInto(page, page.locator(".rows button").first(), "deleting a document");
    await go(page, "#/admin", "the owner's view");
    await page.locator("section details").first().click();
    await look(page, "what doctor says");
    const users = page.locator("section").nth(1).locator(".actions button");
    await lookInto(page, users.first(), "adding a user");
    await users.last().click();
    await page.locator("dialog[open] input").fill("ravi@example.org");
    await page.locator("dialog[open] .primary").click();
    await page.locator("dialog input[readonly]").waitFor();
    await look(page, "an invitation's link");
    await page.keyboard.press("Escape");
    await look(page, "an open invitation");
    for (const [hash, name] of [
      [`#/documents/${test.document_id}`, "a document"],
      [`#/documents/${test.document_id}/pages/1`, "a document's text"],
      ["#/tests", "the tests"],
      ["#/tests/new", "a test put together"],
      [`#/tests/${id}/print?key=yes`, "the print view"],
      [`#/tests/${id}/take`, "taking"],
      [`#/tests/${id}/attempts/${attempt.id}`, "a result"],
      ["#/account", "the account"],
      ["#/join/token", "an invitation"],
      ["#/reset/token", "a link for a new password"],
      ["#/nowhere", "nothing"],
    ])
      await go(page, hash, name);
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), colorScheme);
    await go(page, `#/tests/${id}/print`, "the print view");
    await page.emulateMedia({ media: "print", colorScheme });
    const onPaper = page.locator("button, a, label, input, select").filter({ visible: true });
    assert.equal(await onPaper.count(), 0, "nothing on paper is there to be pressed");
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(28, 35, 33)");
    await page.emulateMedia({ media: "screen", colorScheme });
    await go(page, `#/tests/${id}/take`, "taking");
    await page.locator(".actions button").nth(2).click(); // "Finish"
    await page.locator(".score").waitFor();
    await look(page, "the result");
  });
