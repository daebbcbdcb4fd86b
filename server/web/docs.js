"use strict";
// Shows the contract. Everything goes into the page as text, never as HTML.

const methods = ["get", "post", "patch", "put", "delete"];

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Text in which `code` stands in backquotes; a blank line parts paragraphs. */
function prose(text) {
  const paragraphs = (text ?? "").split("\n\n").filter((part) => part !== "");
  return paragraphs.map((paragraph) =>
    element(
      "p",
      {},
      ...paragraph.split(/`([^`]+)`/).map((part, i) => (i % 2 ? element("code", {}, part) : part)),
    ),
  );
}

function show(contract) {
  const resolve = (object) =>
    object?.$ref ? object.$ref.slice(2).split("/").reduce((from, name) => from[name], contract) : object;

  /** A schema with what it is made of: allOf and references put together. */
  function whole(schema) {
    const { $ref, allOf = [], ...own } = schema;
    const parts = [...($ref ? [resolve(schema)] : []), ...allOf].map(whole);
    const merged = { required: [] };
    for (const part of [...parts, own]) {
      const properties = { ...merged.properties };
      for (const [name, property] of Object.entries(part.properties ?? {}))
        properties[name] = name in properties ? { allOf: [properties[name], property] } : property;
      const required = [...merged.required, ...(part.required ?? [])];
      Object.assign(merged, part, { required });
      if (Object.keys(properties).length > 0) merged.properties = properties;
    }
    return merged;
  }

  function typeOf(schema) {
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
    const choice = schema.oneOf ?? schema.anyOf;
    if (choice) return choice.map((each) => typeOf(whole(each))).join(" or ");
    if (schema.type === "array") return schema.items ? `list of ${typeOf(whole(schema.items))}` : "list";
    const type = [schema.type ?? (schema.contentMediaType ? "file" : "anything")].flat().join(" or ");
    return schema.format ? `${type} (${schema.format})` : type;
  }

  function limitsOf(schema) {
    const { minimum, maximum, minLength, maxLength, pattern, examples = [] } = schema;
    const range = (least, most, what) => {
      if (least === undefined && most === undefined) return [];
      if (most === undefined) return [`from ${least}${what}`];
      return [least === undefined ? `up to ${most}${what}` : `${least} to ${most}${what}`];
    };
    return [
      ...range(minimum, maximum, ""),
      ...range(minLength, maxLength, " characters"),
      ...examples.map((example) => `such as ${JSON.stringify(example)}`),
      ...(pattern && pattern !== "\\S" && examples.length === 0 ? [`matches ${pattern}`] : []),
      ...(schema.default === undefined ? [] : [`${JSON.stringify(schema.default)} if missing`]),
    ];
  }

  function property(name, given, required) {
    const schema = whole(given);
    const facts = [typeOf(schema), ...limitsOf(schema), ...(required ? ["required"] : [])];
    return [
      element("dt", {}, element("code", {}, name)),
      element("dd", {}, element("span", { class: "note" }, facts.join(", ")), ...prose(schema.description), members(schema)),
    ];
  }

  /** The members of an object, or of a list's or a choice's objects; null where there are none. */
  function members(schema) {
    if (schema.items) return members(whole(schema.items));
    const choice = (schema.oneOf ?? schema.anyOf ?? []).map((each) => members(whole(each))).filter(Boolean);
    if (choice.length > 1) return element("div", {}, ...choice.flatMap((each, i) => (i ? [element("p", {}, "or"), each] : [each])));
    if (choice.length === 1) return choice[0];
    if (!schema.properties) return null;
    const rows = Object.entries(schema.properties).flatMap(([name, each]) =>
      property(name, each, schema.required.includes(name)),
    );
    const list = element("dl", {}, ...rows);
    return rows.length > 24 ? element("details", {}, element("summary", {}, `${rows.length / 2} members`), list) : list;
  }

  function content(described) {
    return Object.entries(described.content ?? {}).flatMap(([type, { schema = {}, example }]) => {
      const full = whole(schema);
      const shown = example ?? full.examples?.[0];
      return [
        element("p", { class: "note" }, full.description && !full.properties ? `${type}: ${full.description}` : type),
        members(full),
        shown === undefined ? null : element("pre", {}, JSON.stringify(shown, null, 2)),
      ];
    });
  }

  function response(status, given) {
    const described = resolve(given);
    const headers = Object.keys(described.headers ?? {}).filter((name) => name !== "X-Request-Id");
    const isProblem = "application/problem+json" in (described.content ?? {});
    const body = isProblem ? [] : content(described);
    return [
      element("dt", {}, status),
      element(
        "dd",
        {},
        ...prose(described.description),
        headers.length ? element("p", { class: "note" }, `with ${headers.join(", ")}`) : null,
        body.length ? element("details", {}, element("summary", {}, "What it holds"), ...body.filter(Boolean)) : null,
      ),
    ];
  }

  function section(title, ...rest) {
    return [element("h4", {}, title), ...rest];
  }

  function operation(path, item, method) {
    const call = item[method];
    const parameters = [...(item.parameters ?? []), ...(call.parameters ?? [])].map(resolve);
    const body = resolve(call.requestBody);
    const open = call.security?.length === 0;
    return element(
      "article",
      { id: call.operationId },
      element("h3", {}, element("span", { class: `verb ${method}` }, method), element("code", {}, path)),
      ...prose(call.summary + (open ? ". Needs no token." : ".")),
      ...prose(call.description),
      ...(parameters.length
        ? section(
            "Parameters",
            element("dl", {}, ...parameters.flatMap(({ name, schema, description, required }) =>
              property(name, { ...schema, description }, required))),
          )
        : []),
      ...(body ? section("Body", ...content(body).filter(Boolean)) : []),
      ...section(
        "Answers",
        element("dl", {}, ...Object.entries(call.responses).flatMap(([status, each]) => response(status, each))),
      ),
    );
  }

  const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, item, method, call: item[method] })),
  );
  const { info } = contract;
  const main = document.getElementById("contract");
  const all = element("details", {}, element("summary", {}, "All calls"));
  all.open = matchMedia("(min-width: 60rem)").matches;
  document.getElementById("calls").replaceChildren(all);
  main.replaceChildren(
    element("h1", {}, `${info.title} ${info.version}`),
    ...prose(info.description),
    element("p", {}, element("a", { href: "openapi.json" }, "openapi.json"), " says the same to programs."),
  );
  for (const { name, description } of contract.tags) {
    const own = operations.filter(({ call }) => call.tags.includes(name));
    main.append(element("h2", {}, name), ...prose(description), ...own.map(({ path, item, method }) => operation(path, item, method)));
    all.append(
      element("strong", {}, name),
      ...own.map(({ path, method, call }) =>
        element("a", { href: `#${call.operationId}` }, element("span", { class: `verb ${method}` }, method), path),
      ),
    );
  }
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

fetch("openapi.json")
  .then((answer) => answer.json())
  .then(show)
  .catch((error) => {
    document.getElementById("contract").replaceChildren(element("p", {}, `openapi.json could not be read: ${error}`));
  });
