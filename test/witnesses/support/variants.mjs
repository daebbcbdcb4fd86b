// Bodies on both sides of everything that a schema says.

function* textsOf({ minLength, maxLength, pattern, enum: values }) {
  yield* values ?? [];
  yield* ["", " ", "x", "\n", "\u0000", "12", "1-3", "A", "é"];
  for (const length of [minLength, maxLength].filter((bound) => bound !== undefined))
    for (const wanted of [length - 1, length, length + 1]) {
      yield "a".repeat(Math.max(0, wanted));
      if (!pattern?.startsWith("^")) yield "中".repeat(Math.max(0, wanted));
    }
}

function* numbersOf({ minimum, maximum }) {
  yield* [0, 1, -1, 1.5, 2.0, 1e30];
  for (const bound of [minimum, maximum].filter((each) => each !== undefined)) yield* [bound - 1, bound, bound + 1];
}

/** Values for one place, fitting and not. */
function* valuesOf(schema) {
  yield* [null, true, [], {}, "text", 7];
  if (schema.readOnly) return; // it is ignored, whatever it holds
  const types = [schema.type ?? "string"].flat();
  if (types.includes("string")) yield* textsOf(schema);
  if (types.includes("integer")) yield* numbersOf(schema);
  if (types.includes("object")) yield { unknown: "text" };
}

/** The body with one member at a time changed or left out, for all that the schema knows of. */
export function* variants(schema, body) {
  yield body;
  yield { ...body, unknown_member: [1] };
  for (const [name, member] of Object.entries(schema.properties)) {
    const { [name]: _, ...without } = body;
    yield without;
    for (const value of valuesOf(member)) yield { ...body, [name]: value };
    if (body[name] && member.properties)
      for (const changed of variants(member, body[name])) yield { ...body, [name]: changed };
  }
}
