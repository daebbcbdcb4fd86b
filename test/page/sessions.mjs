// Coming in, and what is shown first: each view once, in the session that there is, on any address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstRun, freePort, makeTest, questionAt, sample, serve, signIn, upload, visit } from "./support/browser.mjs";

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

test("a document that arrives while the list of them is on its way is shown", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  let told;
  const listed = new Promise((resolve) => (told = resolve));
  const arrived = page.waitForResponse(/\/documents\/upload$/);
  await page.route(/\/documents\/upload$/, async (route) => {
    assert.equal(await page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true }))), false, "the browser asks before it leaves an upload");
    await listed;
    await route.continue();
  });
  await page.getByLabel("Add documents").setInputFiles(sample);
  await page.getByRole("link", { name: "Account" }).click();
  await page.getByRole("heading", { name: "Account" }).waitFor();
  const older = async (route) => {
    const response = await route.fetch();
    told();
    await arrived;
    await route.fulfill({ response });
  };
  await page.route(/\/documents\?/, older, { times: 1 });
  await page.getByRole("link", { name: "Documents" }).click();
  await page.getByRole("link", { name: "periodic-table" }).waitFor();
});

test("the language can be chosen before the sign-in, and a garbled address is told", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await page.getByRole("button", { name: "हिन्दी" }).click();
  await page.getByRole("heading", { name: "Examwright में आपका स्वागत है" }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await firstRun(page);
  await page.evaluate(() => (location.hash = "#/tests/%E0%A4%A"));
  await page.getByRole("heading", { name: "Nothing is here" }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "हिन्दी" }).click();
  await page.getByRole("heading", { name: "साइन इन करें" }).waitFor();
});

test("on plain HTTP to a host's name, which browsers trust less, all goes as well", async (context) => {
  const port = await freePort();
  const url = `http://school.example:${port}`;
  const { log } = await serve(context, { port, env: { EXAMWRIGHT_PUBLIC_URL: url } });
  const page = await visit(context, url);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await page.getByLabel("Set-up token").fill(/#\/welcome\/(\S+)/.exec(log())[1]);
  await firstRun(page);
  await makeTest(page, 2);
  await questionAt(page, 1).getByRole("button", { name: "Edit" }).click();
  await questionAt(page, 1).getByRole("textbox", { name: "Question" }).fill("Mine?");
  await page.getByRole("button", { name: "Save" }).click();
  await questionAt(page, 1).getByText("Mine?").waitFor();
  await page.getByRole("button", { name: "Take the test" }).click();
  await page.getByRole("radio").first().check();
  await page.getByText("Your answers are saved.").waitFor();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("heading", { name: "Your result" }).waitFor();
  await page.getByRole("link", { name: "Server" }).click();
  await page.getByRole("button", { name: "Invite by link" }).click();
  await page.getByRole("dialog").getByLabel("E-mail").fill("ravi@example.org");
  await page.getByRole("button", { name: "Make the link" }).click();
  assert.ok((await page.getByLabel("Link", { exact: true }).inputValue()).startsWith(`${url}/#/join/`));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page);
});

test("the first view after a sign-in is shown once: a second time would take the focus away", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  const asked = [];
  page.on("request", (request) => request.url().includes("/documents?") && asked.push(request.url()));
  await firstRun(page);
  await page.waitForLoadState("networkidle");
  assert.equal(asked.length, 1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await signIn(page);
  await page.waitForLoadState("networkidle");
  assert.equal(asked.length, 2);
});
