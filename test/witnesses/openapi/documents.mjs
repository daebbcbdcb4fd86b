import assert from "node:assert/strict";
import { test } from "node:test";
import { variants } from "../support/variants.mjs";
import { alter, material, member, paste, school, theContract } from "./school.mjs";

const file = (content = material, filename = "norland.txt") => ({ filename, content });

test("documents: uploading", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const name = "POST /documents/upload";
  const upload = (form, how) => teacher.call(name, { form, ...how });
  const made = await upload({ file: file(), title: "Norland", num_questions: 12 }, { status: 201 });
  assert.equal(made.target_questions, 12);
  assert.equal((await upload({ file: file(), pages: "1" }, { status: 201 })).pages, "1");
  await upload({ file: file("# Norland\n" + material, "norland.md") }, { status: 201 });
  await upload({ title: "no file" }, { status: 400 });
  for (const num_questions of [0, 21, 1.5, -1]) await upload({ file: file(), num_questions }, { status: 400 });
  await upload({ file: file("") }, { status: 400, because: "the file is empty" });
  await upload({ file: file(), title: "x".repeat(4097) }, { status: 400, because: "no schema counts bytes" });
  await teacher.call(name, { payload: "{}", status: 400 });
  await upload({ file: file("PK\x03\x04\x00\x00", "slides.pptx") }, { status: 415 });
  await upload({ file: file(material, "norland.pdf") }, { status: 415 });
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  await teacher.call(name, { headers: multipart, length: 50_100_000, status: 413 });
  const broken = await upload({ file: file("%PDF-1.4\nnothing", "broken.pdf") }, { status: 201 });
  const read = await teacher.until("GET /documents/{id}/extract", broken, ({ status }) => status !== "processing");
  assert.equal(read.status, "extraction_failed");
  await teacher.call("GET /documents/{id}", { values: broken, status: 200 });
});

test("documents: with pages that were scanned", async (context) => {
  const server = await school(context);
  const document = await paste(server.admin);
  // Text recognition is not installed everywhere: the database is told what it finds.
  alter(server, "UPDATE documents SET used_ocr_pages = 1, ocr_pages = '2', unread_pages = '3, 5-7'");
  for (const name of ["GET /documents/{id}", "GET /documents/{id}/extract"]) {
    const { used_ocr_pages, ocr_pages, unread_pages } = await server.admin.call(name, { values: document, status: 200 });
    assert.deepEqual([used_ocr_pages, ocr_pages, unread_pages], [1, "2", "3, 5-7"]);
  }
});

test("documents: pasting", async (context) => {
  const { admin } = await school(context, { EXAMWRIGHT_MAX_CHARACTERS: "1000" });
  const name = "POST /documents";
  const body = { title: "Norland", text: "A text." };
  for (const variant of variants(theContract().bodySchema(name), body)) await admin.call(name, { body: variant });
  await admin.call(name, { body: { text: "x".repeat(1001) }, status: 413 });
  await admin.call(name, { payload: `{"text": "${"x".repeat(100_000)}"}`, status: 413 });
  for (const payload of ["", "{", "[]", "null", '"text"']) await admin.call(name, { payload, status: 400 });
});

test("documents: one's own", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const first = await paste(teacher, `${material}\f${material}`);
  assert.equal(first.page_count, 2);
  assert.ok(first.extracted_text.includes("\f"));
  await paste(teacher);
  const page = await teacher.call("GET /documents", { query: { limit: 1, offset: 1 }, status: 200 });
  assert.deepEqual([page.total, page.items.map(({ id }) => id)], [2, [first.id]]);
  for (const [field, wrong] of [["limit", ["0", "101", "-1", "x", "", "1.0"]], ["offset", ["-1", "x", "2147483648"]]])
    for (const value of wrong) await teacher.call("GET /documents", { query: { [field]: value }, status: 400 });
  for (const query of [{ limit: "100" }, { limit: "1", offset: "2147483647" }])
    await teacher.call("GET /documents", { query, status: 200 });
  await teacher.call("GET /documents/{id}/extract", { values: first, status: 200 });
  await teacher.call("DELETE /documents/{id}", { values: first, status: 204 });
  await teacher.call("DELETE /documents/{id}", { values: first, status: 404 });
});

test("documents: as many and as large as a user may have", async (context) => {
  const { admin } = await school(context, { EXAMWRIGHT_MAX_DOCUMENTS: "2", EXAMWRIGHT_MAX_BYTES: "3000" });
  const large = "x".repeat(3001);
  await admin.call("POST /documents", { body: { text: large }, status: 413 });
  await admin.call("POST /documents/upload", { form: { file: file(large) }, status: 413 });
  await admin.call("POST /documents", { body: { text: "small" }, status: 201 });
  await admin.call("POST /documents/upload", { form: { file: file("small") }, status: 201 });
  await admin.call("POST /documents", { body: { text: "small" }, status: 409 });
  await admin.call("POST /documents/upload", { form: { file: file("small") }, status: 409 });
  const question = { question: "Who?", options: { A: "Ann", B: "Bob" }, correct_option: "A" };
  await admin.call("POST /tests/import", { body: { questions: [question] }, status: 409 });
});
