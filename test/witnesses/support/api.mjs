// A client whose every exchange is held against the contract.
import assert from "node:assert/strict";
import http from "node:http";

/** One request on a connection of its own; `length`: a Content-Length that is announced and not kept. */
export function send(url, { method = "GET", path, headers = {}, payload, length }) {
  return new Promise((resolve, reject) => {
    const size = length ?? (payload === undefined ? undefined : Buffer.byteLength(payload));
    const sized = size === undefined ? headers : { ...headers, "content-length": size };
    const request = http.request(url + path, { method, headers: sized, agent: false }, async (answer) => {
      const parts = [];
      for await (const part of answer) parts.push(part);
      request.destroy();
      const body = Buffer.concat(parts);
      resolve({ status: answer.statusCode, headers: answer.headers, text: body.toString(), size: body.length });
    });
    request.on("error", reject);
    if (length === undefined) request.end(payload);
    else request.flushHeaders();
  });
}

const boundary = "a-boundary-of-the-test";

/** A form as multipart/form-data; a field's value is text, or { filename, content } of a file. */
function encode(form) {
  const parts = Object.entries(form).map(([name, value]) => {
    const file = value.filename === undefined ? "" : `; filename="${value.filename}"`;
    const content = value.filename === undefined ? String(value) : value.content;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
  });
  return `${parts.join("")}--${boundary}--\r\n`;
}

export class Api {
  constructor(contract, url, token) {
    Object.assign(this, { contract, url, token });
  }

  as(token) {
    return new Api(this.contract, this.url, token);
  }

  /**
   * Sends a documented call, such as "PATCH /tests/{id}", and returns the answer's JSON. `status`: what must
   * come, or several that may; without it, what the contract's schemas say of the request: 400, or not.
   * `payload`: sent as it is, in place of `body`. `because`: why it must be 400 though the schemas allow it.
   */
  async call(name, { status, because, values = {}, query = {}, body, form, payload, headers = {}, length } = {}) {
    const { method, path } = this.contract.call(name);
    const filled = path.replace(/\{(\w+)\}/g, (_, each) => encodeURIComponent(values[each] ?? assert.fail(each)));
    const search = new URLSearchParams(query).toString();
    const type = form ? `multipart/form-data; boundary=${boundary}` : "application/json";
    const written = payload ?? (form ? encode(form) : body === undefined ? undefined : JSON.stringify(body));
    const answer = await send(this.url, {
      method,
      path: filled + (search && `?${search}`),
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(written === undefined ? {} : { "content-type": type }),
        ...headers,
      },
      payload: written,
      length,
    });
    this.contract.check(name, answer);
    const what = `${name} ${written?.slice(0, 300) ?? ""} ${search}: ${answer.status} ${answer.text.slice(0, 300)}`;
    if (status) assert.ok([status].flat().includes(answer.status), `${what}, not ${status}`);
    const judged = body !== undefined || form || search;
    if (judged) this.#compare(name, { query, body, form }, answer, because, what);
    return /json$/.test(answer.headers["content-type"] ?? "") ? JSON.parse(answer.text) : answer.text;
  }

  /** The server refuses what the schemas refuse, naming the field, and what there is a reason against; no more. */
  #compare(name, request, { status, text }, because, what) {
    const fault = this.contract.faultOf(name, request);
    if (!fault) return assert.equal(status === 400, Boolean(because), `${what}; ${because || "the contract allows it"}`);
    assert.ok(status >= 400, `${what}; but by the contract: ${fault.text}`);
    if (status !== 400) return;
    const { detail } = JSON.parse(text);
    const names = fault.names.flatMap((each) => (each === "num_questions" ? [each, "target_questions"] : [each]));
    assert.ok(names.some((each) => detail.includes(each)), `${what}; it does not name ${names}`);
  }

  async until(name, values, done) {
    for (let i = 0; i < 3000; ++i) {
      const now = await this.call(name, { values, status: 200 });
      if (done(now)) return now;
      await new Promise((next) => setTimeout(next, 20));
    }
    return assert.fail(`${name} did not come to it`);
  }
}
