// Taking a test: by keyboard alone, through a reload and a dead network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, firstRun, makeTest, serve, visit } from "./support/browser.mjs";

test("a test is taken by keyboard alone, and the result says what was missed", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 3);
  const id = new URL(page.url()).hash.split("/")[2];
  const { questions } = await api(page, "GET", `tests/${id}`);
  const press = (key) => page.keyboard.press(key);
  await page.getByRole("button", { name: "Take the test" }).focus();
  await press("Enter");
  for (const [i, { question, correct_option }] of questions.entries()) {
    const group = page.getByRole("radiogroup", { name: question });
    await group.waitFor();
    await press("Tab");
    await press("Space"); // the first option
    const wanted = i === 0 ? (correct_option === "A" ? "B" : "A") : correct_option;
    for (let letter = "A"; letter < wanted; letter = String.fromCharCode(letter.charCodeAt(0) + 1)) await press("ArrowDown");
    if (i === questions.length - 1) break;
    await page.getByRole("button", { name: "Next" }).focus();
    await press("Enter");
  }
  await page.getByText("Your answers are saved.").waitFor();
  await page.getByRole("button", { name: "Finish" }).focus();
  await press("Enter");
  await page.getByRole("heading", { name: "Your result" }).waitFor();
  await page.getByText("2 of 3", { exact: true }).waitFor();
  await page.getByText(questions[0].question).waitFor();
  assert.equal(await page.getByRole("article").count(), 1);

  await page.reload();
  await page.getByRole("heading", { name: "2 of 3" }).waitFor();
  await page.getByText(questions[0].question).waitFor();
  await page.goBack();
  await page.getByText("You have taken this test 1 time").waitFor();
  assert.equal((await api(page, "GET", `tests/${id}/attempts`)).total, 1, "to see a result begins nothing");
  await page.getByText("You have taken this test 1 time").click();
  await page.getByRole("table", { name: "Your attempts" }).getByRole("link").click();
  await page.getByRole("heading", { name: "2 of 3" }).waitFor();

  await page.getByRole("button", { name: "Again, only the 1 missed" }).click();
  await page.getByRole("radiogroup", { name: questions[0].question }).waitFor();
  await page.getByRole("radio").nth(questions[0].correct_option.charCodeAt(0) - 65).check();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("heading", { name: "1 of 1" }).waitFor();
  await page.getByRole("table", { name: "Your attempts" }).getByRole("link").first().click();
  await page.getByText(questions[0].question).waitFor();
  await api(page, "DELETE", `tests/${id}/questions/${questions[0].id}`);
  await page.reload();
  await page.getByText("1 question that was missed is no longer in the test.").waitFor();
});

test("answers survive a reload and a network that is away", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  await page.getByRole("button", { name: "Take the test" }).click();
  await page.getByRole("radio").first().check();
  await page.getByText("Your answers are saved.").waitFor();
  await page.reload();
  await page.getByText("2 of 2", { exact: true }).waitFor(); // the first that has no answer
  await page.context().setOffline(true);
  await page.getByRole("radio").first().check();
  await page.getByText("Not saved yet", { exact: false }).waitFor();
  await page.context().setOffline(false);
  await page.getByText("Your answers are saved.").waitFor();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("heading", { name: "Your result" }).waitFor();
});

test("an attempt that was left goes on and says so; another can be begun in its place", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await makeTest(page, 2);
  const id = new URL(page.url()).hash.split("/")[2];
  await page.getByRole("button", { name: "Take the test" }).click();
  await page.getByRole("radio").first().check();
  await page.getByText("Your answers are saved.").waitFor();
  assert.equal(await page.getByText("You go on with", { exact: false }).count(), 0);
  await api(page, "POST", `tests/${id}/questions`, { question: "Added?", options: { A: "yes", B: "no" }, correct_option: "A" });
  await page.goBack();
  await page.getByRole("button", { name: "Take the test" }).click();
  await page.getByText("You go on with the attempt that you began", { exact: false }).waitFor();
  await page.getByText("This attempt has 2 of the test's 3 questions.").waitFor();
  await page.getByRole("button", { name: "Start anew" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start anew" }).click();
  await page.getByText("1 of 3", { exact: true }).waitFor();
  assert.equal(await page.getByText("You go on with", { exact: false }).count(), 0);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
});
