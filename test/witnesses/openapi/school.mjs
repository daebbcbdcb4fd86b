// Installations of the server with people, documents and tests.
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Api, send } from "../support/api.mjs";
import { Contract } from "../support/contract.mjs";
import { folder, listen, simulate } from "../support/examwright.mjs";

export const nobody = "00000000-0000-4000-8000-000000000000";
export const password = "correct horse";

const subjects = ["river", "glacier", "desert", "harbour", "volcano", "island", "canal", "forest", "valley", "plateau"];
/** Sentences enough for a test of a few questions. */
export const material = subjects
  .map((subject, i) => `The ${subject} of Norland was mapped in ${1801 + 7 * i} by Surveyor Number ${i + 1}, who measured it with chains of brass. `)
  .join("")
  .repeat(2);

let contract;

/** A server on a data folder of its own, with its admin. All share one contract, so that it sees everything. */
export async function school(context, settings = {}) {
  const data = await folder(context);
  const own = { EXAMWRIGHT_PORT: "0", EXAMWRIGHT_DATA: data, EXAMWRIGHT_REGISTRATION: "open", EXAMWRIGHT_METRICS: "on", ...settings };
  const server = await listen(["serve"], own);
  context.after(server.stop);
  contract ??= new Contract(JSON.parse((await send(server.url, { path: "/openapi.json" })).text));
  const anyone = new Api(contract, server.url, undefined);
  const admin = await member(anyone, "admin@example.org");
  return { ...server, data, anyone, admin };
}

/** A school whose questions a simulator of Claude writes, under these rules of faults. */
export async function simulatedSchool(context, faults, settings = {}) {
  const claude = await simulate(faults);
  context.after(claude.stop);
  return school(context, { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: "a-key", ...settings });
}

export async function login(anyone, email) {
  const body = { email, password };
  return anyone.as((await anyone.call("POST /auth/login", { body, status: 200 })).access_token);
}

/** A new account, logged in, with its user as `me`. */
export async function member(anyone, email) {
  const me = await anyone.call("POST /auth/register", { body: { email, password }, status: 201 });
  return Object.assign(await login(anyone, email), { me });
}

export async function paste(user, text = material) {
  const { id } = await user.call("POST /documents", { body: { title: "Norland", text }, status: 201 });
  const ended = await user.until("GET /documents/{id}", { id }, ({ status }) => status !== "processing");
  assert.equal(ended.status, "ready", ended.failure_reason);
  return ended;
}

export async function start(user, document, body = {}) {
  return user.call("POST /tests/generate", { body: { document_id: document.id, num_questions: 2, ...body }, status: 202 });
}

export const ended = ({ status }) => status !== "pending" && status !== "generating";

/** A test of a document, ended. */
export async function make(user, document, body) {
  const { id } = await start(user, document, body);
  await user.until("GET /tests/{id}/status", { id }, ended);
  return user.call("GET /tests/{id}", { values: { id }, status: 200 });
}

/** Does to the server's database what no call does. */
export function alter({ data }, sql) {
  const database = new DatabaseSync(join(data, "examwright.db"));
  database.exec(sql);
  database.close();
}

export const theContract = () => contract;
