// The page's sources: types, catalogues, size, and what is a formula.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const folder = new URL("../../server/web/app/", import.meta.url);
const names = await readdir(folder);
const read = (name) => readFile(new URL(name, folder), "utf8");
const catalogues = Object.fromEntries(await Promise.all(["en", "hi"].map(async (each) => [each, JSON.parse(await read(`${each}.json`))])));

test("tsc --strict has nothing against the modules", async () => {
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const project = new URL("tsconfig.json", import.meta.url).pathname;
  const { code, stdout } = await new Promise((resolve) =>
    execFile(process.execPath, [tsc, "-p", project], (error, out) => resolve({ code: error ? 1 : 0, stdout: out })),
  );
  assert.equal(stdout, "");
  assert.equal(code, 0);
});

test("the catalogues have the same strings with the same places to fill", () => {
  const { en, hi } = catalogues;
  // What the server tells in English, the catalogues of other languages translate; English has what is said to programs.
  const own = (keys) => keys.filter((key) => !/^(format|said|check)\./.test(key));
  assert.deepEqual(own(Object.keys(hi)), own(Object.keys(en)));
  assert.deepEqual(Object.keys(en).filter((key) => !(key in hi)), []);
  const forms = (text) => (typeof text === "string" ? [text] : Object.values(text));
  const places = (text) => [...new Set(forms(text).join(" ").match(/\{\w+\}/g))].sort();
  for (const key of Object.keys(en)) {
    assert.deepEqual(places(hi[key]), places(en[key]), key);
    for (const text of [...forms(en[key]), ...forms(hi[key])]) assert.ok(text.trim(), key);
    if (typeof en[key] !== "string") for (const each of [en, hi]) assert.deepEqual(Object.keys(each[key]).sort(), ["one", "other"], key);
  }
});

/** The C++ sources, those whose paths fit; what is written in several pieces as one. */
async function sourcesOfTheServer(wanted) {
  const root = new URL("../../", import.meta.url);
  const found = await Promise.all(
    ["core", "db", "server"].map(async (layer) => {
      const files = (await readdir(new URL(layer, root), { recursive: true })).map((name) => `${layer}/${name}`);
      return Promise.all(files.filter((name) => /\.[ch]pp$/.test(name) && wanted.test(name)).map((name) => readFile(new URL(name, root), "utf8")));
    }),
  );
  return found.flat().join("\n").replace(/(?<!\\)"\s*\n\s*"/g, "").replaceAll('\\"', "”").replace(/^\s*\/\/.*$/gm, "");
}

const saidKeys = Object.keys(catalogues.hi).filter((key) => key.startsWith("said.")).map((key) => key.slice("said.".length));

