// Three servers, each copied by Litestream: one machine is lost, and comes back from its copy.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, listen, run, simulate } from "./support/examwright.mjs";

const litestream = fileURLToPath(new URL("node_modules/@flydotio/litestream-linux-x64/litestream", import.meta.url));
const sample = await readFile(new URL("../../tools/sample/periodic-table.md", import.meta.url), "utf8");
const pause = (milliseconds) => new Promise((next) => setTimeout(next, milliseconds));

async function until(done, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(20)) {
    const found = await done();
    if (found) return found;
  }
  return assert.fail(`did not come to it in ${seconds} s: ${done}`);
}

/** The processes that a process has started, and those that they have. */
function descendants(pid) {
  const children = readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/stat`, "utf8").replace(/.*\)/s, "").split(" ")[2] === `${pid}`;
    } catch {
      return false; // it has ended meanwhile
    }
  });
  return children.flatMap((child) => [Number(child), ...descendants(child)]);
}

function stopProcess(pid) {
  try {
    process.kill(pid, "SIGSTOP");
  } catch (error) {
    assert.equal(error.code, "ESRCH");
  }
}

/** A server in a folder of its own, its simulator of Claude, and Litestream, which copies its database. */
class Institution {
  static async start(context, name) {
    const it = new Institution();
    context.after(() => it.stop()); // before its folder goes
    context.after(() => it.claude?.stop());
    const home = await folder(context);
    Object.assign(it, { name, data: join(home, "data"), replica: join(home, "replica"), tests: [] });
    it.claude = await simulate("", ["--latency-ms", "900"]);
    await it.serve();
    await it.post("/auth/register", { email: "owner@example.org", password: "a long password" });
    const login = await it.post("/auth/login", { email: "owner@example.org", password: "a long password" });
    it.headers = { authorization: `Bearer ${login.access_token}` };
    it.config = join(home, "litestream.yml");
    const database = join(it.data, "examwright.db");
    await writeFile(it.config, `dbs:\n  - path: ${database}\n    replicas:\n      - path: ${it.replica}\n`);
    it.replicate();
    await until(() => existsSync(join(it.replica, "generations")));
    return it;
  }

  async serve() {
    this.server = await listen(["serve", "--port", "0"], {
      EXAMWRIGHT_DATA: this.data,
      ANTHROPIC_API_KEY: "sk-of-the-simulator",
      ANTHROPIC_BASE_URL: this.claude.url,
    });
  }

  replicate() {
    this.copying = spawn(litestream, ["replicate", "-config", this.config], { stdio: "ignore" });
  }

  /** Litestream for the database in the data folder. */
  async restore() {
    const args = ["restore", "-config", this.config, join(this.data, "examwright.db")];
    const [code] = await once(spawn(litestream, args, { stdio: "ignore" }), "close");
    assert.equal(code, 0);
  }

  async stop(signal = "SIGTERM") {
    for (const child of [this.copying, this.server?.child]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, "close");
      child.kill(signal);
      await ended;
    }
  }

  async ask(method, path, body) {
    const answer = await fetch(this.server.url + path, { method, headers: this.headers ?? {}, body });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    return answer.json();
  }
  get(path) {
    return this.ask("GET", path);
  }
  post(path, value) {
    return this.ask("POST", path, JSON.stringify(value));
  }

  async add(title, text) {
    return (await this.post("/documents", { title, text })).id;
  }

  async startTests(count) {
    for (let i = 0; i < count; ++i) {
      const id = await this.add(`Test ${i}`, sample);
      await until(async () => (await this.get(`/documents/${id}`)).status === "ready");
      this.tests.push((await this.post("/tests/generate", { document_id: id, num_questions: 12 })).id);
    }
  }

  /** Uploads a book, and another, until the program that reads it is stopped before its end. */
  async uploadUnread() {
    const book = new Blob([sample.repeat(Math.floor(1_400_000 / sample.length))]);
    await until(async () => {
      if (this.unread().length === 0) {
        const form = new FormData();
        form.append("file", book, "book.md");
        await this.ask("POST", "/documents/upload", form);
      }
      const readers = descendants(this.server.child.pid);
      readers.forEach(stopProcess);
      return readers.length > 0 && this.unread().length > 0;
    });
  }

  async ended() {
    const statuses = await Promise.all(this.tests.map((id) => this.get(`/tests/${id}/status`)));
    return statuses.every(({ status }) => !["pending", "generating"].includes(status)) && statuses;
  }

  /** Rows of the database, past the server. */
  rows(sql) {
    const database = new DatabaseSync(join(this.data, "examwright.db"), { readOnly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }
  calls() {
    return this.rows("SELECT generated_test_id, kind, round, call_group, ended_at FROM claude_calls ORDER BY id");
  }
  unread() {
    return this.rows("SELECT id, created_at FROM documents WHERE status = 'processing'");
  }
}

/** Asks for a test's status again and again until end(), which returns how many answers were good, and all. */
function watch(context, institution) {
  let going = true;
  context.after(() => (going = false));
  const counts = { good: 0, all: 0 };
  const done = (async () => {
    while (going) {
      ++counts.all;
      const url = `${institution.server.url}/tests/${institution.tests[0]}/status`;
      const answer = await fetch(url, { headers: institution.headers }).catch(() => ({ ok: false }));
      counts.good += answer.ok;
      await pause(5);
    }
  })();
  return async () => ((going = false), await done, counts);
}

const skip = !existsSync(litestream) && "Litestream is not there for this machine";
test("a lost machine comes back from its copy, and the others notice nothing", { skip }, async (context) => {
  const all = await Promise.all(["a", "b", "c"].map((name) => Institution.start(context, name)));
  const [lost, ...others] = all;
  await Promise.all(all.map((each) => each.startTests(3)));
  const watches = others.map((each) => watch(context, each));

  // Calls, and a document that is still to be read, which are old enough to be in the copy.
  const old = (time) => Date.parse(time) < Date.now() - 2500;
  await lost.uploadUnread();
  await until(() => lost.calls().filter((call) => old(call.ended_at)).length >= 4);
  await until(() => lost.unread().some((document) => old(document.created_at)));
  await lost.stop("SIGKILL");
  const killed = Date.now();
  const calls = lost.calls();
  const unread = lost.unread().map(({ id }) => id);
  assert.ok(unread.length > 0, "all documents were read before the kill");
  assert.ok(await lost.claude.stats().then(({ calls: made }) => made > calls.length), "no call was under way");
  await rm(lost.data, { recursive: true });

  await lost.restore();
  const kept = lost.calls();
  const key = (row) => JSON.stringify(row);
  const missing = calls.filter((row) => !kept.map(key).includes(key(row)));
  const newest = Math.min(killed, ...missing.map(({ ended_at }) => Date.parse(ended_at)));
  assert.ok(killed - newest <= 2000, `a call is missing that ended ${killed - newest} ms before the kill`);
  await until(async () => (await lost.claude.stats()).in_flight === 0);
  const before = (await lost.claude.stats()).calls;

  await lost.serve();
  assert.ok((await lost.get("/tests")).total === 3);
  const away = Date.now() - killed;
  assert.ok(away < 10_000, `back after ${away} ms`);
  lost.replicate();

  const statuses = await until(() => lost.ended(), 120);
  assert.deepEqual(new Set(statuses.map(({ status }) => status)), new Set(["completed"]));
  const made = (await lost.claude.stats()).calls - before;
  assert.equal(lost.calls().length, kept.length + made, "a recorded call was made again");
  assert.deepEqual(lost.calls().slice(0, kept.length).map(key), kept.map(key));

  const gone = await until(async () => lost.unread().length === 0 && lost.rows("SELECT id, status, failure_reason FROM documents"));
  const reread = gone.filter(({ id, status }) => unread.includes(id) && status === "extraction_failed");
  assert.ok(reread.length > 0, "none of the documents that were to be read is in the copy");
  for (const { failure_reason } of reread) assert.match(failure_reason, /uploaded file is gone.*Upload it again/);

  for (const end of watches) {
    const { good, all: asked } = await end();
    assert.ok(asked > 50);
    assert.equal(good, asked);
    context.diagnostic(`another server: ${good} of ${asked} answers good`);
  }
  for (const each of others) assert.ok(await until(() => each.ended(), 120));
  context.diagnostic(`back after ${away} ms; calls: ${calls.length} before, ${kept.length} in the copy, ${made} made after`);
  context.diagnostic(`the oldest call that is missing ended ${killed - newest} ms before the kill; ${reread.length} uploads missing`);
});

test("what Litestream keeps in the database is no damage", { skip }, async (context) => {
  const one = await Institution.start(context, "a");
  await one.startTests(1);
  await until(() => one.ended());
  await until(() => one.rows("SELECT name FROM sqlite_master WHERE name LIKE '\\_litestream%' ESCAPE '\\'").length === 2);
  const data = ["--data", one.data];
  const file = join(one.data, "..", "copy.db");
  const succeeds = async (args) => {
    const { code, stdout, stderr } = await run(args);
    assert.equal(code, 0, `${args.join(" ")}: ${stderr}`);
    return stdout;
  };
  const doctor = async () => {
    const { checks } = JSON.parse((await run(["doctor", "--json", ...data])).stdout);
    for (const { check, level, detail } of checks)
      if (["schema", "room", "data folder"].includes(check)) assert.equal(level, "ok", `${check}: ${detail}`);
  };
  await doctor();
  await succeeds(["backup", file, ...data]);
  await succeeds(["backup", "--keep", "2", join(one.data, "..", "copies"), ...data]);
  await one.stop();
  await succeeds(["migrate", "status", ...data]);
  await succeeds(["migrate", "down", ...data]);
  await succeeds(["migrate", "up", ...data]);
  await doctor();
  await succeeds(["backup", "--compact", "--force", file, ...data]);
  await succeeds(["restore", file, ...data]);
  one.replicate();
  await one.serve();
  assert.equal((await one.get("/tests")).total, 1);
});
