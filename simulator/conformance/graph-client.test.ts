import {
  AuthenticationHandler,
  BatchRequestContent,
  type BatchRequestStep,
  type BatchResponseBody,
  BatchResponseContent,
  Client,
  type Context,
  GraphError,
  HTTPMessageHandler,
  type Middleware,
  type PageCollection,
  PageIterator,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";
import { describe, expect, test } from "vitest";
import { ListeningTenant } from "./listening.ts";
import { noFaults } from "../faults/conditions.ts";

/** Swaps the origin last of all: the client attaches a token only to requests for the real Graph. */
class Rebase implements Middleware {
  readonly #inner = new HTTPMessageHandler();

  constructor(readonly origin: string) {}

  async execute(context: Context): Promise<void> {
    const { request } = context;
    const here = (url: string) => url.replace("https://graph.microsoft.com", this.origin);
    if (typeof request === "string") {
      context.request = here(request);
    } else {
      const { method, headers } = request;
      const body = method === "GET" ? undefined : await request.text();
      context.request = here(request.url);
      context.options = { ...context.options, method, headers, ...(body && { body }) };
    }
    await this.#inner.execute(context);
  }
}

/** Microsoft's own Graph client with its usual handlers, talking to a simulator at that origin. */
function officialClient(origin: string, getAccessToken: () => Promise<string>): Client {
  const handlers: [Middleware, ...Middleware[]] = [
    new AuthenticationHandler({ getAccessToken }),
    new RetryHandler(new RetryHandlerOptions()),
    new TelemetryHandler(),
    new Rebase(origin),
  ];
  return Client.initWithMiddleware({ middleware: handlers });
}

function organization(guests = 0): ListeningTenant {
  const tenant = new ListeningTenant();
  for (let count = 0; count < guests; count += 1) tenant.guest({ displayName: `Guest ${count}` });
  return tenant;
}

async function clientOf(tenant: ListeningTenant): Promise<Client> {
  return officialClient(await tenant.origin(), () => tenant.token());
}

const failure = (sent: Promise<unknown>) => sent.catch((cause: unknown) => cause);

async function answersTo(client: Client, steps: BatchRequestStep[]): Promise<BatchResponseContent> {
  const body = await new BatchRequestContent(steps).getContent();
  return new BatchResponseContent((await client.api("/$batch").post(body)) as BatchResponseBody);
}

// The client cuts the host off and leaves the rest to the batch, whose urls begin below the version.
const address = (path: string) => `https://graph.microsoft.com${path}`;

describe("Microsoft's own client: https://learn.microsoft.com/graph/sdks/paging", () => {
  test("its page iterator sees each of 2,500 guests exactly once", async () => {
    await using tenant = organization(2_500);
    const client = await clientOf(tenant);
    const first = (await client
      .api("/users")
      .filter("userType eq 'Guest'")
      .select("id")
      .get()) as PageCollection;
    expect(first.value).toHaveLength(100);
    const seen: string[] = [];
    const iterator = new PageIterator(client, first, ({ id }: { id: string }) => {
      seen.push(id);
      return true;
    });
    await iterator.iterate();
    expect(iterator.isComplete()).toBe(true);
    expect(seen).toHaveLength(2_500);
    expect(new Set(seen).size).toBe(2_500);
  });

  test("its page iterator keeps custom headers, so that advanced queries page too", async () => {
    await using tenant = organization(30);
    const client = await clientOf(tenant);
    const headers = { ConsistencyLevel: "eventual" };
    const first = (await client
      .api("/users?$count=true&$filter=endsWith(mail,'partner.example')&$select=id&$top=10")
      .headers(headers)
      .get()) as PageCollection;
    expect(first["@odata.count"]).toBe(30);
    const seen = new Set<string>();
    const iterator = new PageIterator(
      client,
      first,
      ({ id }: { id: string }) => seen.add(id).size > 0,
      { headers },
    );
    await iterator.iterate();
    expect(seen.size).toBe(30);
  });

  test("its retry handler waits as long as our 429 says, and then succeeds", async () => {
    await using tenant = organization();
    const client = await clientOf(tenant);
    const fault = { kind: "throttled", times: 1, retryAfterSeconds: 1 } as const;
    tenant.tenant.conditions = { ...noFaults(), faults: [fault] };
    const begun = performance.now();
    const me = (await client.api("/me").get()) as { id: string };
    expect(me.id).toBe(tenant.admin.id);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(950);
  });

  test("its errors carry our status, code and request id", async () => {
    await using tenant = organization();
    const client = await clientOf(tenant);
    const error = await failure(client.api("/users/11111111-1111-4111-8111-111111111111").get());
    expect(error).toBeInstanceOf(GraphError);
    expect(error).toMatchObject({ statusCode: 404, code: "Request_ResourceNotFound" });
    expect((error as GraphError).requestId).toMatch(/^[-0-9a-f]{36}$/);
  });

  test("its errors carry the claims that we challenge for", async () => {
    await using tenant = organization();
    const client = await clientOf(tenant);
    tenant.tenant.conditions = { ...noFaults(), faults: [{ kind: "insufficient-claims" }] };
    const error = await failure(client.api("/me").get());
    expect(error).toMatchObject({ statusCode: 401 });
    const challenge = (error as GraphError).headers?.get("www-authenticate");
    expect(challenge).toContain('error="insufficient_claims"');
  });
});

describe("Microsoft's own client: https://learn.microsoft.com/graph/sdks/batch-requests", () => {
  test("its batch content is understood, and understands our answers", async () => {
    await using tenant = organization();
    const client = await clientOf(tenant);
    const guest = tenant.guest();
    const answer = await answersTo(client, [
      { id: "read", request: new Request(address("/users?$select=id"), { method: "GET" }) },
      {
        id: "block",
        request: new Request(address(`/users/${guest.id}`), {
          method: "PATCH",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ accountEnabled: false }),
        }),
      },
      { id: "unknown", request: new Request(address("/teams"), { method: "GET" }) },
    ]);
    expect(answer.getResponseById("read").status).toBe(200);
    expect(answer.getResponseById("block").status).toBe(204);
    expect(answer.getResponseById("unknown").status).toBe(501);
    const read = (await answer.getResponseById("read").json()) as { value: unknown[] };
    expect(read.value).toHaveLength(2);
    expect(guest.accountEnabled).toBe(false);
  });

  test("its batch finds throttled items in a shuffled answer by their id", async () => {
    await using tenant = organization();
    const client = await clientOf(tenant);
    const faults = [
      { kind: "batch-shuffled" },
      { kind: "batch-partial-throttle", pathPrefix: "/groups", retryAfterSeconds: 9 },
    ] as const;
    tenant.tenant.conditions = { ...noFaults(), faults: [...faults] };
    const steps = ["/users", "/groups", "/me"].map((path) => ({
      id: path.slice(1),
      request: new Request(address(path), { method: "GET" }),
    }));
    const answer = await answersTo(client, steps);
    expect(answer.getResponseById("users").status).toBe(200);
    expect(answer.getResponseById("me").status).toBe(200);
    const throttled = answer.getResponseById("groups");
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get("retry-after")).toBe("9");
  });
});
