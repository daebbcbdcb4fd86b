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
    for (const [hash, name] of [
      ["#/documents", "the documents"],
      [`#/documents/${test.document_id}`, "a document"],
      [`#/documents/${test.document_id}/pages/1`, "a document's text"],
      ["#/tests", "the tests"],
      ["#/tests/new", "a test put together"],
      [`#/tests/${id}/print?key=yes`, "the print view"],
      [`#/tests/${id}/take`, "taking"],
      ["#/account", "the account"],
      ["#/admin", "the owner's view"],
      ["#/nowhere", "nothing"],
    ])
      await go(page, hash, name);
    await go(page, `#/tests/${id}/take`, "taking");
    await page.locator(".actions .primary").click();
    await page.locator(".score").waitFor();
    await look(page, "the result");
  });
