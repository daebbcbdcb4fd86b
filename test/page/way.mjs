// The whole way, from the first visit to a download, and what is asked for on it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { firstRun, makeTest, questionAt, serve, signIn, upload, visit } from "./support/browser.mjs";

test("from the first visit to a download", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 4);
  const articles = page.getByRole("article");
  assert.equal(await articles.count(), 4);
  for (const name of ["Edit", "Replace", "Delete", "Show in document", "Move up", "Move down"])
    assert.equal(await questionAt(page, 2).getByRole("button", { name }).count(), 1, name);

  await page.getByRole("button", { name: "Download", exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Moodle XML/ }).click()]);
  assert.match(await readFile(await file.path(), "utf8"), /^<\?xml.*<quiz>/s);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await signIn(page);
  await page.getByRole("link", { name: "Documents" }).click();
  await page.getByRole("link", { name: "periodic-table" }).waitFor();
});

test("the first view of somebody who is signed in asks for little", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  assert.ok(asked.length <= 10, asked.join("\n"));
});

test("a file that can't be read says why and can be taken away; text can be pasted", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await page.getByLabel("Add documents").setInputFiles([{ name: "broken.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\nnothing") }]);
  await page.getByText("Could not be read", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText("No documents yet.", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Paste text" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Norland");
  await page.getByRole("dialog").getByLabel("Text", { exact: true }).fill("The river of Norland was mapped in 1801.");
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await page.getByRole("link", { name: "Norland" }).click();
  await page.getByRole("link", { name: "Read the text" }).click();
  await page.getByText("mapped in 1801").waitFor();
});

test("a session that has ended asks for a sign-in and goes on in the same view", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await upload(page);
  await page.context().clearCookies();
  await page.getByRole("link", { name: "periodic-table" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await signIn(page);
  await page.getByRole("button", { name: "Make the test" }).waitFor();
});
