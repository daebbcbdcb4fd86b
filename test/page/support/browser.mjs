// The real server and a real browser. Whatever the browser complains of, and whatever it asks another host for,
// fails the test.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { folder, listen } from "../../witnesses/support/examwright.mjs";

export const email = "asha@example.org";
export const password = "correct horse";
export const sample = new URL("../../../tools/sample/periodic-table.md", import.meta.url).pathname;

const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP school.example 127.0.0.1",
];
const executablePath = process.env.EXAMWRIGHT_CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, headless: true, args });
after(() => browser.close());

/** A server with the offline author, or with the simulator of Claude, whose calls take so many milliseconds. */
export async function serve(context, { latency, data, port = "0", env = {} } = {}) {
  const own = { EXAMWRIGHT_PORT: port, EXAMWRIGHT_DATA: data ?? (await folder(context)), EXAMWRIGHT_ENGINE: "offline", ...env };
  if (latency !== undefined) {
    const claude = await listen(["simulate", "--port", "0", "--latency-ms", String(latency)]);
    context.after(claude.stop);
    Object.assign(own, { EXAMWRIGHT_ENGINE: "claude", ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: "a-key" });
  }
  const server = await listen(["serve"], own);
  context.after(server.stop);
  return { ...server, data: own.EXAMWRIGHT_DATA };
}

const expected = /status of (400|401|404|409|412)|ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)/;

/** A person's browser on the page. */
export async function visit(context, url, options = {}) {
  const person = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en", ...options });
  context.after(() => person.close());
  return open(context, person, url);
}

/** A port that nobody listens on. */
export async function freePort() {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address();
  holder.close();
  return String(port);
}

/** A page in a person's browser. */
export async function open(context, person, url) {
  const page = await person.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !expected.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error.stack)));
  page.on("dialog", (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) complaints.push(`asked for ${request.url()}`);
  });
  context.after(() => assert.deepEqual(complaints, []));
  await page.goto(`${url}/`);
  return page;
}

/** The first account, made on the page. */
export async function firstRun(page) {
  await page.getByRole("heading", { name: "Welcome to Examwright" }).waitFor();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Documents" }).waitFor();
}

export async function signIn(page) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

/** A call of the server in the page's session. */
export async function api(page, method, path, body) {
  return page.evaluate(
    async ([how, where, what]) => {
      const headers = what ? { "Content-Type": "application/json" } : {};
      const answer = await fetch(where, { method: how, headers, body: what && JSON.stringify(what) });
      const text = await answer.text();
      return text ? JSON.parse(text) : null;
    },
    [method, path, body],
  );
}

export async function upload(page, files = sample) {
  await page.getByLabel("Add documents").setInputFiles(files);
  await page.getByText("Ready", { exact: true }).first().waitFor();
}

/** Uploads the sample, has a test made of it, and shows it. */
export async function makeTest(page, questions = 4) {
  await upload(page);
  await page.getByRole("link", { name: "periodic-table" }).first().click();
  await page.getByRole("spinbutton", { name: "Questions" }).fill(String(questions));
  await page.getByRole("button", { name: "Make the test" }).click();
  await page.getByRole("heading", { name: "Question 1", exact: true }).waitFor();
}

/** A question's article, by its number. */
export const questionAt = (page, number) => page.getByRole("article", { name: `Question ${number}`, exact: true });

/** The page's strings in a language: (key, values) => text. */
export async function wordsIn(language) {
  const catalogue = JSON.parse(await readFile(new URL(`../../../server/web/app/${language}.json`, import.meta.url), "utf8"));
  return (key, values = {}) => catalogue[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core has against the page as it is. */
export async function barriers(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), tags);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);
}

/** Nothing stands beyond the edge of the window. */
export async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
