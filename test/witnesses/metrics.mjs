// Our metrics, read by a parser that others wrote.
import assert from "node:assert/strict";
import { test } from "node:test";
import parse from "parse-prometheus-text-format";
import { folder, listen } from "./support/examwright.mjs";
import { document } from "./support/river.mjs";

const account = JSON.stringify({ email: "owner@example.org", password: "a long password" });

/** A server with metrics on: its url, the headers of its admin, and get(). */
async function serve(context) {
  const server = await listen(["serve", "--port", "0"], {
    EXAMWRIGHT_DATA: await folder(context),
    EXAMWRIGHT_METRICS: "on",
  });
  context.after(() => server.stop());
  const post = (path) => fetch(server.url + path, { method: "POST", body: account });
  await post("/auth/register");
  const { access_token } = await (await post("/auth/login")).json();
  const headers = { authorization: `Bearer ${access_token}` };
  return { url: server.url, headers, get: (path) => fetch(server.url + path, { headers }) };
}

test("every family has its type, its help and whole samples", async (context) => {
  const { get } = await serve(context);
  await get(`/tests/${encodeURIComponent('"}\n\\')}`); // nothing of it gets into a label
  await get("/documents");
  const answer = await get("/metrics");
  assert.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  const text = await answer.text();
  const families = parse(text);
  const named = new Map(families.map((family) => [family.name, family]));
  assert.equal(named.size, text.match(/^# TYPE /gm).length);
  for (const { name, type, help, metrics } of families) {
    assert.match(name, /^(examwright|process)_[a-z_]+$/);
    assert.match(help, /\.$/, name);
    assert.ok(metrics.length > 0, name);
    assert.equal(name.endsWith("_total"), type === "COUNTER", name);
    for (const { value } of metrics) if (type !== "HISTOGRAM") assert.ok(Number(value) >= 0, name);
  }
  const requests = named.get("examwright_http_requests_total").metrics;
  const of = (route) => requests.filter(({ labels }) => labels.route === route);
  assert.deepEqual(of("/documents"), [
    { value: "1", labels: { method: "GET", route: "/documents", status: "200" } },
  ]);
  assert.deepEqual(
    of("/tests/{id}").map(({ labels }) => labels.status),
    ["404"],
  );
});

test("a histogram's buckets ascend to its count", async (context) => {
  const { url, headers, get } = await serve(context);
  const body = JSON.stringify({ title: "River", text: document });
  const { id } = await (await fetch(`${url}/documents`, { method: "POST", headers, body })).json();
  while ((await (await get(`/documents/${id}/extract`)).json()).status !== "ready");
  const families = parse(await (await get("/metrics")).text());
  const histograms = families.filter(({ type }) => type === "HISTOGRAM");
  assert.equal(histograms.length, 3);
  // The one without labels: this parser takes those with labels for one.
  const [times] = histograms.find(({ name }) => name === "examwright_extraction_duration_seconds").metrics;
  const counts = Object.entries(times.buckets)
    .sort(([a], [b]) => (a === "+Inf") - (b === "+Inf") || a - b)
    .map(([, value]) => Number(value));
  assert.equal(counts.length, 11);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  );
  assert.equal(counts.at(-1), 1);
  assert.equal(times.count, "1");
  assert.ok(Number(times.sum) > 0);
});
