import assert from "node:assert/strict";
import { test } from "node:test";
import { variants } from "../support/variants.mjs";
import { make, member, nobody, paste, school, theContract } from "./school.mjs";

const text = {
  question: "What is measured with chains?",
  options: { A: "Land", B: "Heat", C: "Light", D: "Time" },
  correct_option: "A",
  explanation: "They lie on it.",
  difficulty: "easy",
  source_page: 1,
  sort_order: 1,
};

/** Why a body that fits the schemas is refused, if it is. `before`: the question that it edits. */
export function unforeseen({ question, options, correct_option, topic_id }, { topic, before } = {}) {
  const given = Object.entries({ ...before?.options, ...options }).filter(([, text]) => text !== null);
  const texts = given.map(([, text]) => text);
  const letters = given.map(([letter]) => letter).sort();
  if ([question ?? "?", ...texts].some((each) => /^[\s\p{Cc}]*$/u.test(each))) return "nothing is left of a text";
  if (letters.join("") !== "ABCDEFGHIJ".slice(0, letters.length)) return "an option is missing between two others";
  if (new Set(texts.map((each) => String(each).trim().normalize())).size < texts.length) return "two options are the same";
  if (!letters.includes(correct_option ?? before?.correct_option)) return "the key is no option";
  return topic && (topic_id ?? topic) !== topic ? "there is no such topic" : undefined;
}

test("questions: editing and replacing", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const made = await make(teacher, await paste(teacher));
  const values = { id: made.id, qid: made.questions[0].id };
  const [{ id: topic }] = (await teacher.call("GET /topics", { status: 200 })).items;
  const edit = "PATCH /tests/{id}/questions/{qid}";
  let [before] = made.questions;
  for (const body of variants(theContract().bodySchema(edit), { ...text, topic_id: topic })) {
    const answer = await teacher.call(edit, { values, body, because: unforeseen(body, { topic, before }) });
    if (answer.id) before = answer;
  }
  await teacher.call(edit, { values: { ...values, qid: nobody }, payload: "{", status: 404 });

  const regenerate = "POST /tests/{id}/questions/{qid}/regenerate";
  await teacher.call(regenerate, { values: { ...values, qid: nobody }, status: 404 });
  const next = await teacher.call(regenerate, { values, status: 200 });
  assert.notEqual(next.id, values.qid);

  const restore = "POST /tests/{id}/questions/{qid}/restore";
  assert.deepEqual(await teacher.call(restore, { values, status: 200 }), before);
  await teacher.call(restore, { values, status: 404 });
  assert.deepEqual(await teacher.call(restore, { values: { ...values, qid: next.id }, status: 200 }), next);
});

test("questions: adding and deleting", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const made = await make(teacher, await paste(teacher));
  const values = { id: made.id };
  const add = "POST /tests/{id}/questions";
  const remove = "DELETE /tests/{id}/questions/{qid}";
  const [{ id: topic }] = (await teacher.call("GET /topics", { status: 200 })).items;
  for (const body of variants(theContract().bodySchema(add), { ...text, topic_id: topic }))
    await teacher.call(add, { values, body, because: unforeseen(body, { topic }) });
  for (let [{ id: qid }] = made.questions; qid; ) {
    const { replacement } = await teacher.call(remove, { values: { ...values, qid }, status: 200 });
    qid = replacement?.id;
  }
  await teacher.call(remove, { values: { ...values, qid: nobody }, status: 404 });
  const { source_page, ...pageless } = text;
  const added = await teacher.call(add, { values, body: pageless, status: 201 });
  assert.equal(added.source_page, null);
  await teacher.call("GET /tests/{id}/export", { values, query: { format: "json" }, status: 200 });
  await teacher.call(add, { values: { id: nobody }, payload: "{", status: 404 });
});
