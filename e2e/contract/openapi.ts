/** As much of an OpenAPI 3.0 schema as Graph's description uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  title?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

type Referable<Thing> = Thing & { $ref?: string };

export interface Operation {
  parameters?: Referable<{ name: string; in: string }>[];
  requestBody?: Referable<Content>;
  responses: Record<string, Referable<Content>>;
}

export type PathItem = Partial<Record<string, Operation>> & {
  parameters?: Referable<{ name: string; in: string }>[];
};

/** A description of an API, whose references can be followed. */
export class OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly #document: Record<string, unknown>;

  constructor(document: unknown) {
    const description = document as { openapi?: unknown; paths?: Record<string, PathItem> } | null;
    if (typeof description?.openapi !== "string" || description.paths === undefined) {
      throw new Error("this is no OpenAPI document: it has no `openapi` or no `paths`");
    }
    this.#document = description;
    this.paths = description.paths;
  }

  /** The thing itself, where it is only a reference to one. */
  resolve<Thing extends object>(thing: Referable<Thing>): Thing {
    let found: Referable<Thing> = thing;
    while (found.$ref !== undefined) found = this.#at(found.$ref) as Referable<Thing>;
    return found;
  }

  /** The schema that the description calls so, for example `microsoft.graph.user`. */
  schemaNamed(name: string): Schema | undefined {
    const { components } = this.#document as {
      components?: { schemas?: Record<string, Schema> };
    };
    return components?.schemas?.[name];
  }

  #at(reference: string): unknown {
    const words = reference.replace(/^#\//, "").split("/");
    const found = words.reduce<unknown>((at, word) => {
      const name = decodeURIComponent(word).replaceAll("~1", "/").replaceAll("~0", "~");
      return typeof at === "object" && at !== null
        ? (at as Record<string, unknown>)[name]
        : undefined;
    }, this.#document);
    if (found === undefined) throw new Error(`the description has nothing at ${reference}`);
    return found;
  }
}

/** The schema of a JSON body, `text` where the body is described as another media type, or nothing. */
export function bodySchema(content: Content): Schema | "text" | undefined {
  const kinds = Object.entries(content.content ?? {});
  const json = kinds.find(([kind]) => kind.startsWith("application/json"));
  if (json) return json[1].schema ?? {};
  return kinds.length > 0 ? "text" : undefined;
}
