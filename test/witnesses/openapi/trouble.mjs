// The errors that are the machine's.
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { alter, make, material, member, nobody, password, paste, school, theContract } from "./school.mjs";

/** No file of the server grows beyond a byte: what it writes fails as on a full disk. */
const fillDisk = ({ child }) => execFileSync("prlimit", ["--pid", String(child.pid), "--fsize=1:"]);

const question = { question: "Who?", options: { A: "Ann", B: "Bob", C: "Cid", D: "Dan" }, correct_option: "A" };

test("trouble: on a full disk, every call that writes says so", async (context) => {
  const server = await school(context);
  const { anyone, admin } = server;
  const teacher = await member(anyone, "teacher@example.org");
  const document = await paste(teacher);
  const made = await make(teacher, document);
  const session = (await teacher.call("GET /auth/tokens", { status: 200 })).items[0];
  const topic = await admin.call("POST /topics", { body: { slug: "maps", name: "Maps" }, status: 201 });
  const at = { id: made.id, qid: made.questions[0].id };
  const removed = { id: made.id, qid: made.questions[1].id };
  await teacher.call("DELETE /tests/{id}/questions/{qid}", { values: removed, status: 200 });
  const order = (await teacher.call("GET /tests/{id}", { values: made, status: 200 })).questions.map(({ id }) => id);
  const attempt = await teacher.call("POST /tests/{id}/attempts", { values: made, status: 201 });
  const invited = async (email) => {
    const { link, id } = await admin.call("POST /admin/invitations", { body: { email }, status: 201 });
    return { id, token: link.slice(link.lastIndexOf("/") + 1) };
  };
  const [joining, revoked] = [await invited("joining@example.org"), await invited("revoked@example.org")];
  const { link } = await admin.call("POST /admin/users/{id}/reset-link", { values: teacher.me, status: 201 });
  const resetToken = link.slice(link.lastIndexOf("/") + 1);
  const sent = {
    "POST /auth/join": { body: { token: joining.token, password } },
    "POST /auth/reset": { body: { token: resetToken, new_password: password } },
    "POST /admin/invitations": { body: { email: "third@example.org" }, by: admin },
    "DELETE /admin/invitations/{id}": { values: revoked, by: admin },
    "POST /admin/users/{id}/reset-link": { values: teacher.me, by: admin },
    "POST /auth/register": { body: { email: "new@example.org", password } },
    "POST /auth/login": { body: { email: "teacher@example.org", password } },
    "POST /auth/session": { body: { email: "teacher@example.org", password } },
    "POST /auth/password": { body: { old_password: password, new_password: password } },
    "POST /auth/tokens": { body: { name: "Moodle", scope: "read" } },
    "DELETE /auth/tokens/{id}": { values: session },
    "POST /documents": { body: { text: material } },
    "POST /documents/upload": { form: { file: { filename: "a.txt", content: material } } },
    "DELETE /documents/{id}": { values: document },
    "POST /tests/generate": { body: { document_id: document.id } },
    "PATCH /tests/{id}": { values: at, body: { title: "Norland" } },
    "PATCH /tests/{id}/questions/{qid}": { values: at, body: { explanation: "So it is." } },
    "DELETE /tests/{id}/questions/{qid}": { values: at },
    "POST /tests/{id}/questions/{qid}/regenerate": { values: at },
    "POST /tests/{id}/questions/{qid}/restore": { values: removed },
    "PATCH /tests/{id}/questions": { values: at, body: { order } },
    "POST /tests": { body: { title: "Term", question_ids: [at.qid] } },
    "POST /tests/{id}/attempts": { values: at },
    "PUT /attempts/{id}/answers/{qid}": { values: { ...attempt, qid: at.qid }, body: { option: "A" } },
    "POST /attempts/{id}/finish": { values: attempt },
    "DELETE /tests/{id}": { values: at },
    "POST /tests/import": { body: { questions: [question] } },
    "POST /topics": { body: { slug: "chemistry", name: "Chemistry" }, by: admin },
    "PATCH /topics/{id}": { values: topic, body: { name: "Charts" }, by: admin },
    "DELETE /topics/{id}": { values: topic, by: admin },
    "PATCH /admin/users/{id}": { values: teacher.me, body: { role: "admin" }, by: admin },
    "POST /admin/users": { body: { email: "fourth@example.org", password }, by: admin },
    "GET /admin/backup": { by: admin },
    "POST /admin/users/{id}/password": { values: teacher.me, body: { new_password: password }, by: admin },
    "DELETE /admin/users/{id}": { values: teacher.me, by: admin },
    "DELETE /auth/session": {},
    "POST /auth/logout": {},
  };
  fillDisk(server);
  for (const [name, { by = teacher, ...how }] of Object.entries(sent)) await by.call(name, { ...how, status: 503 });
});

test("trouble: a test that lacks a question, on a full disk", async (context) => {
  const server = await school(context);
  const { admin } = server;
  const values = await make(admin, await paste(admin));
  for (let [{ id: qid }] = values.questions; qid; )
    qid = (await admin.call("DELETE /tests/{id}/questions/{qid}", { values: { ...values, qid }, status: 200 })).replacement?.id;
  fillDisk(server);
  await admin.call("POST /tests/{id}/questions", { values, body: question, status: 503 });
});

test("trouble: a database that others have broken", async (context) => {
  const server = await school(context);
  const { admin, anyone } = server;
  alter(server, "PRAGMA foreign_keys = OFF; DROP TABLE sessions; DROP TABLE users; DROP TABLE links; DROP TABLE alembic_version;");
  await anyone.call("GET /health/ready", { status: 503 });
  const bodies = { "POST /auth/join": { token: "x", password }, "POST /auth/reset": { token: "x", new_password: password } };
  for (const { name, operation } of theContract().calls.filter((call) => call.operation.responses[500])) {
    const by = operation.security && name !== "DELETE /auth/session" ? anyone : admin;
    const body = bodies[name] ?? { email: "admin@example.org", password };
    await by.call(name, { values: { id: nobody, qid: nobody, n: "1" }, payload: JSON.stringify(body), status: 500 });
  }
});
