// The whole way without a mouse, and a file that is dropped on the page with one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { email, firstRun, password, questionAt, sample, serve, upload, visit } from "./support/browser.mjs";

test("from the first visit to a download by the keyboard alone", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  const press = (key) => page.keyboard.press(key);
  const name = () => page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("aria-label") ?? (at?.labels?.[0] ?? at)?.textContent ?? "";
  });
  /** Goes on by Tab to the control that begins with these words. */
  const tabTo = async (wanted) => {
    const met = [];
    while (met.length < 60) {
      await press("Tab");
      met.push(await name());
      if (met.at(-1).startsWith(wanted)) return;
    }
    assert.fail(`${wanted} is not met by Tab: ${met.join(" | ")}`);
  };

  await page.getByRole("heading", { name: "Welcome to Examwright" }).waitFor();
  await tabTo("E-mail");
  await page.keyboard.type(email);
  await tabTo("Password");
  await page.keyboard.type(password);
  await press("Enter");
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  assert.equal(await name(), "Documents", "the heading has the focus after a change of view");

  const chooser = page.waitForEvent("filechooser"); // so early that the browser knows of it when the key is pressed
  await tabTo("Add documents");
  await press("Enter");
  await (await chooser).setFiles(sample);
  await page.getByText("Ready", { exact: true }).waitFor();
  await tabTo("periodic-table");
  await press("Enter");
  await page.getByRole("heading", { name: "periodic-table" }).waitFor();
  await tabTo("Questions");
  await press("Control+a");
  await page.keyboard.type("3");
  await tabTo("Medium");
  await press("ArrowRight");
  assert.ok(await page.getByRole("radio", { name: "Hard" }).isChecked());
  await tabTo("Make the test");
  await press("Enter");
  await page.getByRole("heading", { name: "Question 3", exact: true }).waitFor();

  await tabTo("Download");
  await press("Enter");
  while (!(await name()).startsWith("GIFT")) await press("ArrowDown");
  const [file] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  assert.match(file.suggestedFilename(), /^periodic-table/);
  assert.equal(await name(), "Download", "the menu gives the focus back");

  await tabTo("Edit");
  await press("Enter");
  await questionAt(page, 1).getByRole("textbox", { name: "Question" }).waitFor();
  await press("Control+a");
  await page.keyboard.type("Mine?");
  await tabTo("Save");
  await press("Enter");
  await questionAt(page, 1).getByText("Mine?").waitFor();
  assert.equal(await name(), "Edit", "the form gives the focus back");
  await tabTo("Move down");
  await press("Enter");
  await questionAt(page, 2).getByText("Mine?").waitFor();
  assert.equal(await name(), "Move down", "the button that was pressed keeps the focus");
  await tabTo("Sign out");
  await press("Enter");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("a file that is dropped anywhere on any view is uploaded", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await page.getByRole("link", { name: "Account" }).click();
  await page.getByRole("heading", { name: "Account" }).waitFor();
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [sample], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "dragOver", "drop"]) {
    await browser.send("Input.dispatchDragEvent", { type, x: 400, y: 500, data });
    if (type === "dragOver") await page.locator("html.dropping").waitFor();
  }
  await page.getByRole("link", { name: "periodic-table" }).waitFor();
  await page.getByText("Ready", { exact: true }).waitFor();
  assert.equal(await page.locator("html.dropping").count(), 0);

  const text = { items: [{ mimeType: "text/plain", data: "words" }], files: [], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver"]) await browser.send("Input.dispatchDragEvent", { type, x: 400, y: 500, data: text });
  assert.equal(await page.locator("html.dropping").count(), 0, "words that are dragged are none of the page's business");
});
