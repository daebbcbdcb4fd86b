import assert from "node:assert/strict";
import { test } from "node:test";
import { variants } from "../support/variants.mjs";
import { make, member, nobody, paste, school, theContract } from "./school.mjs";

test("attempts: answering and finishing", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const made = await make(teacher, await paste(teacher), { num_questions: 3 });
  const [first, second, third] = made.questions;
  const begin = "POST /tests/{id}/attempts";
  const answer = "PUT /attempts/{id}/answers/{qid}";
  const finish = "POST /attempts/{id}/finish";
  const list = "GET /tests/{id}/attempts";
  for (const body of variants(theContract().bodySchema(begin), { question_ids: [first.id] }))
    await teacher.call(begin, { values: made, body });
  await teacher.call(begin, { values: made, body: { question_ids: [nobody] }, status: 400, because: "no such question" });
  await teacher.call(begin, { values: { id: nobody }, payload: "{", status: 404 });

  const begun = await teacher.call(begin, { values: made, body: {}, status: 201 });
  assert.deepEqual(begun.question_ids, made.questions.map(({ id }) => id));
  const at = ({ id: qid }) => ({ id: begun.id, qid });
  const wrong = first.correct_option === "A" ? "B" : "A";
  await teacher.call(answer, { values: at(first), body: { option: first.correct_option }, status: 204 });
  await teacher.call(answer, { values: at(first), body: { option: wrong }, status: 204 });
  await teacher.call(answer, { values: at(second), body: { option: second.correct_option }, status: 204 });
  for (const body of variants(theContract().bodySchema(answer), { option: "A" }))
    await teacher.call(answer, { values: at(second), body, because: /^[E-J]$/.test(body.option) && "it has four options" });
  await teacher.call(answer, { values: at(second), body: { option: second.correct_option }, status: 204 });
  await teacher.call(answer, { values: at({ id: nobody }), body: { option: "A" }, status: 404 });
  await teacher.call(answer, { values: { id: nobody, qid: first.id }, payload: "{", status: 404 });

  const ended = await teacher.call(finish, { values: begun, status: 200 });
  assert.deepEqual([ended.score, ended.total], [1, 3]);
  assert.deepEqual(ended.misses, [
    { question_id: first.id, chosen: wrong, correct_option: first.correct_option },
    { question_id: third.id, chosen: null, correct_option: third.correct_option },
  ]);
  assert.deepEqual(await teacher.call(finish, { values: begun, status: 200 }), ended);
  await teacher.call(answer, { values: at(first), body: { option: "A" }, status: 409 });
  await teacher.call(finish, { values: { id: nobody }, status: 404 });

  const { items } = await teacher.call(list, { values: made, query: { limit: 100 }, status: 200 });
  assert.deepEqual(items.find(({ id }) => id === begun.id), ended);
  await teacher.call(list, { values: made, query: { limit: "0" }, status: 400 });
  await teacher.call(list, { values: { id: nobody }, status: 404 });

  for (let left = made.questions; left.length > 0; ) {
    await teacher.call("DELETE /tests/{id}/questions/{qid}", { values: { id: made.id, qid: left[0].id }, status: 200 });
    left = (await teacher.call("GET /tests/{id}", { values: made, status: 200 })).questions;
  }
  await teacher.call(begin, { values: made, status: 409 });
});
