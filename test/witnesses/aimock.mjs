// Our client against a Messages API that others wrote: what goes wrong there costs a repetition, and no more.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { LLMock } from "@copilotkit/aimock";
import { folder, listen, run } from "./support/examwright.mjs";
import { answerTo, document, reply } from "./support/river.mjs";

const userText = (request) => request.messages.findLast(({ role }) => role === "user").content;
const isReview = (request) => userText(request).includes("<questions>");
const good = (request) => ({ content: reply(userText(request)) });

/** A server that answers well, but for the first requests, which get `faults` instead. */
async function mock(context, faults = [], options = {}) {
  const server = new LLMock({ port: 0, logLevel: "silent", ...options });
  const any = () => true;
  faults.forEach(({ response = good, ...how }, i) =>
    server.on({ predicate: any, sequenceIndex: i }, response, how),
  );
  server.on({ predicate: any }, good);
  await server.start();
  context.after(() => server.stop());
  return server;
}

const toward = (server) => ({ ANTHROPIC_BASE_URL: server.url, ANTHROPIC_API_KEY: "test-key" });

async function generate(context, server, settings = {}) {
  const file = join(await folder(context), "river.txt");
  await writeFile(file, document);
  const ended = await run(["generate", file, "-n", "3", "--format", "json"], { ...toward(server), ...settings });
  assert.ok(ended.stdout, ended.stderr);
  return { code: ended.code, made: JSON.parse(ended.stdout) };
}

function check(made) {
  assert.equal(made.status, "completed", made.failure_reason);
  assert.equal(made.questions.length, 3);
  for (const { question, options, correct_option, source_quote } of made.questions) {
    assert.equal(options[correct_option], answerTo(question));
    assert.ok(document.includes(source_quote));
  }
}

const statuses = (server) => server.getRequests().map(({ response }) => response.status);

test("good replies: one call to write, one to review", async (context) => {
  const server = await mock(context);
  const { code, made } = await generate(context, server);
  assert.equal(code, 0);
  check(made);
  const requests = server.getRequests();
  assert.deepEqual(
    requests.map(({ body }) => isReview(body)),
    [false, true],
  );
  for (const { path, headers } of requests) {
    assert.equal(path, "/v1/messages");
    assert.ok(headers["anthropic-version"]);
    assert.equal(headers["x-api-key"], undefined);
  }
});

const error = (status, type) => ({ response: { error: { type, message: type }, status } });
const faults = {
  "a rate limit": [error(429, "rate_limit_error"), error(429, "rate_limit_error")],
  "an overload": [error(529, "overloaded_error")],
  "an error of the server": [error(500, "api_error")],
  "a connection that is cut off": [{ chaos: { disconnectRate: 1 } }],
  "JSON that is none": [{ chaos: { malformedRate: 1 } }],
  "prose instead of questions": [{ response: { content: "I would rather write a poem." } }],
};

for (const [name, planned] of Object.entries(faults))
  test(`${name}, then good replies`, async (context) => {
    const server = await mock(context, planned);
    const { made } = await generate(context, server);
    check(made);
    assert.equal(statuses(server).length, 2 + planned.length);
  });

test("an error that nothing mends ends it at the first call", async (context) => {
  const server = await mock(context, [error(401, "authentication_error")]);
  const { code, made } = await generate(context, server);
  assert.equal(code, 1);
  assert.equal(made.status, "failed");
  assert.match(made.failure_reason, /ANTHROPIC_API_KEY/);
  assert.deepEqual(statuses(server), [401]);
});

test("the right key opens by either header, the wrong one by none", async (context) => {
  for (const EXAMWRIGHT_API_KEY_HEADER of ["bearer", "x-api-key"]) {
    const server = await mock(context, [], { auth: { apiKeys: ["test-key"] } });
    const { made } = await generate(context, server, { EXAMWRIGHT_API_KEY_HEADER });
    check(made);
    const wrong = { EXAMWRIGHT_API_KEY_HEADER, ANTHROPIC_API_KEY: "another" };
    const refused = await generate(context, server, wrong);
    assert.match(refused.made.failure_reason, /The API key was refused/);
  }
});

test("questions in a Markdown fence and as a bare array", async (context) => {
  const fenced = (request) => ({ content: "Here they are:\n```json\n" + reply(userText(request)) + "\n```" });
  const bare = (request) => ({ content: JSON.stringify(JSON.parse(reply(userText(request))).reviews) });
  const server = await mock(context, [{ response: fenced }, { response: bare }]);
  const { made } = await generate(context, server);
  check(made);
  assert.equal(statuses(server).length, 2);
});

/** One account of a server, with its document. */
async function account(url) {
  let token = "";
  const call = async (path, body) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    if (body && !(body instanceof FormData)) headers["content-type"] = "application/json";
    const sent = body && !(body instanceof FormData) ? JSON.stringify(body) : body;
    const answer = await fetch(url + path, { method: body ? "POST" : "GET", headers, body: sent });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer.json();
  };
  const owner = { email: "teacher@example.org", password: "correct horse" };
  await call("/auth/register", owner);
  token = (await call("/auth/login", owner)).access_token;
  return call;
}

async function until(condition, what) {
  for (let i = 0; i < 3000; ++i) {
    const found = await condition();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 10));
  }
  return assert.fail(`${what} did not happen`);
}

test("a server that closes idle connections costs nothing", async (context) => {
  const server = await mock(context);
  const open = new Set();
  let connections = 0;
  server.serverInstance.server.on("connection", (socket) => {
    ++connections;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  const settings = { EXAMWRIGHT_PORT: "0", EXAMWRIGHT_DATA: await folder(context), ...toward(server) };
  const examwright = await listen(["serve"], settings);
  context.after(examwright.stop);
  const call = await account(examwright.url);
  const form = new FormData();
  form.append("file", new Blob([document]), "river.txt");
  const { id } = await call("/documents/upload", form);
  await until(async () => (await call(`/documents/${id}`)).status === "ready", "the reading");

  const make = async () => {
    const { id: made } = await call("/tests/generate", { document_id: id, num_questions: 3 });
    return until(async () => {
      const now = await call(`/tests/${made}`);
      return now.status !== "pending" && now.status !== "generating" && now;
    }, "the test");
  };
  check(await make());
  assert.equal(connections, 1);
  await until(() => open.size === 0, "the idle close");
  check(await make());
  assert.equal(connections, 2);
  assert.deepEqual(statuses(server), [200, 200, 200, 200]);
});
