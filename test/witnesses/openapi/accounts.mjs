import assert from "node:assert/strict";
import { test } from "node:test";
import { variants } from "../support/variants.mjs";
import { login, member, nobody, password, school, theContract } from "./school.mjs";

test("accounts: registering", async (context) => {
  const { anyone } = await school(context);
  const body = { email: "teacher@example.org", password };
  const name = "POST /auth/register";
  await anyone.call(name, { body, status: 201 });
  await anyone.call(name, { body: { ...body, email: "Teacher@Example.org" }, status: 409 });
  for (const email of ["x", "@b", "a@", "a@b@c", "a b@c", `${"a".repeat(253)}@b`, "a@b\n"])
    await anyone.call(name, { body: { ...body, email }, status: 400 });
  for (const variant of variants(theContract().bodySchema(name), body)) await anyone.call(name, { body: variant });
  for (let i = 0, answer = {}; answer.status !== 429; ++i) {
    answer = await anyone.call(name, { body: { email: `pupil${i}@example.org`, password }, status: [201, 429] });
    assert.ok(i < 70);
  }
});

test("accounts: registration that is closed to others", async (context) => {
  const { anyone } = await school(context, { EXAMWRIGHT_REGISTRATION: "first" });
  await anyone.call("POST /auth/register", { body: { email: "b@example.org", password }, status: 403 });
});

test("accounts: logging in, and the sessions", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  assert.equal((await teacher.call("GET /auth/me", { status: 200 })).id, teacher.me.id);
  const other = await login(anyone, "teacher@example.org");
  const { items, total } = await teacher.call("GET /auth/tokens", { status: 200 });
  assert.equal(total, 2);
  const { id } = items.find(({ current }) => !current);
  await teacher.call("DELETE /auth/tokens/{id}", { values: { id: nobody }, status: 404 });
  await teacher.call("DELETE /auth/tokens/{id}", { values: { id }, status: 204 });
  await teacher.call("DELETE /auth/tokens/{id}", { values: { id }, status: 404 });
  await other.call("GET /auth/me", { status: 401 });
  const page = await teacher.call("GET /auth/tokens", { query: { limit: "1", offset: "1" }, status: 200 });
  assert.deepEqual(page, { items: [], total: 1 });
  await teacher.call("GET /auth/tokens", { query: { limit: "0" }, status: 400 });
  await teacher.call("GET /auth/tokens", { query: { offset: "-1" }, status: 400 });
  await teacher.call("POST /auth/logout", { status: 204 });
  await teacher.call("POST /auth/logout", { status: 401 });
});

test("accounts: the session of the page", async (context) => {
  const { anyone } = await school(context);
  const name = "POST /auth/session";
  const body = { email: "teacher@example.org", password };
  await anyone.call("POST /auth/register", { body, status: 201 });
  await anyone.call(name, { body, status: 204 });
  await anyone.call(name, { body, headers: { "sec-fetch-site": "cross-site" }, status: 403 });
  for (const variant of variants(theContract().bodySchema(name), { ...body, password: "wrong password" }))
    await anyone.call(name, { body: variant, status: [400, 401, 429] });
  await anyone.call(name, { body, status: 429 });
  await anyone.call("DELETE /auth/session", { status: 204 });
});

test("accounts: API tokens", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const name = "POST /auth/tokens";
  const body = { name: "Moodle", scope: "write", expires_at: "2099-12-31T00:00:00Z" };
  const { token } = await teacher.call(name, { body, status: 201 });
  await teacher.call(name, { body: { name: "Backup", scope: "read" }, status: 201 });
  for (const variant of variants(theContract().bodySchema(name), body)) await teacher.call(name, { body: variant });
  await anyone.as(token).call(name, { body, status: 403 });
  await teacher.call("GET /auth/tokens", { status: 200 });
});

test("accounts: guessing passwords", async (context) => {
  const { anyone, admin } = await school(context);
  const name = "POST /auth/login";
  const body = { email: "admin@example.org", password: "wrong password" };
  for (const variant of variants(theContract().bodySchema(name), body))
    await anyone.call(name, { body: variant, status: [400, 401, 429] });
  await anyone.call(name, { body, status: 429 });
  const change = { old_password: "wrong password", new_password: password };
  await admin.call("POST /auth/password", { body: change, status: 429 });
});

test("accounts: a new password", async (context) => {
  const { anyone } = await school(context);
  const teacher = await member(anyone, "teacher@example.org");
  const other = await login(anyone, "teacher@example.org");
  const name = "POST /auth/password";
  const body = { old_password: "a wrong one", new_password: password };
  await teacher.call(name, { body, status: 400, because: "the old password is wrong" });
  await teacher.call(name, { body: { ...body, old_password: password }, status: 204 });
  await other.call("GET /auth/me", { status: 401 });
  for (const old_password of [undefined, null, 7]) await teacher.call(name, { body: { ...body, old_password }, status: 400 });
  let now = password;
  for (const { new_password } of variants(theContract().bodySchema(name), body)) {
    const change = { old_password: now, new_password };
    await teacher.call(name, { body: change });
    if (!theContract().faultOf(name, { body: change })) now = new_password;
  }
});
