// Two tabs of one person: neither overwrites the other's work in silence, nor claims what isn't so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, firstRun, makeTest, open, questionAt, serve, visit } from "./support/browser.mjs";

test("two tabs that edit, take a test and sign out", async (context) => {
  const { url } = await serve(context);
  const one = await visit(context, url);
  await firstRun(one);
  await makeTest(one, 2);
  const at = one.url();
  const id = new URL(at).hash.split("/")[2];
  const two = await open(context, one.context(), url);
  await two.goto(at);

  for (const [page, text] of [[one, "One's?"], [two, "Two's?"]]) {
    await questionAt(page, 1).getByRole("button", { name: "Edit" }).click();
    await questionAt(page, 1).getByRole("textbox", { name: "Question" }).fill(text);
  }
  await one.getByRole("button", { name: "Save" }).click();
  await one.getByText("Saved.").waitFor();
  await two.getByRole("button", { name: "Save" }).click();
  await two.getByText("changed elsewhere", { exact: false }).waitFor();
  await two.getByRole("alert").getByText("One's?").waitFor();
  await two.getByRole("button", { name: "Take the other words" }).click();
  assert.equal((await api(one, "GET", `tests/${id}`)).questions[0].question, "One's?");

  await questionAt(one, 2).getByRole("button", { name: "Move up" }).click();
  await one.getByText("It is question 1 now.").waitFor();
  await questionAt(two, 1).getByRole("button", { name: "Delete" }).click();
  await two.getByRole("button", { name: "Undo" }).waitFor();
  const left = (await api(one, "GET", `tests/${id}`)).questions.map(({ question }) => question);
  assert.ok(!left.includes("One's?"), "what was seen is what was deleted, wherever it stands now");

  await one.getByRole("button", { name: "Take the test" }).click();
  await one.getByRole("radio").first().check();
  await one.getByText("Your answers are saved.").waitFor();
  await two.goto(`${at}/take`);
  await two.getByRole("button", { name: "Finish" }).click();
  await two.getByRole("heading", { name: "Your result" }).waitFor();
  await one.getByRole("radio").nth(1).check();
  await one.getByText("The attempt is finished. Begin another one.").waitFor();
  assert.equal(await one.getByText("Your answers are saved.").count(), 0);

  await two.getByRole("button", { name: "Sign out" }).click();
  await two.getByRole("heading", { name: "Sign in" }).waitFor();
  await one.getByRole("link", { name: "Documents" }).click();
  await one.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("two tabs that order, rename, delete and take back", async (context) => {
  const { url } = await serve(context);
  const one = await visit(context, url);
  await firstRun(one);
  await makeTest(one, 4);
  const at = one.url();
  const path = `tests/${new URL(at).hash.split("/")[2]}`;
  const two = await open(context, one.context(), url);
  await two.goto(at);
  const stored = async () => (await api(one, "GET", path)).questions;
  const changed = two.getByText("This test has been changed elsewhere", { exact: false });
  const [a, b, c, d] = (await stored()).map(({ id }) => id);

  await questionAt(two, 1).waitFor();
  await questionAt(one, 4).getByRole("button", { name: "Move up" }).click();
  await one.getByText("It is question 3 now.").waitFor();
  await questionAt(two, 1).getByRole("button", { name: "Move down" }).click();
  await changed.waitFor();
  assert.deepEqual((await stored()).map(({ id }) => id), [a, b, d, c]);
  assert.equal(await two.evaluate(() => document.activeElement?.textContent), "Question 1");
  await questionAt(two, 1).getByRole("button", { name: "Move down" }).click();
  await two.getByText("It is question 2 now.").waitFor();
  assert.deepEqual((await stored()).map(({ id }) => id), [b, a, d, c]);

  await two.getByText("Rename the test").click();
  await api(one, "PATCH", path, { title: "One's" });
  await two.getByLabel("Title").fill("Two's");
  await two.getByRole("button", { name: "Save" }).click();
  await two.getByText(/The title has been changed elsewhere.*One's/).waitFor();
  await two.getByRole("heading", { name: "One's" }).waitFor();
  await two.getByRole("button", { name: "Save" }).click();
  await two.getByRole("heading", { name: "Two's" }).waitFor();
  assert.equal((await api(one, "GET", path)).title, "Two's");

  await one.reload();
  await questionAt(one, 1).getByRole("button", { name: "Replace" }).click();
  await one.getByText("Here is another question.").waitFor();
  await api(two, "PATCH", `${path}/questions/${(await stored())[0].id}`, { question: "Theirs?" });
  await one.getByRole("button", { name: "Undo" }).click();
  await one.getByText("This question has been changed elsewhere", { exact: false }).waitFor();
  await questionAt(one, 1).getByText("Theirs?").waitFor();
  assert.equal((await stored())[0].question, "Theirs?");

  for (const name of ["Delete", "Edit", "Move up"]) {
    const [{ id }, { id: last }] = (await stored()).slice(-2);
    await two.reload();
    await questionAt(two, 1).waitFor();
    const count = await two.getByRole("article").count();
    await api(one, "DELETE", `${path}/questions/${last}`);
    while ((await stored()).length >= count) await api(one, "DELETE", `${path}/questions/${(await stored()).at(-1).id}`);
    await questionAt(two, count).getByRole("button", { name }).click();
    await changed.waitFor();
    assert.equal(await two.getByRole("article").count(), count - 1);
    assert.equal((await stored()).at(-1).id, id);
  }

});
