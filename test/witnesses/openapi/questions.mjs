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

/** What no schema says of a body that has the right shape. */
export function unforeseen({ question, options, correct_option, topic_id }, topic) {
  const texts = Object.values(options ?? {});
  if ([question, ...texts].some((each) => /^[\s\p{Cc}]*$/u.test(each))) return "nothing is left of a text";
  const given = Object.keys(options ?? {}).filter((letter) => options[letter] !== null);
  const last = [...given, "B"].sort().at(-1);
  if (/^[A-J]$/.test(last) && [..."ABCDEFGHIJ"].some((each) => each <= last && options?.[each] === null))
    return "an option is missing between two others";
  if (given.some((letter) => letter > "E") || given.length < 2) return "an option is missing";
  if (new Set(texts).size < texts.length) return "two options say the same";
  if (texts.some((option) => /^[^\p{L}\p{N}]*$/u.test(option))) return "two options say as good as the same";
  if (correct_option > "B" && !options?.[correct_option]) return "the key is no option";
  return (topic_id ?? topic) !== topic ? "there is no such topic" : undefined;
}

test("questions: editing and replacing", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const made = await make(teacher, await paste(teacher));
  const values = { id: made.id, qid: made.questions[0].id };
  const [{ id: topic }] = (await teacher.call("GET /topics", { status: 200 })).items;
  const edit = "PATCH /tests/{id}/questions/{qid}";
  for (const body of variants(theContract().bodySchema(edit), { ...text, topic_id: topic }))
    await teacher.call(edit, { values, body, because: unforeseen(body, topic) });
  await teacher.call(edit, { values: { ...values, qid: nobody }, payload: "{", status: 404 });

  const regenerate = "POST /tests/{id}/questions/{qid}/regenerate";
  await teacher.call(regenerate, { values: { ...values, qid: nobody }, status: 404 });
  const next = await teacher.call(regenerate, { values, status: 200 });
  assert.notEqual(next.id, values.qid);
});

test("questions: adding and deleting", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const made = await make(teacher, await paste(teacher));
  const values = { id: made.id };
  const add = "POST /tests/{id}/questions";
  const remove = "DELETE /tests/{id}/questions/{qid}";
  for (const body of variants(theContract().bodySchema(add), text))
    await teacher.call(add, { values, body, status: [400, 409], because: unforeseen(body) });
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
