// A server of its own, one account, and tests that are imported and exported.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen } from "./examwright.mjs";

const owner = { email: "asha@example.org", password: "correct horse battery" };

/** { importTest(body), readTest(id), exportTest(id, format), stop() } */
export async function importingServer() {
  const data = await mkdtemp(join(tmpdir(), "examwright-witness-"));
  const env = { EXAMWRIGHT_DATA: data, EXAMWRIGHT_PORT: "0", EXAMWRIGHT_ENGINE: "offline" };
  const server = await listen(["serve"], env);
  const headers = { "content-type": "application/json" };

  async function call(path, body, expected) {
    const sent = body && { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(server.url + path, { headers, ...sent });
    if (response.status !== expected) assert.fail(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  await call("/auth/register", owner, 201);
  const { access_token: token } = await (await call("/auth/login", owner, 200)).json();
  headers.authorization = `Bearer ${token}`;
  return {
    importTest: async (body) => (await call("/tests/import", body, 201)).json(),
    readTest: async (id) => (await call(`/tests/${id}`, undefined, 200)).json(),
    exportTest: async (id, format) => {
      const response = await call(`/tests/${id}/export?format=${format}`, undefined, 200);
      const bytes = Buffer.from(await response.arrayBuffer());
      // Not text(), which would drop a byte order mark.
      return { bytes, text: bytes.toString("utf8"), headers: response.headers };
    },
    stop: async () => {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
