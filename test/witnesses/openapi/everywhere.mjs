// What holds of every call, whatever it does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { send } from "../support/api.mjs";
import { make, member, nobody, paste, school, theContract } from "./school.mjs";

const isOpen = ({ operation }) => operation.security?.length === 0;
const isAdmins = ({ path, method }) => /^\/(admin|metrics)/.test(path) || (path.startsWith("/topics") && method !== "GET");
const takesJson = ({ operation }) => operation.requestBody?.content["application/json"];
const unknown = { id: nobody, qid: nobody, n: "1", version: "0", file: "app.js" };

test("every call: no token, a wrong one, no admin's; in this order before anything else", async (context) => {
  const { anyone, url } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const port = new URL(url).port;
  for (const { name } of theContract().calls)
    await anyone.call(name, { values: unknown, headers: { host: "rebound.example.org" }, status: 421 });
  for (const { name } of theContract().calls.filter(({ method }) => method !== "GET"))
    if (theContract().call(name).operation.responses[403]) {
      const headers = { cookie: `examwright-${port}=x`, "sec-fetch-site": "cross-site" };
      await anyone.call(name, { values: unknown, headers, status: 403 });
    }
  for (const call of theContract().calls.filter((each) => !isOpen(each))) {
    const payload = call.operation.requestBody ? "no JSON" : undefined;
    await anyone.call(call.name, { values: unknown, payload, status: 401 });
    await anyone.as("wrong").call(call.name, { values: unknown, payload, status: 401 });
    const basic = { authorization: `Basic ${Buffer.from("a:b").toString("base64")}` };
    await anyone.call(call.name, { values: unknown, payload, headers: basic, status: 401 });
    if (isAdmins(call)) await teacher.call(call.name, { values: unknown, payload, status: 403 });
    else if (call.parameters.some((each) => each.in === "path"))
      await teacher.call(call.name, { values: unknown, payload, status: 404 });
  }
  const { status, headers } = await send(url, { path: "/nothing", headers: { authorization: "Bearer wrong" } });
  assert.deepEqual([status, headers["content-type"]], [404, "application/problem+json"]);
});

test("every call: a header or a body that is too large, and JSON that is none", async (context) => {
  const { admin } = await school(context);
  const values = { ...(await make(admin, await paste(admin))) };
  const large = JSON.stringify({ text: "x".repeat(65_536) });
  for (const call of theContract().calls) {
    await admin.call(call.name, { values: unknown, headers: { "x-large": "x".repeat(16_384) }, status: 431 });
    if (call.operation.requestBody)
      await admin.call(call.name, { values: unknown, payload: "{}", headers: { "content-encoding": "gzip" }, status: 415 });
    if (!takesJson(call)) continue;
    const isSmall = call.operation.responses[413].$ref; // as most are; the others tell of a size of their own
    if (isSmall) await admin.call(call.name, { values: unknown, payload: large, status: 413 });
    if (isSmall) await admin.call(call.name, { values: unknown, length: 65_537, status: 413 });
    const exists = call.parameters.every((each) => each.in !== "path") || call.path === "/tests/{id}";
    for (const payload of exists ? ["", "{", "[]", "null"] : [])
      await admin.call(call.name, { values, payload, status: 400 });
  }
});

test("every call on what is somebody else's is answered as if there were nothing", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const stranger = await member(anyone, "stranger@example.org");
  const document = await paste(teacher);
  const made = await make(teacher, document);
  const [session] = (await teacher.call("GET /auth/tokens", { status: 200 })).items;
  const { id: attempt } = await teacher.call("POST /tests/{id}/attempts", { values: made, status: 201 });
  const attempts = { id: attempt, qid: made.questions[0].id };
  const owned = { documents: { ...document, n: "1" }, attempts, tests: { id: made.id, qid: made.questions[0].id }, auth: session };
  const calls = theContract().calls.filter(({ path }) => path.includes("{") && owned[path.split("/")[1]]);
  assert.ok(calls.length > 10);
  for (const { name, path, operation } of calls) {
    const values = owned[path.split("/")[1]];
    const payload = operation.requestBody ? "{}" : undefined;
    const theirs = await stranger.call(name, { values, payload, status: 404 });
    assert.deepEqual(theirs, await stranger.call(name, { values: unknown, payload, status: 404 }), name);
  }
  for (const name of ["POST /tests/generate", "POST /tests/estimate"])
    await stranger.call(name, { body: { document_id: document.id }, status: 404 });
  for (const { name, parameters } of calls.filter((each) => each.method === "GET")) {
    const values = owned[name.split("/")[1]];
    const needed = parameters.filter((each) => each.in === "query" && each.required);
    const query = Object.fromEntries(needed.map((each) => [each.name, each.schema.enum[0]]));
    await teacher.call(name, { values, query, status: 200 });
  }
});

test("every path: HEAD where there is GET, OPTIONS, and what it does not take", async (context) => {
  const { url, admin } = await school(context);
  const document = await paste(admin);
  const made = await make(admin, document);
  const headers = { authorization: `Bearer ${admin.token}` };
  for (const path of Object.keys(theContract().document.paths)) {
    const fits = (template) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
    const methods = theContract().calls.filter((call) => fits(call.path)).map(({ method }) => method);
    const filled = path.replace("{id}", path.startsWith("/documents") ? document.id : made.id).replace("{qid}", nobody).replace("{n}", "1").replace("{version}", "0").replace("{file}", "app.js");
    const allowed = new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"]);
    const options = await send(url, { method: "OPTIONS", path: filled });
    assert.equal(options.status, 204, path);
    assert.deepEqual(new Set(options.headers.allow.split(", ")), allowed, path);
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].filter((each) => !allowed.has(each))) {
      const refused = await send(url, { method, path: filled, headers });
      assert.equal(refused.status, 405, `${method} ${path}`);
      assert.deepEqual(new Set(refused.headers.allow.split(", ")), allowed, path);
      if (method !== "HEAD") assert.equal(JSON.parse(refused.text).status, 405);
    }
    if (!methods.includes("GET")) continue;
    const changing = ["date", "x-request-id", "content-length"];
    const plain = ({ status, headers: all }) => [status, Object.entries(all).filter(([name]) => !changing.includes(name))];
    const get = await send(url, { path: filled, headers });
    const head = await send(url, { method: "HEAD", path: filled, headers });
    assert.deepEqual(plain(head), plain(get), path);
    assert.equal(head.text, "");
    const isNew = path === "/metrics"; // at every look
    if (!isNew) assert.equal(Number(head.headers["content-length"]), get.size, path);
  }
});
