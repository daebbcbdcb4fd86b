// Installations of the server with people, documents and tests.
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Api, send } from "../support/api.mjs";
import { Contract } from "../support/contract.mjs";
import { folder, listen, simulate } from "../support/examwright.mjs";

export const nobody = "00000000-0000-4000-8000-000000000000";
export const password = "correct horse";

/** Facts enough for a test of a few questions, several of them about rivers; none gives another's answer away. */
export const material = `The river Alda of Norland rises on the northern slope of Mount Kessel.
The river Brenn joins the Alda below the market town of Torvik.
The mapping of the river began in 1801 under the surveyor Ingrid Falk.
A flood of the river destroyed the wooden bridge of Hallen in 1864.
The harbour of Norland was built by the engineer Henrik Moe in 1850.
Fishermen of the coast sell herring in the harbour at Ostby.
The glacier of Skarn covers 48 square kilometres of the high plateau.
Meltwater of the glacier feeds the lake of Mirror Valley.
The volcano Hekkla last erupted in 1783 and buried nine farms under ash.
Granite from the quarry of Lund was used for the lighthouse of Cape Varn.
The canal between Torvik and Ostby was dug by 900 workers.
Spruce covers the forest of Elmar, where charcoal was burnt for the forges.
The island of Sula is known for its colonies of puffins.
Reindeer graze on the plateau from June until September.
The desert of Rond receives less than 90 millimetres of rain in a year.
`;

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
