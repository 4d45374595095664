const reference = (name: string) => ({ $ref: `#/components/schemas/microsoft.graph.${name}` });
const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
const collectionOf = (name: string) => ({
  type: "object",
  properties: {
    "@odata.nextLink": { type: "string" },
    value: { type: "array", items: reference(name) },
  },
});

const top = { name: "$top", in: "query" };

/** Graph as Microsoft describes it, cut down: inheritance, a nullable enum, a choice with null, an error. */
export const smallDescription = {
  openapi: "3.0.4",
  paths: {
    "/users": {
      get: {
        parameters: [{ $ref: "#/components/parameters/top" }],
        responses: { "200": json(collectionOf("user")), "4XX": json(reference("error")) },
      },
    },
    "/users/delta()": { get: { responses: { "200": json(collectionOf("directoryObject")) } } },
    "/users/{user-id}": {
      get: { responses: { "200": json(reference("user")) } },
      patch: { requestBody: json(reference("user")), responses: { "204": {} } },
    },
    "/users/{user-id}/memberOf": {
      get: { responses: { "200": json(collectionOf("directoryObject")) } },
    },
    "/users/filterByCurrentUser(on='{on}')": {
      get: { responses: { "200": json(collectionOf("user")) } },
    },
    "/users/$count": {
      get: { responses: { "200": { content: { "text/plain": { schema: { type: "integer" } } } } } },
    },
  },
  components: {
    parameters: { top },
    schemas: {
      "microsoft.graph.entity": {
        title: "entity",
        type: "object",
        properties: { id: { type: "string" } },
      },
      "microsoft.graph.directoryObject": {
        allOf: [
          reference("entity"),
          {
            title: "directoryObject",
            type: "object",
            properties: {
              deletedDateTime: { type: "string", format: "date-time", nullable: true },
            },
          },
        ],
      },
      "microsoft.graph.user": {
        allOf: [
          reference("directoryObject"),
          {
            title: "user",
            type: "object",
            required: ["@odata.type"],
            properties: {
              displayName: { type: "string", nullable: true },
              accountEnabled: { type: "boolean" },
              state: { allOf: [reference("state")], nullable: true },
              activity: { anyOf: [reference("activity"), { type: "object", nullable: true }] },
            },
          },
        ],
      },
      "microsoft.graph.group": {
        allOf: [
          reference("directoryObject"),
          { title: "group", type: "object", properties: { visibility: { type: "string" } } },
        ],
      },
      "microsoft.graph.state": { type: "string", enum: ["Accepted", "PendingAcceptance"] },
      "microsoft.graph.activity": {
        title: "activity",
        type: "object",
        properties: { at: { type: "string", format: "date-time" } },
      },
      "microsoft.graph.error": {
        type: "object",
        required: ["error"],
        properties: {
          error: { type: "object", required: ["code"], properties: { code: { type: "string" } } },
        },
      },
    },
  },
};