test("every sentence of the server that is translated is one that it says", async () => {
  const server = (await sourcesOfTheServer(/./)).replaceAll("”", '"');
  /** Some are put together of two or three pieces. */
  const isSaid = (text, pieces = 3) => {
    if (server.includes(text)) return true;
    for (let end = text.length - 1; pieces > 1 && end > 2; --end)
      if (server.includes(text.slice(0, end)) && isSaid(text.slice(end), pieces - 1)) return true;
    return false;
  };
  assert.ok(saidKeys.length > 100);
  const unsaid = saidKeys.filter((key) => key.replace(/^The file /, " ").split(/[#*]/).some((piece) => piece.trim() && !isSaid(piece.replace(/:$/, ""))));
  assert.deepEqual(unsaid, []);
});

test("what the server says of questions, imports, exports and itself is there in Hindi", async () => {
  const source = await sourcesOfTheServer(/core\/(imports|exports\/(limits|aiken)|question\/(question_limits|question_reader|option_reader))|server\/doctor/);
  const statements = source.match(/\b(invalid|\w+_finding|excess|leave_out|other_kind_of_question|reason =|detail =|detail \+=|return|torn_sentence =)[^;{]*;/g);
  const literals = statements.flatMap((statement) => [...statement.matchAll(/"([^"]*)"/g)]).flatMap(([, text]) => text.split(/(?<=\.) /));
  const sentences = [...new Set(literals)].filter((text) => /[a-z]{2} [a-z]{2}/.test(text) && !text.includes('=”'));
  assert.ok(sentences.length > 100);
  const known = Object.keys(catalogues.hi).map((key) => key.replace(/[#*]/g, " ").replaceAll('"', "”")).join("\n");
  assert.deepEqual(sentences.filter((text) => !known.includes(text.replace(/\d+/g, " ").replace(/[.<\s]*$/, "").trim())), []);
});

test("every string that is asked for is there, and every one that is there is asked for", async () => {
  const sources = (await Promise.all(names.filter((name) => name.endsWith(".js")).map(read))).join("\n");
  const { en } = catalogues;
  const asked = [...sources.matchAll(/\bt\("([\w.]+)"/g)].map(([, key]) => key);
  assert.deepEqual(asked.filter((key) => !(key in en)), []);
  const beginnings = [...sources.matchAll(/`([a-zA-Z]+\.(?:[a-z]+\.)?)\$\{/g)].map(([, start]) => start);
  beginnings.push(...[...sources.matchAll(/\bphrases\("([\w.]+)"/g)].map(([, start]) => start));
  const literals = new Set([...sources.matchAll(/"([\w.]+)"/g)].map(([, key]) => key));
  const unused = Object.keys(en).filter((key) => !literals.has(key) && !beginnings.some((start) => key.startsWith(start)));
  assert.deepEqual(unused, []);
});

test("the page stays small", async () => {
  // The server sends the modules as one file, without their comments, and the sheets as one; each catalogue is a file.
  const joined = async (ending) => (await Promise.all(names.filter((name) => name.endsWith(ending)).map(read))).join("").replace(/\n *(\/\/|\*|\/\*\*).*/g, "");
  const sent = [await joined(".js"), await joined(".css"), await read("en.json"), await read("hi.json"), await read("icon.svg")];
  const packed = sent.map((content) => gzipSync(content, { level: 9 }).length);
  const sum = packed.reduce((all, each) => all + each, 0);
  assert.ok(sum < 60_000, `${sum} bytes`);
  for (const name of names.filter((each) => each.endsWith(".js"))) {
    const lines = (await read(name)).split("\n").length;
    assert.ok(lines <= 200, `${name} has ${lines} lines`);
  }
});

test("formulas are told from prices", async () => {
  const { pieces } = await import(new URL("formula.js", folder));
  const bodies = (text) => pieces(text).filter((each) => typeof each !== "string").map(({ body, display }) => (display ? [body] : body));
  assert.deepEqual(bodies("It costs $5 and $7."), []);
  assert.deepEqual(bodies("Between $5 and $7 a day, or $1,000 in all"), []);
  assert.deepEqual(bodies("US$20 and A$30"), []);
  assert.deepEqual(bodies("$x$ and $y$"), ["x", "y"]);
  assert.deepEqual(bodies("$E = mc^2$"), ["E = mc^2"]);
  assert.deepEqual(bodies("$$\\int_0^1 x\\,dx$$"), [["\\int_0^1 x\\,dx"]]);
  assert.deepEqual(bodies("\\(a+b\\) and \\[a-b\\]"), ["a+b", ["a-b"]]);
  for (const body of ["3", "12.5", "-7", "a - b", "a / b", "2 x", "A, B", "(a, b)"]) assert.deepEqual(bodies(`$${body}$`), [body]);
  for (const text of ["costs $5, then $7", "5$-7$", "5$ or 7$", "$5 or 7$", "$5/$7, $10 and $20"]) assert.deepEqual(bodies(text), [], text);
  assert.deepEqual(bodies("$5 a day or$x$"), ["x"]);
  assert.deepEqual(bodies("a single $ sign, and $ another"), []);
  assert.deepEqual(bodies("pay $3 for $x_1$"), ["x_1"]);
  assert.equal(pieces("all $x$ of it").map((each) => (typeof each === "string" ? each : each.source)).join(""), "all $x$ of it");
});
