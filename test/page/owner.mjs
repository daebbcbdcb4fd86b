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
  await page.getByText("Questions are written by the offline author.", { exact: false }).waitFor();
  await page.getByText(/^\d+ things are fine$/).click();
  for (const check of ["disk", "schema", "clock"]) await page.getByRole("listitem").filter({ hasText: new RegExp(`^${check}Fine`) }).waitFor();
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

  const of = (day, calls, cost_usd) => ({ day, user_id: "x", calls, input_tokens: 1, output_tokens: 1, cost_usd });
  const barsOf = () => page.getByRole("table", { name: "By day" }).locator("meter").evaluateAll((bars) => bars.map(({ value, max }) => value / max));
  for (const [cost, bars] of [[2, [1, 0]], [0, [0.2, 1]]]) {
    await page.route(/admin\/usage/, (route) => route.fulfill({ json: { days: [of("2026-11-01", 10, cost), of("2026-11-02", 50, 0)] } }), { times: 1 });
    await page.reload();
    await page.getByRole("table", { name: "By day" }).waitFor();
    assert.deepEqual(await barsOf(), bars, "all bars of a table are of one kind");
  }
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download a backup" }).click()]);
  assert.match((await readFile(await file.path())).subarray(0, 15).toString(), /^SQLite format 3/);
});

test("a link makes an account, and another one a new password", async (context) => {
  const { url } = await serve(context);
  const owner = await visit(context, url);
  await firstRun(owner);
  const linkOf = async () => {
    const link = await owner.getByLabel("Link", { exact: true }).inputValue();
    await owner.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    return link;
  };
  await owner.getByRole("link", { name: "Server" }).click();
  await owner.getByRole("button", { name: "Invite by link" }).click();
  await owner.getByRole("dialog").getByLabel("E-mail").fill("ravi@example.org");
  await owner.getByRole("button", { name: "Make the link" }).click();
  const invitation = await linkOf();
  await owner.getByText("invited until", { exact: false }).waitFor();

  const ravi = await visit(context, url);
  await ravi.goto(invitation);
  await ravi.reload();
  await ravi.getByLabel("Password").fill("another horse");
  await ravi.getByRole("button", { name: "Create account" }).click();
  await ravi.getByRole("heading", { name: "Documents" }).waitFor();

  await owner.reload();
  await owner.getByRole("row", { name: "ravi@example.org" }).getByRole("button", { name: "Reset link" }).click();
  const reset = await linkOf();
  await ravi.goto(reset);
  await ravi.getByRole("heading", { name: "A new password" }).waitFor();
  await ravi.getByLabel("Password").fill("a third horse");
  await ravi.getByRole("button", { name: "Save" }).click();
  await ravi.getByRole("link", { name: "Sign in" }).click();
  await ravi.getByLabel("E-mail").fill("ravi@example.org");
  await ravi.getByLabel("Password").fill("a third horse");
  await ravi.getByRole("button", { name: "Sign in" }).click();
  await ravi.getByRole("heading", { name: "Documents" }).waitFor();

  await ravi.goto(`${url}/#/reset/used-up`);
  await ravi.getByLabel("Password").fill("a fourth horse");
  await ravi.getByRole("button", { name: "Save" }).click();
  await ravi.getByText("used up or too old", { exact: false }).waitFor();
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
