// The page at /docs, in a browser's stead: it shows every call with all that the contract says of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { send } from "../support/api.mjs";
import { school, theContract } from "./school.mjs";

const sourceHash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("docs: shows everything, by no more than its policy lets it", async (context) => {
  const { url } = await school(context);
  const page = await send(url, { path: "/docs" });
  const fetched = [];
  const answer = { json: async () => theContract().document };
  const beforeParse = (window) =>
    Object.assign(window, { fetch: async (what) => (fetched.push(what), answer), matchMedia: () => ({ matches: true }) });
  const { window } = new JSDOM(page.text, { url: `${url}/docs`, runScripts: "dangerously", beforeParse });
  const { document } = window;
  const policy = page.headers["content-security-policy"];
  assert.match(policy, /^default-src 'none'; connect-src 'self'; style-src \S+; script-src \S+; base-uri 'none';/);
  for (const inline of document.querySelectorAll("style, script")) assert.ok(policy.includes(sourceHash(inline.textContent)));
  assert.equal(document.querySelectorAll("[src], link, [style], [onclick]").length, 0);

  await new Promise((next) => setImmediate(next));
  assert.deepEqual(fetched, ["openapi.json"]);
  const named = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href"));
  for (const { name, method, path, operation, parameters } of theContract().calls) {
    const shown = document.getElementById(operation.operationId);
    assert.ok(shown, `${name} is not shown: ${document.getElementById("contract").textContent.slice(0, 200)}`);
    assert.ok(named.includes(`#${operation.operationId}`), name);
    const { textContent } = shown;
    const words = [method.toLowerCase(), path, operation.summary, ...Object.keys(operation.responses), ...parameters.map((each) => each.name)];
    const type = operation.requestBody && "application/json" in operation.requestBody.content;
    const members = type ? Object.keys(theContract().bodySchema(name).properties) : [];
    for (const word of [...words, ...members]) assert.ok(textContent.includes(word), `${name}: ${word}`);
  }
});
