// What the owner does: users, topics, usage, the backup; and one's own account.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { firstRun, makeTest, serve, visit } from "./support/browser.mjs";

test("the owner adds a user and a topic, sees what was used, and takes a backup away", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  await page.getByRole("link", { name: "Server" }).click();
  await page.getByRole("button", { name: "Add a user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill("ravi@example.org");
  await dialog.getByLabel("Password").fill("another horse");
  await dialog.getByRole("button", { name: "Add a user" }).click();
  await page.getByRole("combobox", { name: "Role of ravi@example.org" }).selectOption("Owner");
  await page.getByLabel("Name of the topic").fill("Chemistry");
  await page.getByRole("button", { name: "Add a topic" }).click();
  await page.getByText("Chemistry").waitFor();
  await page.getByRole("table", { name: "By day" }).waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download a backup" }).click()]);
  assert.match((await readFile(await file.path())).subarray(0, 15).toString(), /^SQLite format 3/);
});

test("one's own account: language, colours, password, sessions", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await page.getByRole("link", { name: "Account" }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  await page.getByLabel("Old password").fill("correct horse");
  await page.getByLabel("New password").fill("another horse");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("The new password holds.", { exact: false }).waitFor();
  await page.getByRole("radio", { name: "हिन्दी" }).check();
  await page.getByRole("heading", { name: "खाता" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "hi");
  await page.reload();
  await page.getByRole("heading", { name: "खाता" }).waitFor();
});
