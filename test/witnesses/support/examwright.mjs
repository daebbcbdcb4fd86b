// Runs the program under test: its simulator, or one of its commands.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const binary = process.env.EXAMWRIGHT_BINARY;
if (!binary) throw new Error("EXAMWRIGHT_BINARY must name the examwright program");

/** This environment without our settings and without proxies, and `own`. */
function environment(own) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(EXAMWRIGHT_|ANTHROPIC_)|_PROXY$/i.test(name),
  );
  return { ...Object.fromEntries(kept), ...own };
}

function start(args, own) {
  return spawn(binary, args, { env: environment(own), stdio: ["ignore", "pipe", "pipe"] });
}

async function collect(stream) {
  let text = "";
  for await (const part of stream.setEncoding("utf8")) text += part;
  return text;
}

/** A command that ends by itself: its exit code, stdout and stderr. */
export async function run(args, env = {}) {
  const child = start(args, env);
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([collect(child.stdout), collect(child.stderr)]);
  const [code] = await ended;
  return { code, stdout, stderr };
}

/** A command that listens ("serve", "simulate"): its url, its process, its log so far, and stop(). */
export async function listen(args, env = {}) {
  const child = start(args, env);
  const ended = once(child, "close");
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (part) => (log += part));
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /^listening on (http:\/\/\S+)/.exec(line);
    if (found) return { url: found[1], child, log: () => log, stop: () => child.kill("SIGTERM") && ended };
  }
  await ended;
  throw new Error(`${args.join(" ")} does not listen: ${log}`);
}

/** The Messages API simulator; `fail`: its fault rules. GET stats() tells what came in. */
export async function simulate(fail = "", more = []) {
  const server = await listen(["simulate", "--port", "0", ...(fail ? ["--fail", fail] : []), ...more]);
  const stats = async () => (await fetch(`${server.url}/stats`)).json();
  return { ...server, stats };
}

/** A folder that goes with the test. */
export async function folder(context) {
  const path = await mkdtemp(join(tmpdir(), "examwright-witness-"));
  context.after(() => rm(path, { recursive: true, force: true }));
  return path;
}
