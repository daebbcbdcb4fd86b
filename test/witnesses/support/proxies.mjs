// Runs nginx and Caddy, each with the recipe that README gives, in a folder of its own and on loopback alone.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import http2 from "node:http2";
import https from "node:https";
import net from "node:net";
import { join } from "node:path";
import tls from "node:tls";
import { promisify } from "node:util";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

/** The block of README's code in which this stands, for a server at this port. */
function recipe(sign, port) {
  const blocks = readme.split(/^```.*$/m).filter((_, i) => i % 2 === 1);
  const found = blocks.filter((block) => block.includes(sign) && block.includes("127.0.0.1:8000"));
  if (found.length !== 1) throw new Error(`README has ${found.length} recipes with ${sign}`);
  return found[0].replaceAll("127.0.0.1:8000", `127.0.0.1:${port}`);
}

/** The address for which README has the server set up behind nginx. */
export const publicUrlOfNginx = /`EXAMWRIGHT_PUBLIC_URL=(https:\/\/[^`]+)`:\n\n```\nlocation/.exec(readme)[1];

export const installed = (program) => ["/usr/sbin", "/usr/bin"].some((folder) => existsSync(join(folder, program)));

async function freePort() {
  const listener = net.createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  listener.close();
  await once(listener, "close");
  return port;
}

/** Whether TLS is spoken for this name: Caddy listens before it has made its certificate. */
function answers(port, servername) {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, servername, rejectUnauthorized: false };
    const socket = tls.connect(options, () => resolve(socket.destroy() && true));
    socket.on("error", () => resolve(false));
  });
}

/** Starts a program that listens at the port under the name, and ends it with the test. */
async function start(context, program, args, { port, name }, env = {}) {
  const child = spawn(program, args, {
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  const ended = once(child, "close");
  context.after(() => child.exitCode === null && child.kill("SIGTERM") && ended);
  while (!(await answers(port, name))) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${errors}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** Caddy with README's site, its certificate made by itself. Returns what overHttp2() needs. */
export async function caddy(context, folder, serverPort) {
  const port = await freePort();
  writeFileSync(
    join(folder, "Caddyfile"),
    `{
    admin off
    local_certs
    skip_install_trust
    auto_https disable_redirects
    default_bind 127.0.0.1
    https_port ${port}
    storage file_system ${folder}/storage
}
${recipe("reverse_proxy", serverPort)}`,
  );
  const args = ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
  const name = "exam.example.org";
  await start(context, "caddy", args, { port, name }, { HOME: folder });
  const ca = readFileSync(join(folder, "storage/pki/authorities/local/root.crt"));
  return { port, ca, name };
}

/** nginx with README's location in a site of example.org. */
export async function nginx(context, folder, serverPort) {
  const port = await freePort();
  const name = new URL(publicUrlOfNginx).hostname;
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", join(folder, "key.pem")];
  const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`, "-days", "2"];
  await promisify(execFile)("openssl", ["req", "-x509", ...key, ...subject, "-out", join(folder, "cert.pem")]);
  mkdirSync(join(folder, "logs"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events {}
http {
    access_log off;
    ${temporary.map((each) => `${each}_temp_path ${folder}/${each};`).join("\n    ")}
    server {
        listen 127.0.0.1:${port} ssl;
        server_name ${name};
        ssl_certificate ${folder}/cert.pem;
        ssl_certificate_key ${folder}/key.pem;
${recipe("proxy_pass", serverPort)}
    }
}`,
  );
  await start(context, "nginx", ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")], { port, name });
  return { port, ca: readFileSync(join(folder, "cert.pem")), name };
}

/** Puts an answer together; `stream` is its body. */
async function read(status, headers, stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  const text = Buffer.concat(parts).toString();
  const json = /json$/.test(headers["content-type"] ?? "") ? JSON.parse(text) : undefined;
  return { status, headers, text, json };
}

/** Asks through a proxy over HTTP/1.1, from one of this machine's loopback addresses. */
export function overHttp1({ port, ca, name }, from) {
  return (method, path, { headers = {}, body, host = name } = {}) =>
    new Promise((resolve, reject) => {
      const sized = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const request = https.request(
        {
          ...{ host: "127.0.0.1", port, localAddress: from, servername: name, ca, agent: false, method, path },
          headers: { host, ...sized, ...headers },
        },
        (answer) => read(answer.statusCode, answer.headers, answer).then(resolve, reject),
      );
      request.on("error", reject);
      request.end(body);
    });
}

/** The same over HTTP/2, as browsers speak it. */
export function overHttp2({ port, ca, name }, from) {
  return async (method, path, { headers = {}, body, host = name } = {}) => {
    const socket = { host: "127.0.0.1", port, localAddress: from, servername: name, ca, ALPNProtocols: ["h2"] };
    const session = http2.connect(`https://${name}`, { createConnection: () => tls.connect(socket) });
    try {
      const failed = once(session, "close").then(() => Promise.reject(new Error("the connection ended")));
      failed.catch(() => {});
      const stream = session.request({ ":method": method, ":path": path, ":authority": host, ...headers });
      stream.end(body);
      const [answer] = await Promise.race([once(stream, "response"), failed]);
      return await read(answer[":status"], answer, stream);
    } finally {
      session.destroy();
    }
  };
}
