import assert from "node:assert/strict";
import { test } from "node:test";
import { send } from "../support/api.mjs";
import { variants } from "../support/variants.mjs";
import { make, member, nobody, paste, school, theContract } from "./school.mjs";

const page = "GET /documents/{id}/pages/{n}";

test("composition: a test of questions of others, and their order", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const document = await paste(teacher);
  const first = await make(teacher, document);
  const second = await make(teacher, await paste(teacher));
  const compose = "POST /tests";
  const question_ids = [second.questions[1].id, first.questions[0].id, first.questions[1].id];
  for (const body of variants(theContract().bodySchema(compose), { title: "Term", question_ids: question_ids.slice(1) }))
    await teacher.call(compose, { body });
  await teacher.call(compose, { body: { title: "Term", question_ids: [nobody] }, status: 404 });
  const made = await teacher.call(compose, { body: { title: "Te\u0007rm", question_ids }, status: 201 });
  assert.deepEqual([made.title, made.status, made.questions_generated], ["Term", "completed", 3]);
  const whole = await teacher.call("GET /tests/{id}", { values: made, status: 200 });
  const chosen = [second.questions[1], ...first.questions];
  for (const part of ["question", "source_quote", "document_id"])
    assert.deepEqual(whole.questions.map((each) => each[part]), chosen.map((each) => each[part]));
  assert.notEqual(chosen[0].document_id, chosen[1].document_id);

  // A question whose document is gone, or was never there.
  const lost = { values: { id: first.id, qid: first.questions[0].id }, body: { document_id: nobody } };
  assert.equal((await teacher.call("PATCH /tests/{id}/questions/{qid}", { ...lost, status: 200 })).document_id, nobody);
  await teacher.call(compose, { body: { title: "Lost", question_ids: [lost.values.qid] }, status: 201 });

  const reorder = "PATCH /tests/{id}/questions";
  const order = whole.questions.map(({ id }) => id).reverse();
  assert.deepEqual(await teacher.call(reorder, { values: made, body: { order }, status: 200 }), { order });
  for (const body of variants(theContract().bodySchema(reorder), { order }))
    await teacher.call(reorder, { values: made, body, because: body.order?.length === 0 && "it does not name all questions" });
  await teacher.call(reorder, { values: { id: nobody }, payload: "{", status: 404 });
  await teacher.call(page, { values: { ...document, n: "1" }, status: 200 });
  for (const n of ["0", "2", "x"]) await teacher.call(page, { values: { ...document, n }, status: 404 });
});

test("composition: nobody's change is lost in silence", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const made = await make(teacher, await paste(teacher));
  const [question] = made.questions;
  const values = { id: made.id, qid: question.id };
  const show = "GET /tests/{id}/questions/{qid}";
  const tagOf = async (path) => (await send(teacher.url, { path, headers: { authorization: `Bearer ${teacher.token}` } })).headers.etag;
  const ofTest = () => tagOf(`/tests/${made.id}`);
  const ofQuestion = () => tagOf(`/tests/${made.id}/questions/${question.id}`);
  const before = { test: await ofTest(), question: await ofQuestion() };
  await teacher.call("GET /tests/{id}", { values, headers: { "if-none-match": before.test }, status: 304 });
  await teacher.call(show, { values, headers: { "if-none-match": before.question }, status: 304 });
  await teacher.call(show, { values: { ...values, qid: nobody }, status: 404 });

  const edit = { name: "PATCH /tests/{id}/questions/{qid}", body: { explanation: "Because." } };
  await teacher.call(edit.name, { values, body: edit.body, headers: { "if-match": before.question }, status: 200 });
  const own = { question: question.question, options: question.options, correct_option: "A" };
  for (const [name, body] of [
    [edit.name, edit.body],
    ["DELETE /tests/{id}/questions/{qid}"],
    ["POST /tests/{id}/questions/{qid}/regenerate"],
    ["POST /tests/{id}/questions", own],
    ["PATCH /tests/{id}/questions", { order: made.questions.map(({ id }) => id) }],
    ["PATCH /tests/{id}", { title: "Another" }],
    ["DELETE /tests/{id}"],
  ])
    await teacher.call(name, { values, body, headers: { "if-match": before.test }, status: 412 });
  await teacher.call(edit.name, { values, body: edit.body, headers: { "if-match": before.question }, status: 412 });
  const removed = { ...values, qid: made.questions[1].id };
  await teacher.call("DELETE /tests/{id}/questions/{qid}", { values: removed, status: 200 });
  await teacher.call("POST /tests/{id}/questions/{qid}/restore", { values: removed, headers: { "if-match": before.test }, status: 412 });
  await teacher.call(edit.name, { values, body: edit.body, headers: { "if-match": `"other", ${await ofQuestion()}` }, status: 200 });
  await teacher.call("PATCH /tests/{id}", { values, body: { title: "Another" }, headers: { "if-match": await ofTest() }, status: 200 });
  await teacher.call("DELETE /tests/{id}", { values, headers: { "if-match": "*" }, status: 204 });
});
