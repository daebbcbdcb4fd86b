// The whole way without a mouse, and a file that is dropped on the page with one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, email, firstRun, password, questionAt, sample, serve, upload, visit } from "./support/browser.mjs";

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

test("the focus stays where it was, or near what has gone", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  const focused = () => page.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.getAttribute("aria-description") ?? document.activeElement.textContent}`);
  const focusIs = (wanted) => page.waitForFunction((name) => `${document.activeElement.tagName} ${document.activeElement.getAttribute("aria-description") ?? document.activeElement.textContent}` === name, wanted).catch(async () => assert.equal(await focused(), wanted));
  const press = async (button) => {
    await button.focus();
    await page.keyboard.press("Enter");
  };

  const sections = Array.from({ length: 12 }, (_, i) => `<h1>Part ${i + 1}</h1><p>The number of this part is ${i + 1}.</p>`);
  for (const name of ["first.html", "second.html"]) await page.getByLabel("Add documents").setInputFiles([{ name, mimeType: "text/html", buffer: Buffer.from(sections.join("")) }]);
  await page.getByText("Ready", { exact: true }).nth(1).waitFor();
  await press(page.getByRole("listitem").first().getByRole("button", { name: "Delete" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Delete" }));
  await focusIs("A first");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Read the text" }).click();
  await page.getByRole("spinbutton", { name: "Go to number" }).fill("11");
  await page.keyboard.press("Enter");
  await page.getByText("The number of this part is 11.").waitFor();
  await press(page.getByRole("button", { name: "Next" }));
  await page.getByText("The number of this part is 12.").waitFor();
  await focusIs("BUTTON Next");
  await page.reload();
  await page.getByText("The number of this part is 12.").waitFor();

  const questions = [{ question: "Which?", options: { A: "this", B: "that" }, correct_option: "A" }];
  const { id } = await api(page, "POST", "tests/import", { title: "One", questions });
  await page.goto(`${url}/#/tests/${id}`);
  await press(questionAt(page, 1).getByRole("button", { name: "Replace" }));
  await page.getByText("There is no document here from which another question could be made", { exact: false }).waitFor();
  await focusIs("BUTTON Replace");
  await press(questionAt(page, 1).getByRole("button", { name: "Edit" }));
  await page.getByRole("textbox", { name: "Option B" }).fill("this");
  await press(page.getByRole("button", { name: "Save" }));
  await page.getByText("Options A and B say the same.").waitFor();
  await focusIs("BUTTON Save");

  await api(page, "POST", "admin/users", { email: "ravi@example.org", password: "another horse" });
  await page.goto(`${url}/#/admin`);
  for (const topic of ["Biology", "Chemistry"]) {
    await page.getByLabel("Name of the topic").fill(topic);
    await press(page.getByRole("button", { name: "Add a topic" }));
    await page.getByText(topic, { exact: true }).waitFor();
    await focusIs("BUTTON Add a topic");
  }
  const topic = (name) => page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Remove" });
  await press(topic("Biology"));
  await focusIs("BUTTON Chemistry");
  await page.keyboard.press("Enter");
  await page.getByText("Chemistry").waitFor({ state: "detached" });
  assert.notEqual((await focused()).split(" ")[0], "BODY");
  await press(page.getByRole("row", { name: "ravi@example.org" }).getByRole("button", { name: "Remove" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Delete" }));
  await focusIs(`BUTTON ${email}`);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("a wrong horse");
  await press(page.getByRole("button", { name: "Sign in" }));
  await page.getByText("There is no account with this e-mail and password.").waitFor();
  await focusIs("BUTTON Sign in");
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
