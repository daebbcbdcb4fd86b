import assert from "node:assert/strict";
import { test } from "node:test";
import { variants } from "../support/variants.mjs";
import { make, member, nobody, password, paste, school, theContract } from "./school.mjs";

test("administration: accounts", async (context) => {
  const { anyone, admin } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const values = { id: teacher.me.id };
  const unknown = { id: nobody };
  await admin.call("GET /admin/users", { query: { limit: 1, offset: 1 }, status: 200 });
  await admin.call("GET /admin/users", { query: { limit: "0" }, status: 400 });
  await admin.call("GET /admin/users", { query: { offset: "x" }, status: 400 });

  const role = "PATCH /admin/users/{id}";
  for (const body of variants(theContract().bodySchema(role), { role: "faculty" })) await admin.call(role, { values, body });
  await admin.call(role, { values, body: { role: "faculty" }, status: 200 });
  await admin.call(role, { values: admin.me, body: { role: "faculty" }, status: 409 });
  await admin.call(role, { values: unknown, payload: "{", status: 404 });

  const setPassword = "POST /admin/users/{id}/password";
  await admin.call(setPassword, { values, body: { new_password: "another horse" }, status: 204 });
  await teacher.call("GET /auth/me", { status: 401 });
  await admin.call(setPassword, { values, body: { new_password: "short" }, status: 400 });
  await admin.call(setPassword, { values: unknown, payload: "{", status: 404 });

  await admin.call("DELETE /admin/users/{id}", { values: admin.me, status: 409 });
  await admin.call("DELETE /admin/users/{id}", { values, status: 204 });
  await admin.call("DELETE /admin/users/{id}", { values, status: 404 });
});

test("administration: new accounts, usage and the backup", async (context) => {
  const { admin } = await school(context);
  const add = "POST /admin/users";
  const body = { email: "new@example.org", password: "correct horse", role: "faculty" };
  const added = await admin.call(add, { body, status: 201 });
  assert.equal(added.role, "faculty");
  await admin.call(add, { body, status: 409 });
  for (const variant of variants(theContract().bodySchema(add), body)) await admin.call(add, { body: variant });

  await make(admin, await paste(admin));
  const { days } = await admin.call("GET /admin/usage", { status: 200 });
  assert.deepEqual(days.map(({ user_id, calls }) => [user_id, calls > 0]), [[admin.me.id, true]]);
  const past = { from: "2001-01-01", to: "2001-12-31" };
  assert.deepEqual(await admin.call("GET /admin/usage", { query: past, status: 200 }), { days: [] });
  for (const query of [{ from: "today" }, { to: "2026-02-30" }, { from: "2026-2-3" }])
    await admin.call("GET /admin/usage", { query, status: 400, because: "it is no day of the calendar" });
  const health = await admin.call("GET /admin/health", { status: 200 });
  const { level, advice } = health.checks.find(({ check }) => check === "claude");
  assert.deepEqual([level, advice], ["warning", "Set ANTHROPIC_API_KEY, or ANTHROPIC_API_KEY_FILE."]);
  assert.equal(health.ok, !health.checks.some(({ level }) => level === "error"));
  const file = await admin.call("GET /admin/backup", { status: 200 });
  assert.ok(file.startsWith("SQLite format 3"));
});

test("administration: invitations and reset links", async (context) => {
  const { anyone, admin } = await school(context);
  const invite = "POST /admin/invitations";
  const body = { email: "new@example.org", role: "faculty" };
  const { link } = await admin.call(invite, { body, status: 201 });
  for (const variant of variants(theContract().bodySchema(invite), { ...body, email: "other@example.org" }))
    await admin.call(invite, { body: variant });
  await admin.call(invite, { body: { email: "admin@example.org" }, status: 409 });
  for (const query of [{ limit: "0" }, { offset: "x" }]) await admin.call("GET /admin/invitations", { query, status: 400 });
  const { items } = await admin.call("GET /admin/invitations", { query: { limit: "1" }, status: 200 });
  await admin.call("DELETE /admin/invitations/{id}", { values: items[0], status: 204 });
  await admin.call("DELETE /admin/invitations/{id}", { values: items[0], status: 404 });

  const join = "POST /auth/join";
  const tokenOf = (url) => url.slice(url.lastIndexOf("/") + 1);
  const used = { token: tokenOf(link), password };
  await anyone.call(join, { body: { ...used, password: "short" }, status: 400 });
  const me = await anyone.call(join, { body: used, status: 201 });
  await anyone.call(join, { body: used, status: 404 });
  const late = { email: "late@example.org", role: "faculty" };
  const second = await admin.call(invite, { body: late, status: 201 });
  await member(anyone, late.email);
  await anyone.call(join, { body: { ...used, token: tokenOf(second.link) }, status: 409 });

  const reset = "POST /auth/reset";
  await admin.call("POST /admin/users/{id}/reset-link", { values: { id: nobody }, status: 404 });
  const made = await admin.call("POST /admin/users/{id}/reset-link", { values: me, status: 201 });
  const change = { token: tokenOf(made.link), new_password: "another horse" };
  await anyone.call(reset, { body: { ...change, new_password: "short" }, status: 400 });
  await anyone.call(reset, { body: change, status: 204 });
  await anyone.call(reset, { body: change, status: 404 });
  for (let i = 0; i < 20; ++i) await anyone.call(reset, { body: change, status: [404, 429] });
  await anyone.call(reset, { body: change, status: 429 });
  await anyone.call(join, { body: used, status: 429 });
});

test("administration: topics", async (context) => {
  const { admin } = await school(context);
  const add = "POST /topics";
  const edit = "PATCH /topics/{id}";
  const remove = "DELETE /topics/{id}";
  const body = { slug: "chemistry", name: "Chemistry" };
  const values = await admin.call(add, { body, status: 201 });
  await admin.call(add, { body, status: 409 });
  for (const variant of variants(theContract().bodySchema(add), body)) await admin.call(add, { body: variant });
  for (const variant of variants(theContract().bodySchema(edit), body)) await admin.call(edit, { values, body: variant });
  await admin.call(edit, { values, body: { slug: "history" }, status: 409 });
  await admin.call(edit, { values: { id: nobody }, payload: "{", status: 404 });
  for (const query of [{ limit: "0" }, { limit: "101" }, { offset: "x" }]) await admin.call("GET /topics", { query, status: 400 });
  await admin.call("GET /topics", { query: { limit: "2", offset: "1" }, status: 200 });
  const { items } = await admin.call("GET /topics", { status: 200 });
  await admin.call(remove, { values: items.find(({ slug }) => slug === "general"), status: 409 });
  await admin.call(remove, { values, status: 204 });
  await admin.call(remove, { values, status: 404 });
});
