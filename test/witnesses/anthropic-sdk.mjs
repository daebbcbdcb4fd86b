// The official SDK against our simulator: it takes every reply and sorts every error rightly.
import assert from "node:assert/strict";
import { test } from "node:test";
import Anthropic, * as sdk from "@anthropic-ai/sdk";
import { simulate } from "./support/examwright.mjs";

const material = [
  "Hydrogen is the lightest element and makes up most of the mass of the Sun.",
  "Helium was found in sunlight in 1868 before anyone had found it on Earth.",
  "Lithium is the lightest metal and floats on oil.",
  "Beryllium is lighter than Aluminium and stiffer than Steel.",
  "Carbon forms more compounds than Hydrogen, Oxygen or Nitrogen.",
  "Nitrogen fills about 78 percent of the air that surrounds the Earth.",
  "Oxygen was described by Priestley in 1774 and named by Lavoisier.",
].join(" ");

const text = { type: "string" };
const closed = (properties) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const schemaOf = (name, item) => closed({ [name]: { type: "array", items: closed(item) } });

const writeSchema = schemaOf("mcqs", {
  source_quote: text,
  idea: text,
  question: text,
  key: text,
  wrong_1: text,
  wrong_2: text,
  wrong_3: text,
  explanation: text,
  topic_tag: text,
});
const letters = ["A", "B", "C", "D"];
const reviewSchema = schemaOf("reviews", {
  number: { type: "integer" },
  answer: { type: "string", enum: letters },
  also_right: { type: "array", items: { type: "string", enum: letters } },
  flaw: { type: "string", enum: ["none", "two_right", "none_right", "unclear", "gives_away", "not_in_passages"] },
  critique: text,
});

const request = (content, schema) => ({
  model: "claude-sonnet-5-5",
  max_tokens: 8000,
  system: "You write and review questions.",
  messages: [{ role: "user", content }],
  output_config: { effort: "low", format: { type: "json_schema", schema } },
});
const write = request(
  "Generate exactly 3 MCQs\nDifficulty: easy\nTopic slugs: 'chemistry', 'physics'\n" +
    `<study_material>\n${material}\n</study_material>`,
  writeSchema,
);

/** One simulator and one client of it that does not try again. */
async function meet(context, fail, settings = {}) {
  const server = await simulate(fail);
  context.after(server.stop);
  const client = new Anthropic({ baseURL: server.url, apiKey: "test-key", maxRetries: 0, ...settings });
  return { client, stats: server.stats };
}

const textOf = (message) =>
  message.content
    .filter((block) => block.type === "text")
    .map((block) => block.text)
    .join("");

/** What the client throws for its first call under a fault rule. */
async function errorOf(context, fail, settings) {
  const { client } = await meet(context, fail, settings);
  try {
    await client.messages.create(write);
  } catch (error) {
    return error;
  }
  return assert.fail(`${fail}: the SDK took the answer for a good one`);
}

test("takes the questions and the review", async (context) => {
  const { client, stats } = await meet(context, "");
  const { data: written, response, request_id } = await client.messages.create(write).withResponse();
  assert.equal(written.type, "message");
  assert.equal(written.role, "assistant");
  assert.equal(written.model, "claude-sonnet-5-5");
  assert.equal(written.stop_reason, "end_turn");
  assert.equal(written.stop_sequence, null);
  assert.ok(written.usage.input_tokens > 0 && written.usage.output_tokens > 0);
  assert.match(written.id, /^msg_/);
  assert.match(request_id, /^req_/);
  assert.ok(Number(response.headers.get("anthropic-ratelimit-requests-remaining")) > 0);
  const { mcqs } = JSON.parse(textOf(written));
  assert.equal(mcqs.length, 3);

  // The writer gives no letters; here the key comes once under each.
  const questions = mcqs.map(({ question, key, wrong_1, wrong_2, wrong_3 }, i) => {
    const texts = [wrong_1, wrong_2, wrong_3];
    texts.splice(i, 0, key);
    return { number: i + 1, question, options: Object.fromEntries(letters.map((letter, at) => [letter, texts[at]])) };
  });
  const reviewed = await client.messages.create(
    request(
      `<study_material>\n${material}\n</study_material>\n<questions>${JSON.stringify(questions)}</questions>`,
      reviewSchema,
    ),
  );
  const { reviews } = JSON.parse(textOf(reviewed));
  assert.deepEqual(
    reviews.map(({ number, answer }) => [number, answer]),
    mcqs.map((mcq, i) => [i + 1, letters[i]]),
  );
  const { writes, reviews: seen } = await stats();
  assert.deepEqual([writes, seen], [1, 1]);
});

