// Our client on its way through Node's proxy to Node's TLS.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { folder, run } from "./support/examwright.mjs";
import { document, reply } from "./support/river.mjs";

const host = "claude.test"; // known to the proxy alone

async function listen(context, server) {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  context.after(() => server.close());
  return server.address().port;
}

/** A certificate for `host` that vouches for itself, as { key, cert, certFile }. */
async function certificate(path) {
  const [keyFile, certFile] = [join(path, "key.pem"), join(path, "cert.pem")];
  const request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2";
  const subject = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  const files = ["-keyout", keyFile, "-out", certFile];
  execFileSync("openssl", [...request.split(" "), ...subject, ...files], { stdio: "pipe" });
  return { key: await readFile(keyFile), cert: await readFile(certFile), certFile };
}

/** The Messages API as far as it is needed. */
function claude(calls) {
  return async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    calls.push(request);
    const text = reply(JSON.parse(body).messages[0].content);
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        id: `msg_${calls.length}`,
        type: "message",
        role: "assistant",
        model: "claude-sonnet-5-5",
        content: [{ type: "text", text }],
        stop_reason: "end_turn",
        stop_sequence: null,
        usage: { input_tokens: 10, output_tokens: 10 },
      }),
    );
  };
}

/** A proxy that lets in one user. */
function proxy(tunnels, user) {
  const server = http.createServer((_, response) => response.writeHead(405).end());
  const wanted = `Basic ${Buffer.from(user).toString("base64")}`;
  server.on("connect", (request, client) => {
    tunnels.push(request);
    client.on("error", () => {});
    if (request.headers["proxy-authorization"] !== wanted)
      return client.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    const port = Number(request.url.split(":").at(-1));
    const target = net.connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    return target.on("error", () => client.destroy());
  });
  return server;
}

test("through a proxy, to a server with a certificate of its own", async (context) => {
  const path = await folder(context);
  const { key, cert, certFile } = await certificate(path);
  const [calls, tunnels] = [[], []];
  const port = await listen(context, https.createServer({ key, cert }, claude(calls)));
  const proxyPort = await listen(context, proxy(tunnels, "me:a p@ss"));
  const file = join(path, "river.txt");
  await writeFile(file, document);
  const generate = (user) =>
    run(["generate", file, "-n", "3", "--format", "json"], {
      ANTHROPIC_BASE_URL: `https://${host}:${port}`,
      ANTHROPIC_API_KEY: "test-key",
      EXAMWRIGHT_CA_FILE: certFile,
      HTTPS_PROXY: `http://${user}@127.0.0.1:${proxyPort}`,
    });

  const good = await generate("me:a%20p%40ss");
  assert.equal(good.code, 0, good.stderr);
  assert.equal(JSON.parse(good.stdout).questions.length, 3);
  assert.deepEqual(
    tunnels.map(({ url }) => url),
    [`${host}:${port}`],
  );
  assert.equal(calls.length, 2); // in one tunnel
  assert.ok(calls.every(({ headers }) => headers.authorization === "Bearer test-key"));
  assert.ok(calls.every(({ headers }) => !("proxy-authorization" in headers)));

  const refused = await generate("me:wrong");
  assert.equal(refused.code, 1);
  assert.match(JSON.parse(refused.stdout).failure_reason, /The proxy wants a user name and a password/);
  assert.equal(tunnels.length, 2);
  assert.equal(calls.length, 2);
});
