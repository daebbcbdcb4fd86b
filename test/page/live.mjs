// A test while it is made: a reload, a network that is away, a server that starts anew, a cancel.
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstRun, questionAt, sample, serve, upload, visit } from "./support/browser.mjs";

async function begin(page) {
  await upload(page);
  await page.getByRole("link", { name: "periodic-table" }).first().click();
  await page.getByRole("spinbutton", { name: "Questions" }).fill("4");
  await page.getByRole("button", { name: "Make the test" }).click();
  await page.getByRole("progressbar").waitFor();
}

const slow = { latency: 1500 };

test("the view goes on through a reload and a network that is away", async (context) => {
  const { url } = await serve(context, slow);
  const page = await visit(context, url);
  await firstRun(page);
  await begin(page);
  assert.equal(await page.getByRole("status").textContent(), "Generating... usually under 1 minute. 0 of 4 questions created");
  await page.reload();
  await page.getByRole("progressbar").waitFor();
  await page.context().setOffline(true);
  await page.getByText("can't be reached", { exact: false }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "Question 1", exact: true }).waitFor({ timeout: 60_000 });
});

test("the document's list of tests tells by itself when one is made", async (context) => {
  const { url } = await serve(context, { latency: 700 });
  const page = await visit(context, url);
  await firstRun(page);
  await begin(page);
  await page.goBack();
  const row = page.getByRole("listitem").filter({ hasText: "periodic-table" });
  await row.getByText("Being made").waitFor();
  await page.getByRole("textbox", { name: "Focus" }).fill("metals");
  await row.getByText("4 questions").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Focus" }).inputValue(), "metals");
});

test("the list of all tests tells so, too, and keeps the focus", async (context) => {
  const { url } = await serve(context, { latency: 700 });
  const page = await visit(context, url);
  await firstRun(page);
  await begin(page);
  await page.goto(`${url}/#/tests`);
  const row = page.getByRole("listitem").filter({ hasText: "periodic-table" });
  await row.getByText("Being made").waitFor();
  await row.getByRole("link").focus();
  await row.getByText("4 questions").waitFor();
  assert.ok(await row.getByRole("link").evaluate((link) => link === document.activeElement));
});

test("a page that is not seen asks for nothing", async (context) => {
  const { url } = await serve(context, { latency: 60_000 });
  const page = await visit(context, url);
  await firstRun(page);
  await begin(page);
  let asked = 0;
  page.on("request", (request) => request.url().endsWith("/status") && ++asked);
  const show = (seen) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, !seen);
  await page.waitForRequest(/\/status$/);
  await show(false);
  await page.waitForFunction(() => !performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith("/status") && responseEnd === 0));
  asked = 0;
  const clock = page.getByText(/^\d+:\d\d so far$/);
  for (const before = await clock.textContent(), ticks = new Set([before]); ticks.size < 4; ) ticks.add(await clock.textContent());
  assert.equal(asked, 0);
  await Promise.all([page.waitForRequest(/\/status$/), show(true)]);
});

test("an upload and an edit that the network cuts off are told, and go through afterwards", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await page.context().setOffline(true);
  await page.getByLabel("Add documents").setInputFiles(sample);
  const mayLeave = () => page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await page.getByText("The upload broke off.", { exact: false }).waitFor();
  assert.equal(await mayLeave(), true);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("link", { name: "periodic-table" }).click();
  await page.getByRole("button", { name: "Make the test" }).click();
  await questionAt(page, 1).getByRole("button", { name: "Edit" }).click();
  await questionAt(page, 1).getByRole("textbox", { name: "Question" }).fill("Mine?");
  await page.context().setOffline(true);
  await questionAt(page, 1).getByRole("button", { name: "Save" }).click();
  await questionAt(page, 1).getByText("The server can't be reached.", { exact: false }).waitFor();
  await page.context().setOffline(false);
  await questionAt(page, 1).getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await questionAt(page, 1).getByText("Mine?").waitFor();
});

test("the view goes on when the server starts anew", async (context) => {
  const first = await serve(context, slow);
  const page = await visit(context, first.url);
  await firstRun(page);
  await begin(page);
  await first.stop();
  await page.getByText("can't be reached", { exact: false }).waitFor();
  await serve(context, { latency: 0, data: first.data, port: new URL(first.url).port });
  await page.getByRole("heading", { name: "Question 1", exact: true }).waitFor({ timeout: 60_000 });
});

test("a test that was cancelled without questions leads back to its document, and offers nothing to take away", async (context) => {
  const { url } = await serve(context, { latency: 60_000 });
  const page = await visit(context, url);
  await firstRun(page);
  await begin(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("No questions", { exact: false }).waitFor();
  assert.equal(await page.getByText("made in", { exact: false }).count(), 0);
  for (const role of ["button", "link"]) assert.equal(await page.getByRole(role, { name: /^(Download|Print|Take the test)$/ }).count(), 0);
  await page.getByRole("link", { name: "The document" }).click();
  await page.getByRole("button", { name: "Make the test" }).waitFor();
});
