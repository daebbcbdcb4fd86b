import assert from "node:assert/strict";
import { test } from "node:test";
import { send } from "../support/api.mjs";
import { variants } from "../support/variants.mjs";
import { unforeseen } from "./questions.mjs";
import { make, member, nobody, paste, school, theContract } from "./school.mjs";

test("exports: every format", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const values = await make(teacher, await paste(teacher));
  const name = "GET /tests/{id}/export";
  const { schema } = theContract().call(name).parameters.find((each) => each.name === "format");
  assert.ok(schema.enum.length > 8);
  for (const format of schema.enum) await teacher.call(name, { values, query: { format }, status: 200 });
  for (const format of ["", "pdf", "CSV"]) await teacher.call(name, { values, query: { format }, status: 400 });
  await teacher.call(name, { values, status: 400 });
  await teacher.call(name, { values: { id: nobody }, query: { format: "pdf" }, status: 404 });
  await teacher.call(name, { values, query: { format: "kahoot", leave_out: "maybe" }, status: 400 });
  const { items } = await teacher.call("GET /exports", { status: 200 });
  assert.deepEqual(items.map(({ format }) => format).sort(), [...schema.enum].sort());
  const word = await teacher.call("POST /tests/{id}/export", { values, status: 200 });
  assert.ok(word.startsWith("PK"));
});

const question = {
  question: "What is measured with chains?",
  options: { A: "Land", B: "Heat", C: "Light", D: "Time" },
  correct_option: "A",
};
const gift = "What is measured with chains? {=Land ~Heat ~Light ~Time}\n";

test("exports: a question that a format can't tell", async (context) => {
  const { admin } = await school(context);
  const tooMany = { ...question, question: "What is measured with brass?", options: { ...question.options, E: "Wind" } };
  const values = await admin.call("POST /tests/import", { body: { questions: [question, tooMany] }, status: 201 });
  const { items } = await admin.call("GET /exports", { status: 200 });
  assert.ok(items.some(({ most_options }) => most_options === 4));
  for (const { format, most_options } of items) {
    const path = `/tests/${values.id}/export?format=${format}&leave_out=true`;
    const { headers } = await send(admin.url, { path, headers: { authorization: `Bearer ${admin.token}` } });
    const fits = (most_options ?? 10) > 4;
    assert.equal(headers["examwright-left-out"], fits ? undefined : "2", format);
    await admin.call("GET /tests/{id}/export", { values, query: { format }, status: fits ? 200 : 409 });
    await admin.call("GET /tests/{id}/export", { values, query: { format, leave_out: "true" }, status: 200 });
  }
});

test("exports: and back again", async (context) => {
  const { admin } = await school(context);
  const name = "POST /tests/import";
  const made = await make(admin, await paste(admin));
  const set = await admin.call("GET /tests/{id}/export", { values: made, query: { format: "json" }, status: 200 });
  const imported = await admin.call(name, { body: set, status: 201 });
  const again = await admin.call("GET /tests/{id}/export", { values: imported, query: { format: "json" }, status: 200 });
  assert.deepEqual(again, set);
  await admin.call("GET /tests/{id}", { values: imported, status: 200 });

  const contract = theContract();
  for (const body of variants(contract.bodySchema(name), { title: "Chains", questions: [question] }))
    await admin.call(name, { body });
  const one = contract.document.components.schemas.ImportedQuestion;
  for (const changed of variants(contract.whole(one), question))
    await admin.call(name, { body: { questions: [changed] }, because: unforeseen(changed) });
  for (const body of variants(contract.bodySchema(name, 1), { title: "Chains", format: "gift", content: gift }))
    await admin.call(name, { body, because: (body.content !== gift || body.format !== "gift") && "no such file" });
  const mixed = { format: "gift", content: `${gift}\nTell of the surveyor. {}\n` };
  const { left_out } = await admin.call(name, { body: mixed, status: 201 });
  assert.deepEqual(left_out.map(({ line }) => line), [3]);
  const many = await admin.call(name, { body: { questions: Array(501).fill(question) }, status: 201 });
  assert.deepEqual([many.questions_generated, many.left_out.length], [500, 1]);
  await admin.call("POST /tests/{id}/questions", { values: many, body: question, status: 409 });
  await admin.call(name, { payload: `{"title": "${"x".repeat(16_000_000)}"}`, status: 413 });
  await admin.call(name, { length: 50_100_000, status: 413 });
});
