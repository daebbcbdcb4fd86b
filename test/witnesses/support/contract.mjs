// The server's OpenAPI document as a judge of what it takes and what it answers.
import assert from "node:assert/strict";
import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020.js";

const id = "http://contract.invalid/openapi.json";

/** Headers that HTTP or the server's care for browsers brings along: no part of what a call answers. */
const plainHeaders = new Set([
  ...["date", "connection", "keep-alive", "content-type", "content-length", "cache-control", "vary"],
  ...["x-content-type-options", "x-frame-options", "content-security-policy", "referrer-policy"],
  ...["cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy"],
]);

const pointer = (parts) => "#" + parts.map((p) => "/" + encodeURIComponent(p.replace(/~/g, "~0").replace(/\//g, "~1"))).join("");

/** Two schemas that hold at once, as one: their members put together. */
function merge(one, other) {
  const properties = { ...one.properties };
  for (const [name, each] of Object.entries(other.properties ?? {})) properties[name] = merge(properties[name] ?? {}, each);
  return { ...one, ...other, ...(Object.keys(properties).length > 0 ? { properties } : {}) };
}

/** "GET /tests 200"; where there is a choice of media types, with the one that came. */
const answerOf = (name, status, { content = {} }, type) =>
  `${name} ${status}${Object.keys(content).length > 1 ? ` ${type}` : ""}`;

export class Contract {
  #ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  #seen = new Set();
  #nullable = new Map(); // "Test.title": whether it has been null, and whether it has not

  constructor(document) {
    this.document = document;
    addFormats(this.#ajv);
    this.#ajv.addVocabulary(Object.keys(document)); // a document is taken for a schema of schemas
    this.#ajv.addSchema(document, id);
  }

  /** All calls, as { name: "GET /tests/{id}", method, path, operation, parameters }. */
  get calls() {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => key !== "parameters")
        .map((method) => ({
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          operation: item[method],
          parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(
            (each) => this.#follow(each, []).object,
          ),
        })),
    );
  }

  call(name) {
    const found = this.calls.find((each) => each.name === name);
    assert.ok(found, `${name} is not documented`);
    return found;
  }

  /** An object of the document and where it stands, references followed. */
  #follow(object, parts) {
    if (!object.$ref) return { object, parts };
    const next = object.$ref.slice(2).split("/");
    return this.#follow(
      next.reduce((from, name) => from[name], this.document),
      next,
    );
  }

  /** What is wrong with a value by the schema that stands at these parts of the document. */
  #faults(parts, value) {
    const validate = this.#ajv.getSchema(id + pointer(parts));
    assert.ok(validate, `no schema at ${pointer(parts)}`);
    return validate(value) ? [] : validate.errors;
  }

  /** The same as text; null: nothing. */
  #errors(parts, value) {
    const faults = this.#faults(parts, value);
    return faults.length === 0 ? null : this.#ajv.errorsText(faults, { separator: "\n" });
  }

  /** What the contract has against a request, with the names of the fields; null: nothing. */
  faultOf(name, { query = {}, body, form }) {
    const { method, path, operation } = this.call(name);
    for (const [i, parameter] of (operation.parameters ?? []).entries()) {
      const { object, parts } = this.#follow(parameter, ["paths", path, method.toLowerCase(), "parameters", String(i)]);
      if (object.in !== "query" || !(object.name in query)) continue;
      const text = query[object.name];
      const value = object.schema.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
      const errors = this.#errors([...parts, "schema"], value);
      if (errors) return { text: errors, names: [object.name] };
    }
    if (!operation.requestBody) return null;
    const type = form ? "multipart/form-data" : "application/json";
    const at = ["paths", path, method.toLowerCase(), "requestBody", "content", type, "schema"];
    const faults = this.#faults(at, form ?? body);
    const namesOf = ({ instancePath, params }) => [
      ...instancePath.split("/").filter((part) => /^[a-z_A-J]+$/.test(part)),
      ...[params.missingProperty, params.additionalProperty, params.unevaluatedProperty].filter(Boolean),
    ];
    return faults.length === 0 ? null : { text: this.#ajv.errorsText(faults), names: faults.flatMap(namesOf) };
  }

  /** Fails where an answer is not what the contract says, and remembers that it has been seen. */
  check(name, { status, headers, text }) {
    const { method, path, operation } = this.call(name);
    const given = operation.responses[status];
    assert.ok(given, `${name} answered ${status}, which is not documented: ${text.slice(0, 300)}`);
    const at = ["paths", path, method.toLowerCase(), "responses", String(status)];
    const { object: response, parts } = this.#follow(given, at);
    this.#checkHeaders(`${name} ${status}`, response.headers ?? {}, headers, parts);
    this.#checkBody(`${name} ${status}`, response.content, { status, headers, text }, parts);
    this.#seen.add(answerOf(name, status, response, headers["content-type"]));
  }

  #checkHeaders(what, documented, headers, parts) {
    const known = new Set(Object.keys(documented).map((header) => header.toLowerCase()));
    for (const header of Object.keys(headers))
      assert.ok(plainHeaders.has(header) || known.has(header), `${what}: ${header} is not documented`);
    for (const [header, given] of Object.entries(documented)) {
      const { object, parts: at } = this.#follow(given, [...parts, "headers", header]);
      const text = headers[header.toLowerCase()]?.toString(); // Set-Cookie comes as a list
      if (text === undefined && !object.required) continue;
      assert.ok(text !== undefined, `${what}: ${header} is missing`);
      const value = object.schema.type === "integer" ? Number(text) : text;
      assert.equal(this.#errors([...at, "schema"], value), null, `${what}: ${header}: ${text}`);
    }
  }

  #checkBody(what, content, { status, headers, text }, parts) {
    if (!content) {
      assert.equal(text, "", `${what}: a body is not documented`);
      assert.equal(headers["content-type"], undefined, `${what}: a Content-Type without a body`);
      return;
    }
    const type = headers["content-type"];
    assert.ok(content[type], `${what}: ${type} is not documented`);
    if (!content[type].schema) return;
    const value = /json$/.test(type) ? JSON.parse(text) : text;
    const errors = this.#errors([...parts, "content", type, "schema"], value);
    assert.equal(errors, null, `${what}: ${errors}\n${text.slice(0, 1000)}`);
    this.#noteNulls(content[type].schema, value, what);
    if (!this.#seen.has(what)) this.#checkClosed(what, value, (changed) => this.#errors([...parts, "content", type, "schema"], changed));
    if (type === "application/problem+json") assert.equal(value.status, status, what);
  }

  /** A member that is not documented must be told from one that is: the objects' schemas are closed. */
  #checkClosed(what, value, errors) {
    if (what === "GET /openapi.json 200") return;
    const visit = (part, put) => {
      if (Array.isArray(part)) return part.slice(0, 1).forEach((each) => visit(each, (changed) => put([changed])));
      if (part === null || typeof part !== "object") return;
      assert.ok(errors(put({ ...part, undocumented: 1 })), `${what}: its schema takes any member in ${JSON.stringify(part)}`);
      for (const [name, each] of Object.entries(part)) visit(each, (changed) => put({ ...part, [name]: changed }));
    };
    visit(value, (changed) => changed);
  }

  #noteNulls(given, value, where) {
    if (value === null || typeof value !== "object") return;
    const { object: schema, parts } = this.#follow(given, [where]);
    const name = parts.at(-1);
    for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? [])]) this.#noteNulls(part, value, name);
    if (Array.isArray(value)) value.forEach((each) => this.#noteNulls(schema.items ?? {}, each, name));
    for (const [member, each] of Object.entries(schema.properties ?? {})) {
      const { object } = this.#follow(each, []);
      const types = [object.type, ...(object.oneOf ?? []).map(({ type }) => type)].flat();
      const key = `${name}.${member}`;
      if (types.includes("null")) {
        const seen = this.#nullable.get(key) ?? { null: false, value: false };
        seen[value[member] === null ? "null" : "value"] = true;
        this.#nullable.set(key, seen);
      }
      this.#noteNulls(each, value[member], key);
    }
  }

  /** The members of answers that may be null but never were, and those that were nothing else. */
  get neverNull() {
    return [...this.#nullable].filter(([, seen]) => !seen.null).map(([key]) => key);
  }
  get alwaysNull() {
    return [...this.#nullable].filter(([, seen]) => !seen.value).map(([key]) => key);
  }

  /** Each documented answer, as "GET /tests 200", and those of them that were never seen. */
  get answers() {
    return this.calls.flatMap(({ name, operation }) =>
      Object.entries(operation.responses).flatMap(([status, given]) => {
        const { object: response } = this.#follow(given, []);
        const types = Object.keys(response.content ?? { none: {} });
        return types.map((type) => answerOf(name, status, response, type));
      }),
    );
  }
  get unseen() {
    return this.answers.filter((answer) => !this.#seen.has(answer));
  }

  /** The whole schema of a call's JSON body: references followed, allOf put together; of a choice, one. */
  bodySchema(name, choice = 0) {
    const { schema } = this.call(name).operation.requestBody.content["application/json"];
    return this.whole(schema.anyOf?.[choice] ?? schema);
  }

  whole(given) {
    const { allOf = [], properties, ...own } = this.#follow(given, []).object;
    const members = Object.entries(properties ?? {}).map(([name, each]) => [name, this.whole(each)]);
    const rest = properties ? { ...own, properties: Object.fromEntries(members) } : own;
    return [...allOf.map((each) => this.whole(each)), rest].reduce(merge, {});
  }
}
