// Every call and every error of the contract at /openapi.json, sent to the real server and held against it by a
// JSON Schema validator that others wrote. A new call: document it in server/web/openapi, and send it in one of
// these files so that each of its answers comes once.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./openapi/server.mjs";
import "./openapi/docs.mjs";
import "./openapi/accounts.mjs";
import "./openapi/documents.mjs";
import "./openapi/tests.mjs";
import "./openapi/questions.mjs";
import "./openapi/attempts.mjs";
import "./openapi/composition.mjs";
import "./openapi/exports.mjs";
import "./openapi/administration.mjs";
import "./openapi/everywhere.mjs";
import "./openapi/trouble.mjs";
import { theContract } from "./openapi/school.mjs";

test("every answer that is documented has been seen", (context) => {
  context.diagnostic(`${theContract().answers.length} answers of ${theContract().calls.length} calls`);
  assert.deepEqual(theContract().unseen, []);
});

test("what may be null is null at times, and at times it is not", () => {
  assert.deepEqual(theContract().neverNull, []);
  assert.deepEqual(theContract().alwaysNull, []);
});
