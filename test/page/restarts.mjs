// A server that is killed in the middle of an upload, an edit and an attempt, and starts anew: nothing is lost.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { api, firstRun, questionAt, sample, serve, visit } from "./support/browser.mjs";

test("an upload, an edit and an attempt go on when the server was killed", async (context) => {
  let server = await serve(context);
  const { url, data } = server;
  const kill = async () => {
    const ended = once(server.child, "close");
    server.child.kill("SIGKILL");
    await ended;
  };
  const startAnew = async () => (server = await serve(context, { data, port: new URL(url).port }));
  const page = await visit(context, url);
  await firstRun(page);

  const browser = await page.context().newCDPSession(page);
  const throttle = (bytes) => browser.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytes });
  await throttle(30_000);
  const buffer = Buffer.from((await readFile(sample, "utf8")).repeat(20));
  await page.getByLabel("Add documents").setInputFiles([{ name: "elements.md", mimeType: "text/markdown", buffer }]);
  await page.waitForFunction(() => {
    const bar = document.querySelector(".uploads progress");
    return bar && bar.value > 0.1 && bar.value < 1;
  });
  await kill();
  await page.getByText("The upload broke off.", { exact: false }).waitFor();
  await throttle(-1);
  await startAnew();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Ready", { exact: true }).waitFor();
  assert.equal((await api(page, "GET", "documents")).total, 1);

  await page.getByRole("link", { name: "elements" }).click();
  await page.getByRole("spinbutton", { name: "Questions" }).fill("3");
  await page.getByRole("button", { name: "Make the test" }).click();
  await questionAt(page, 1).getByRole("button", { name: "Edit" }).click();
  await questionAt(page, 1).getByRole("textbox", { name: "Question" }).fill("Mine?");
  await kill();
  await page.getByRole("button", { name: "Save" }).click();
  await questionAt(page, 1).getByText("The server can't be reached.", { exact: false }).waitFor();
  await startAnew();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();

  await page.getByRole("button", { name: "Take the test" }).click();
  await page.getByRole("radiogroup", { name: "Mine?" }).waitFor();
  await kill();
  await page.getByRole("radio").nth(1).check();
  await page.getByText("Not saved yet", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio").nth(2).check();
  await startAnew();
  await page.getByText("Your answers are saved.").waitFor();
  await page.reload();
  await page.getByText("3 of 3", { exact: true }).waitFor(); // the first that has no answer
  await page.getByRole("button", { name: "Previous" }).click();
  assert.ok(await page.getByRole("radio").nth(2).isChecked());
});
