// Scripts where people and models write: none runs, all of it is shown as text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, firstRun, questionAt, serve, visit } from "./support/browser.mjs";

const script = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

test("names, texts and questions are text, whatever stands in them", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  const name = `<img src=x onerror=alert(1)>.txt`;
  await page.getByLabel("Add documents").setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(`${script} and so on.`) }]);
  await page.getByText("Ready", { exact: true }).waitFor();
  await page.getByRole("link", { name: "<img src=x" }).click();
  await page.getByRole("link", { name: "Read the text" }).click();
  await page.getByText(script, { exact: false }).waitFor();

  const options = { A: script, B: "$\\href{javascript:alert(1)}{x}$", C: "\\(\\includegraphics{http://example.org/x.png}\\)", D: "$<b>$" };
  const body = { title: script, questions: [{ question: script, options, correct_option: "A", explanation: script, source_quote: script, source_page: 1 }] };
  const made = await api(page, "POST", "tests/import", body);
  await page.goto(`${url}/#/tests/${made.id}`);
  await questionAt(page, 1).getByText(script, { exact: false }).first().waitFor();
  await page.goto(`${url}/#/tests/${made.id}/take`);
  await page.getByRole("radiogroup", { name: script }).waitFor();
  assert.equal(await page.locator("main img, main script, main a[href^=javascript]").count(), 0);
  assert.doesNotMatch(await page.title(), /^owned/);
});

test("what the author makes of such a text is text, too, wherever it is shown", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  const names = ["Copper", "Bronze", "Brass", "Gold", "Silver", "Tin"];
  const sentences = names.map((name, i) => `${name} was written as ${script} by the chemist ${names[(i + 1) % 6]}son in the year ${1700 + i} of his life.`);
  await page.getByRole("button", { name: "Paste text" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill(script);
  await page.getByRole("dialog").getByLabel("Text", { exact: true }).fill(`${sentences.join(" ")} ${sentences.join(" ")}`);
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await page.getByText("Ready", { exact: true }).waitFor();
  await page.getByRole("link", { name: script }).click();
  await page.getByRole("spinbutton", { name: "Questions" }).fill("2");
  await page.getByRole("button", { name: "Make the test" }).click();
  await questionAt(page, 1).getByText(script, { exact: false }).first().waitFor();
  const { hash } = new URL(page.url());
  await questionAt(page, 1).getByRole("button", { name: "Show in document" }).click();
  await page.getByRole("dialog", { name: script }).locator("mark").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete the test" }).click();
  await page.keyboard.press("Escape");
  await api(page, "POST", "topics", { slug: "hostile", name: script });
  for (const at of ["#/tests", "#/tests/new", "#/admin", "#/documents", `${hash}/print?key=yes`, `${hash}/take`]) {
    await page.goto(`${url}/${at}`);
    await page.getByText(script, { exact: false }).first().waitFor();
  }
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("article").getByText(script, { exact: false }).first().waitFor();
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.doesNotMatch(await page.title(), /^owned/);
});