test("parses the structured output by itself", async (context) => {
  const { client } = await meet(context, "");
  const message = await client.messages.parse(write);
  assert.equal(message.parsed_output.mcqs.length, 3);
});

test("takes a key either way", async (context) => {
  const { client } = await meet(context, "", { apiKey: null, authToken: "test-key" });
  assert.equal((await client.messages.create(write)).stop_reason, "end_turn");
});

test("sorts each status of an error", async (context) => {
  const known = [
    [400, "BadRequestError", "invalid_request_error"],
    [401, "AuthenticationError", "authentication_error"],
    [402, "PaymentRequiredError", "billing_error"],
    [403, "PermissionDeniedError", "permission_error"],
    [404, "NotFoundError", "not_found_error"],
    [408, "RequestTimeoutError", "timeout_error"],
    [409, "ConflictError", "conflict_error"],
    [413, "ContentTooLargeError", "request_too_large"],
    [429, "RateLimitError", "rate_limit_error"],
    [500, "InternalServerError", "api_error"],
    [503, "ServiceUnavailableError", "api_error"],
    [504, "GatewayTimeoutError", "timeout_error"],
    [529, "OverloadedError", "overloaded_error"],
  ];
  for (const [status, kind, type] of known) {
    const error = await errorOf(context, String(status));
    assert.equal(error.name, kind);
    assert.equal(error.status, status);
    assert.equal(error.type, type);
    assert.match(error.requestID, /^req_/);
    assert.ok(error.apiMessage, `${status} has no message`);
  }
});

test("knows a spend limit by its code", async (context) => {
  const error = await errorOf(context, "spend_limit");
  assert.ok(error instanceof sdk.RateLimitError);
  assert.equal(error.errorCode, "enforced_spend_limit_reached");
  assert.equal(error.headers.get("retry-after"), null);
});

test("tries again what passes, as soon as it is told to", async (context) => {
  for (const rules of ["429=0@1-2", "429=0.01@1", "500@1", "529@1", "408@1", "409@1", "reset@1"]) {
    const { client, stats } = await meet(context, rules, { maxRetries: 2 });
    const message = await client.messages.create(write);
    assert.equal(JSON.parse(textOf(message)).mcqs.length, 3, rules);
    assert.equal((await stats()).calls, rules.startsWith("429=0@") ? 3 : 2, rules);
  }
});

test("sees a connection that breaks, and one that hangs", async (context) => {
  for (const rules of ["reset", "half"]) {
    const error = await errorOf(context, rules);
    const broken = error instanceof sdk.APIConnectionError || /terminated|closed/.test(error.message);
    assert.ok(broken, `${rules} became ${error.constructor.name}: ${error.message}`);
  }
  const late = await errorOf(context, "hang", { timeout: 300 });
  assert.ok(late instanceof sdk.APIConnectionTimeoutError, String(late));
});

test("sees a reply that is none", async (context) => {
  const { client } = await meet(context, "html@1,malformed@2,max_tokens@3,refusal@4");
  const page = await client.messages.create(write);
  assert.equal(typeof page, "string");
  const malformed = await client.messages.create(write);
  assert.throws(() => JSON.parse(textOf(malformed)), SyntaxError);
  const cut = await client.messages.create(write);
  assert.equal(cut.stop_reason, "max_tokens");
  assert.throws(() => JSON.parse(textOf(cut)), SyntaxError);
  const refused = await client.messages.create(write);
  assert.equal(refused.stop_reason, "refusal");
  assert.equal(textOf(refused), "");

  const gateway = await errorOf(context, "html=502");
  assert.ok(gateway instanceof sdk.InternalServerError);
  assert.equal(gateway.status, 502);
});

test("is refused what Claude refuses", async (context) => {
  const { client } = await meet(context, "");
  const refused = [
    { ...write, temperature: 0.5 },
    { ...write, thinking: { type: "enabled", budget_tokens: 1024 } },
    { ...write, messages: [...write.messages, { role: "assistant", content: "{" }] },
    { ...write, unknown_field: 1 },
  ];
  for (const body of refused)
    await assert.rejects(client.messages.create(body), sdk.BadRequestError);
  await assert.rejects(client.messages.create({ ...write, model: "claude-nobody" }), sdk.NotFoundError);
});
