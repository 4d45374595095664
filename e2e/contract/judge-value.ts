import Ajv from "ajv";
import addFormats from "ajv-formats";
import { objectSchemas, type Flat, flatten } from "./flatten.ts";
import type { OpenApi, Schema } from "./openapi.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
// Graph writes durations, binary and 64-bit numbers as plain text or numbers.
for (const format of ["duration", "base64url", "int64", "int32", "int16", "uint8", "decimal"]) {
  ajv.addFormat(format, true);
}

type Check = ReturnType<Ajv["compile"]>;
const leafChecks = new WeakMap<Schema, Check>();

/**
 * What is wrong with a JSON value, each with where it stands. OData shapes the rules: members with an `@` may always
 * stand, `@odata.type` names the real type, a selected object may lack properties, and none may have others.
 */
export function judgeValue(api: OpenApi, schema: Schema, value: unknown, at = ""): string[] {
  if (schema.anyOf ?? schema.oneOf) return judgeChoice(api, schema, value, at);
  const flat = flatten(api, schema);
  if (flat.choice && !(value === null && flat.nullable)) {
    return judgeValue(api, flat.choice, value, at);
  }
  if (value === null) return flat.nullable || flat.anything ? [] : [`${here(at)} may not be null`];
  if (flat.anything) return [];
  if (flat.items) return judgeArray(api, flat.items, value, at);
  if (flat.isObject) return judgeObject(api, flat, value, at);
  return judgeLeaf(flat.leaf, value, at);
}

function here(at: string): string {
  return at === "" ? "the body" : at;
}

function judgeChoice(api: OpenApi, schema: Schema, value: unknown, at: string): string[] {
  const choices = schema.anyOf ?? schema.oneOf ?? [];
  const isNullMarker = (choice: Schema) =>
    choice.nullable === true && choice.type === "object" && choice.properties === undefined;
  if (value === null && (schema.nullable === true || choices.some(isNullMarker))) return [];
  const judged = choices
    .filter((choice) => !isNullMarker(choice))
    .map((choice) => judgeValue(api, choice, value, at));
  return judged.sort((a, b) => a.length - b.length)[0] ?? [];
}

function judgeArray(api: OpenApi, items: Schema, value: unknown, at: string): string[] {
  if (!Array.isArray(value)) return [`${here(at)} must be an array`];
  return value.flatMap((item, index) => judgeValue(api, items, item, `${at}[${index}]`));
}

function judgeObject(api: OpenApi, declared: Flat, value: unknown, at: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [`${here(at)} must be an object`];
  }
  const fields = value as Record<string, unknown>;
  const type = fields["@odata.type"];
  const flat = typeof type === "string" ? realType(api, declared, type) : declared;
  if (typeof flat === "string") return [`${here(at)}: ${flat}`];
  const missing = flat.required
    .filter((name) => !name.includes("@") && !(name in fields))
    .map((name) => `${here(at)} lacks '${name}'`);
  const wrong = Object.entries(fields).flatMap(([name, field]) => {
    if (name.includes("@")) return [];
    const property = flat.properties.get(name);
    if (property) return judgeValue(api, property, field, at === "" ? name : `${at}.${name}`);
    return flat.isOpen ? [] : [`${here(at)} has '${name}', which ${flat.name} does not`];
  });
  return [...missing, ...wrong];
}

/** The type that a value says it is; it must be the declared one or derive from it. */
function realType(api: OpenApi, declared: Flat, type: string): Flat | string {
  const name = type.replace(/^#/, "");
  const schema = api.schemaNamed(name);
  if (!schema) return `the description has no type '${type}'`;
  const real = flatten(api, schema);
  const isDerived =
    declared.schema === undefined || objectSchemas(api, schema).has(declared.schema);
  return isDerived ? real : `'${type}' is no ${declared.name}`;
}

function judgeLeaf(schema: Schema, value: unknown, at: string): string[] {
  const check = leafChecks.get(schema) ?? ajv.compile(schema);
  leafChecks.set(schema, check);
  if (check(value)) return [];
  return (check.errors ?? []).map(
    (error) => `${here(at)} ${error.message ?? "is wrong"}: ${JSON.stringify(value).slice(0, 80)}`,
  );
}
