import assert from "node:assert/strict";
import { test } from "node:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { send } from "../support/api.mjs";
import { school, theContract } from "./school.mjs";

test("server: what needs no token", async (context) => {
  const { anyone, admin, url } = await school(context);
  assert.match(await admin.call("GET /metrics", { status: 200 }), /^examwright_http_requests_total/m);
  for (const path of ["/", "/docs", "/openapi.json", "/server", "/health", "/health/ready"]) await anyone.call(`GET ${path}`, { status: 200 });
  const page = await send(url, { path: "/" });
  await anyone.call("GET /", { headers: { "if-none-match": page.headers.etag }, status: 304 });
  assert.match(page.headers["content-security-policy"], /^default-src 'none';.*require-trusted-types-for 'script'/);
  const [, version] = /app\/([0-9a-f]+)\/app\.js/.exec(page.text);
  for (const file of ["app.js", "app.css", "en.json", "hi.json", "icon.svg"]) {
    await anyone.call("GET /app/{version}/{file}", { values: { version, file }, status: 200 });
    const { headers } = await send(url, { path: `/app/${version}/${file}`, headers: { "accept-encoding": "gzip" } });
    assert.equal(headers["content-encoding"], "gzip");
    assert.match(headers["cache-control"], /immutable/);
  }
  await anyone.call("GET /app/{version}/{file}", { values: { version: "0", file: "app.js" }, status: 404 });
  const { text, headers } = await send(url, { path: "/docs" });
  assert.match(headers["content-security-policy"], /^default-src 'none';/);
  assert.doesNotMatch(text, /https?:/); // nothing from elsewhere
});

test("the linter of Redocly has nothing against the contract", async (context) => {
  await school(context);
  const source = JSON.stringify(theContract().document, null, 2);
  const config = await createConfig({
    extends: ["recommended-strict"],
    rules: { "operation-operationId": "error", "operation-summary": "error", "no-invalid-schema-examples": "error" },
  });
  const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
  const told = problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`);
  assert.deepEqual(told, []);
});
