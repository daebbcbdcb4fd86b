// README's recipes for nginx and Caddy, with both in front of the real server.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { folder, listen } from "./support/examwright.mjs";
import { caddy, installed, nginx, overHttp1, overHttp2, publicUrlOfNginx } from "./support/proxies.mjs";

const email = "owner@example.org";
const password = "a long password";
const megabyte = 1_000_000;

const proxies = [
  {
    ...{ program: "caddy", start: caddy, through: overHttp2 },
    ...{ publicUrl: "https://exam.example.org", cookie: "__Host-examwright", path: "/" },
  },
  {
    ...{ program: "nginx", start: nginx, through: overHttp1 },
    ...{ publicUrl: publicUrlOfNginx, cookie: "__Secure-examwright", path: new URL(publicUrlOfNginx).pathname },
  },
];

/** A server with this proxy in front of it; post() and get() take the paths of the API. */
async function serve(context, { start, through, publicUrl, path }) {
  const data = await folder(context);
  const server = await listen(["serve", "--port", "0"], {
    EXAMWRIGHT_DATA: data,
    EXAMWRIGHT_PUBLIC_URL: publicUrl,
    EXAMWRIGHT_TRUSTED_PROXIES: "127.0.0.1",
    EXAMWRIGHT_OCR: "off",
  });
  context.after(() => server.stop());
  const proxy = await start(context, await folder(context), new URL(server.url).port);
  const from = (address) => {
    const ask = through(proxy, address);
    const get = (to, headers) => ask("GET", path + to.slice(1), { headers });
    const post = (to, value, headers = {}) =>
      ask("POST", path + to.slice(1), {
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(value),
      });
    return { ask, get, post };
  };
  const setupToken = async () => (await readFile(join(data, "setup-token"), "utf8")).trim();
  return { ...from("127.0.0.2"), from, setupToken };
}

async function signIn({ post, setupToken }) {
  assert.equal((await post("/auth/register", { email, password, setup_token: await setupToken() })).status, 201);
  const { json } = await post("/auth/login", { email, password });
  return { authorization: `Bearer ${json.access_token}` };
}

/** A form with a file of this many bytes. */
function form(size) {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n';
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(size - 9, "x"), Buffer.from("\r\n--b--\r\n")]);
  return { headers: { "content-type": "multipart/form-data; boundary=b" }, body };
}

for (const proxy of proxies) {
  const { program, publicUrl, path } = proxy;
  describe(program, { skip: !installed(program) && `${program} is not installed` }, () => {
    test("the page and all that it loads come through, and the contract names the address", async (context) => {
      const { ask, get } = await serve(context, proxy);
      const page = await get("/");
      assert.equal(page.status, 200);
      const links = [...page.text.matchAll(/(?:href|src)="([^"#:]+)"/g)].map(([, link]) => link);
      assert.ok(links.length > 1, page.text);
      for (const link of links) {
        const { pathname } = new URL(link, new URL(path, publicUrl));
        assert.ok(pathname.startsWith(path), pathname);
        assert.equal((await ask("GET", pathname)).status, 200, pathname);
      }
      assert.equal((await get("/docs")).status, 200);
      const [{ url }] = (await get("/openapi.json")).json.servers;
      assert.equal(new URL(`${url.replace(/\/$/, "")}/health`, publicUrl).pathname, `${path}health`);
      if (path === "/") return;
      const bare = await ask("GET", path.slice(0, -1));
      assert.equal(bare.status, 301);
      assert.equal(new URL(bare.headers.location, publicUrl).pathname, path);
    });

    test("the set-up is not given to a stranger, and the link of the log leads to it", async (context) => {
      const { get, post, setupToken } = await serve(context, proxy);
      const told = (await get("/server")).json;
      assert.equal(told.needs_setup_token, true);
      for (const forged of [{}, { "x-forwarded-for": "127.0.0.1" }, { forwarded: "for=127.0.0.1;host=localhost" }])
        assert.equal((await post("/auth/register", { email, password }, forged)).status, 403);
      const setup_token = await setupToken();
      assert.equal((await post("/auth/register", { email, password, setup_token })).status, 201);
    });

    test("the page's cookie holds for the public address, and for no other site's page", async (context) => {
      const server = await serve(context, proxy);
      await signIn(server);
      const { origin } = new URL(publicUrl);
      const session = await server.post("/auth/session", { email, password }, { origin });
      assert.equal(session.status, 204);
      const [cookie] = session.headers["set-cookie"];
      assert.match(cookie, new RegExp(`^${proxy.cookie}=`));
      assert.match(cookie, /; Secure/);
      assert.match(cookie, new RegExp(`; Path=${path === "/" ? "/" : path.slice(0, -1)}/?(;|$)`));
      const cookieSent = { cookie: cookie.split(";")[0] };
      assert.equal((await server.get("/auth/me", cookieSent)).json.email, email);
      const logout = (site) => server.post("/auth/logout", {}, { ...cookieSent, origin: site });
      assert.equal((await logout("https://other.example.org")).status, 403);
      assert.equal((await logout(origin)).status, 204);
    });

    test("the limits on wrong passwords count the clients, whatever they say of themselves", async (context) => {
      const server = await serve(context, proxy);
      await signIn({ ...server, ...server.from("127.0.0.9") });
      const guess = (from, n, headers) =>
        server.from(from).post("/auth/login", { email: `u${n}@example.org`, password: "a wrong password" }, headers);
      for (let n = 0; n < 10; ++n)
        assert.equal((await guess("127.0.0.2", n, { "x-forwarded-for": `192.0.2.${n}` })).status, 401);
      assert.equal((await guess("127.0.0.2", 0, { "x-forwarded-for": "192.0.2.77" })).status, 429);
      assert.equal((await guess("127.0.0.2", 0, { forwarded: "for=192.0.2.78" })).status, 429);
      assert.equal((await guess("127.0.0.3", 0)).status, 401);
    });

    test("an upload of 50 MB passes, and what is over is told", async (context) => {
      const server = await serve(context, proxy);
      const authorization = await signIn(server);
      const upload = (size) => {
        const { headers, body } = form(size);
        return server.ask("POST", `${path}documents/upload`, { headers: { ...headers, ...authorization }, body });
      };
      assert.equal((await upload(50 * megabyte)).status, 201);
      for (const size of [50 * megabyte + 1, 60 * megabyte]) {
        const over = await upload(size);
        assert.equal(over.status, 413);
        assert.match(over.json?.detail ?? over.text, /50 MB/, String(size));
      }
    });
  });
}

test("a request for another name gets nothing", { skip: !installed("nginx") && "nginx is not installed" }, async (context) => {
  const { ask } = await serve(context, proxies[1]);
  assert.equal((await ask("GET", `${proxies[1].path}server`, { host: "rebound.example.org" })).status, 421);
});
