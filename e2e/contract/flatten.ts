import type { OpenApi, Schema } from "./openapi.ts";

/** A schema with its references followed and its ancestors' properties gathered. */
export interface Flat {
  /** For messages: the type's own name. */
  name: string;
  /** The component that this is, where it is one. */
  schema: Schema | undefined;
  isObject: boolean;
  /** Says nothing about the value. */
  anything: boolean;
  nullable: boolean;
  properties: Map<string, Schema>;
  required: string[];
  /** Takes properties that it does not name. */
  isOpen: boolean;
  items: Schema | undefined;
  /** Where following the references ends in a choice. */
  choice: Schema | undefined;
  /** What is left for a value that is neither object nor array. */
  leaf: Schema;
}

const known = new WeakMap<OpenApi, Map<Schema, Flat>>();

/** Gathers what a schema says about a value, through `$ref` and `allOf`. */
export function flatten(api: OpenApi, schema: Schema): Flat {
  const flats = known.get(api) ?? new Map<Schema, Flat>();
  known.set(api, flats);
  const before = flats.get(schema);
  if (before) return before;
  const parts = partsOf(api, schema);
  const flat = gathered(api, schema, parts);
  flats.set(schema, flat);
  return flat;
}

/** The schema and all that it derives from. */
export function objectSchemas(api: OpenApi, schema: Schema): Set<Schema> {
  return new Set(partsOf(api, schema));
}

function partsOf(api: OpenApi, schema: Schema): Schema[] {
  const itself = api.resolve(schema);
  const inherited = (itself.allOf ?? []).flatMap((part) => partsOf(api, part));
  return [...(schema === itself ? [] : [schema]), itself, ...inherited];
}

function gathered(api: OpenApi, schema: Schema, parts: readonly Schema[]): Flat {
  const last = parts.findLast((part) => part.type !== undefined || part.enum !== undefined);
  const properties = new Map(parts.flatMap((part) => Object.entries(part.properties ?? {})));
  const isObject = properties.size > 0 || parts.some((part) => part.type === "object");
  const isEmpty = parts.every(({ type, properties: own, enum: values, items, anyOf, oneOf }) =>
    [type, own, values, items, anyOf, oneOf].every((said) => said === undefined),
  );
  return {
    name: parts.findLast((part) => part.title !== undefined)?.title ?? "its type",
    schema: componentOf(api, schema),
    isObject,
    anything: isEmpty || (isObject && properties.size === 0),
    nullable: parts.some((part) => part.nullable === true),
    properties,
    required: parts.flatMap((part) => part.required ?? []),
    isOpen: parts.some(
      ({ additionalProperties: more }) => more === true || typeof more === "object",
    ),
    items: parts.find((part) => part.items !== undefined)?.items,
    choice: parts.find((part) => part.anyOf ?? part.oneOf),
    leaf: last ?? {},
  };
}

/** The named schema at the end of references and of the wrapping that makes one nullable. */
function componentOf(api: OpenApi, schema: Schema): Schema | undefined {
  const wrapped = schema.allOf?.length === 1 && !schema.properties ? schema.allOf[0] : undefined;
  if (wrapped?.$ref !== undefined) return api.resolve<Schema>(wrapped);
  return schema.$ref === undefined ? undefined : api.resolve<Schema>(schema);
}
