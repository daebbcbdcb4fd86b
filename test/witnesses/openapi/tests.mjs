import assert from "node:assert/strict";
import { test } from "node:test";
import { send } from "../support/api.mjs";
import { variants } from "../support/variants.mjs";
import { alter, ended, make, member, nobody, paste, school, simulatedSchool, start, theContract } from "./school.mjs";

test("tests: making one, and looking after it", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const document = await paste(teacher);
  const order = { difficulty: "HARD", focus: "rivers", pages: "1", language: "English" };
  const made = await make(teacher, document, order);
  assert.equal(made.status, "completed", made.failure_reason);
  assert.deepEqual([made.difficulty, made.questions.length, made.pages], ["hard", 2, "1"]);
  const status = `/tests/${made.id}/status`;
  const { headers } = await send(teacher.url, { path: status, headers: { authorization: `Bearer ${teacher.token}` } });
  await teacher.call("GET /tests/{id}/status", { values: made, headers: { "if-none-match": headers.etag }, status: 304 });
  await teacher.call("GET /tests/{id}/status", { values: made, headers: { "if-none-match": '"other"' }, status: 200 });
  const { total } = await teacher.call("GET /tests", { query: { limit: 1 }, status: 200 });
  assert.equal(total, 1);
  for (const query of [{ limit: "0" }, { limit: "101" }, { offset: "-1" }, { offset: "a" }])
    await teacher.call("GET /tests", { query, status: 400 });

  const rename = "PATCH /tests/{id}";
  for (const body of variants(theContract().bodySchema(rename), { title: "Norland" }))
    await teacher.call(rename, { values: made, body });
  const renamed = await teacher.call(rename, { values: made, body: { title: "Nor\u0007land" }, status: 200 });
  assert.equal(renamed.title, "Norland");
  await teacher.call("POST /tests/{id}/cancel", { values: made, status: 409 });
  await teacher.call("DELETE /tests/{id}", { values: made, status: 204 });
  await teacher.call("DELETE /tests/{id}", { values: made, status: 404 });
  for (const name of ["GET /tests/{id}", "GET /tests/{id}/status", "POST /tests/{id}/cancel"])
    await teacher.call(name, { values: made, status: 404 });
  await teacher.call(rename, { values: made, payload: "{", status: 404 });
});

test("tests: what can be ordered", async (context) => {
  const { admin } = await school(context);
  const document = await paste(admin);
  const name = "POST /tests/estimate";
  const body = { document_id: document.id };
  const unforeseen = ({ pages, language }) => {
    if (String(pages).match(/\d+/g)?.some((page) => page > 1)) return "the document has one page";
    return Buffer.byteLength(String(language ?? "")) > 60 && "no schema counts bytes";
  };
  for (const variant of variants(theContract().bodySchema(name), body)) {
    const isOther = typeof variant.document_id === "string" && variant.document_id !== document.id;
    await admin.call(name, isOther ? { body: variant, status: 404 } : { body: variant, because: unforeseen(variant) });
  }
  for (const wrong of [{ num_questions: 21 }, { difficulty: "hardest" }, { focus: "a\nb" }, { pages: "a" }, { language: "!" }])
    await admin.call("POST /tests/generate", { body: { ...body, ...wrong }, status: 400 });
  for (const each of [name, "POST /tests/generate"]) {
    await admin.call(each, { body: { document_id: nobody, num_questions: 21 }, status: 404 });
    await admin.call(each, { body: { ...body, pages: "2" }, status: 400, because: "there is one page" });
  }
  const short = await paste(admin, "Too short for a test.");
  await admin.call("POST /tests/generate", { body: { document_id: short.id }, status: 400, because: "few words" });
});

test("tests: with what the old service left", async (context) => {
  const server = await school(context);
  const { admin } = server;
  const document = await paste(admin);
  const made = await make(admin, document);
  for (const status of ["uploaded", "rejected"]) {
    alter(server, `UPDATE documents SET title = NULL, file_size_bytes = NULL, status = '${status}'`);
    await admin.call("GET /documents", { status: 200 });
    await admin.call("GET /documents/{id}", { values: document, status: 200 });
    await admin.call("POST /tests/generate", { body: { document_id: document.id }, status: 400, because: "it is not ready" });
  }
  alter(server, "UPDATE generated_tests SET title = NULL, status = 'failed_timeout'");
  for (const name of ["GET /tests/{id}", "GET /tests/{id}/status"]) await admin.call(name, { values: made, status: 200 });
  await admin.call("GET /tests", { status: 200 });
  alter(server, `UPDATE questions SET options = '{"A":"a","B":"b","C":"c","D":"d","E":"e"}', correct_option = 'E', validation_result = 'valid'`);
  assert.equal((await admin.call("GET /tests/{id}", { values: made, status: 200 })).questions[0].options.E, "e");
});

test("tests: by a model whose prices nobody knows", async (context) => {
  const { admin } = await simulatedSchool(context, "", { EXAMWRIGHT_MODEL: "my-own-model" });
  const body = { document_id: (await paste(admin)).id };
  assert.equal((await admin.call("POST /tests/estimate", { body, status: 200 })).estimated_cost_usd, null);
});

test("tests: while one is being made", async (context) => {
  const { admin } = await simulatedSchool(context, "hang");
  const document = await paste(admin);
  const values = await start(admin, document, { num_questions: 5 });
  await admin.until("GET /tests/{id}/status", values, ({ phase }) => phase === "writing");
  await admin.call("GET /tests/{id}", { values, status: 200 });
  await admin.call("POST /tests/generate", { body: { document_id: document.id }, status: 409 });
  const at = { ...values, qid: nobody };
  const text = { question: "Who?", options: { A: "a", B: "b", C: "c", D: "d" }, correct_option: "A" };
  await admin.call("POST /tests/{id}/questions", { values, body: text, status: 409 });
  await admin.call("PATCH /tests/{id}/questions/{qid}", { values: at, body: {}, status: 409 });
  await admin.call("DELETE /tests/{id}/questions/{qid}", { values: at, status: 409 });
  await admin.call("POST /tests/{id}/questions/{qid}/regenerate", { values: at, status: 409 });
  await admin.call("POST /tests/{id}/questions/{qid}/restore", { values: at, status: 409 });
  await admin.call("PATCH /tests/{id}/questions", { values, body: { order: [] }, status: 409 });
  await admin.call("POST /tests/{id}/attempts", { values, status: 409 });
  await admin.call("POST /tests/{id}/export", { values, status: 409 });
  await admin.call("GET /tests/{id}/export", { values, query: { format: "csv" }, status: 409 });
  const cancelled = await admin.call("POST /tests/{id}/cancel", { values, status: 200 });
  assert.ok(ended(cancelled));
  assert.ok(cancelled.failure_reason);
});

test("tests: when the day's budget is spent", async (context) => {
  const { admin } = await simulatedSchool(context, "", { EXAMWRIGHT_USER_DAILY_BUDGET_USD: "0.000001" });
  const document = await paste(admin);
  const made = await make(admin, document);
  assert.ok(made.estimated_cost_usd > 0);
  await admin.call("POST /tests/generate", { body: { document_id: document.id }, status: 429 });
  let [{ id: qid }] = made.questions;
  for (let spare = true; spare; ) {
    const next = await admin.call("POST /tests/{id}/questions/{qid}/regenerate", { values: { ...made, qid }, status: [200, 429] });
    spare = next.id !== undefined;
    qid = next.id ?? qid;
  }
});
