import { ApiError } from "@/lib/contract/api-error";
import type { EntriesRequest } from "@/lib/contract/entries";
import type { FakeLedger } from "./fake-ledger";
import type { TenantBorder } from "./tenant-border";

const STATUS: Partial<Record<ApiError["kind"], number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  unavailable: 503,
};

interface Account {
  readonly tenantId: string;
  readonly userId: string;
}

/** What a browser sends with each request: the server believes nothing else of who asks. */
export function tokenOf({ tenantId, userId }: Account): string {
  return `${tenantId}.${userId}`;
}

/** Our own server on the wire, with the ledgers of several tenants: a request is about the ledger of its token's tenant. */
export class FakeServer {
  readonly ledgers = new Map<string, FakeLedger>();
  /** How many requests nobody has heard the answer of. */
  underWay = 0;

  constructor(private readonly border: TenantBorder) {}

  /** In place of the browser's own `fetch`. */
  readonly fetch: typeof globalThis.fetch = async (to, init) => {
    const token = new Headers(init?.headers).get("Authorization")?.replace(/^Bearer /, "") ?? "";
    const [tenantId = ""] = token.split(".");
    const text = typeof init?.body === "string" ? init.body : "";
    this.border.see("request to our API", tenantId, `${token} ${pathOf(to)} ${text}`);
    const ledger = this.ledgers.get(tenantId);
    if (ledger === undefined) return answerOf(401, problemOf("unauthenticated", "Sign in again."));
    try {
      return answerOf(200, await ledger.append(JSON.parse(text) as EntriesRequest));
    } catch (error) {
      // A connection that breaks is no answer.
      if (!(error instanceof ApiError) || error.kind === "no-answer") throw error;
      return answerOf(STATUS[error.kind] ?? 500, problemOf(error.kind, error.message));
    }
  };

  /** All that the ledger shows to somebody who asks with this token: entries, and the cards with names and mails. */
  history(token: string): string {
    const ledger = this.ledgers.get(token.split(".")[0] ?? "");
    const cards = ledger?.requests.flatMap((request) => request.cards);
    return JSON.stringify([ledger?.entries, cards]);
  }

  /** Work that waits for an answer: no time passes meanwhile, because nothing in it takes any. */
  async whileUnderWay<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }
}

function problemOf(kind: ApiError["kind"], message: string) {
  return { kind, message, field: null };
}

/** A real Response reads its body in macrotasks of its own. */
function answerOf(status: number, body: unknown): Response {
  const answer: Pick<Response, "ok" | "status" | "headers" | "json"> = {
    ...{ ok: status === 200, status, headers: new Headers() },
    json: () => Promise.resolve(body),
  };
  return answer as Response;
}

function pathOf(to: RequestInfo | URL): string {
  return to instanceof Request ? to.url : to.toString();
}
