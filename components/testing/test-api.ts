import { FakeLedger } from "@/lib/runner/testing/fake-ledger";
import { type EntriesRequest, entriesRequest } from "@/lib/contract/entries";
import { LEASE_SECONDS, type LeaseRequest, leaseRequest } from "@/lib/contract/lease";
import type { HistoryRow } from "@/lib/contract/history";
import type { PolicyAnswer } from "@/lib/contract/policy";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";

const STATUS: Readonly<Partial<Record<ApiErrorKind, number>>> = {
  invalid: 400,
  forbidden: 403,
  conflict: 409,
  unavailable: 503,
};

/** As the ledger's view `operation_state_from_entries` has it, of an operation that is done in whole or not at all. */
function isUnresolved(row: HistoryRow): boolean {
  if (row.kind !== "planned" || row.operation.kind === "keep") return false;
  return row.outcome === null || row.outcome.result === "unknown";
}

/**
 * Our own API as a page meets it, over a ledger in memory: what is posted is kept, what is read is what the test puts
 * here. The route handlers themselves are tested on a real database, in app/api.
 */
export class TestApi {
  readonly ledger: FakeLedger;
  policy: { policy: Policy; set: PolicyAnswer["set"] } = { policy: DEFAULT_POLICY, set: null };
  /** Newest first; filters and pages are the server's and left out here. */
  history: readonly HistoryRow[] = [];
  /** Answers a request instead; null leaves it to this API. `Response.error()` is a line that was cut. */
  instead: (request: Request) => Response | null | Promise<Response | null> = () => null;
  /** The server's clock. */
  now: () => number = () => Date.now();
  /** Method, path and query of every request, in order. */
  readonly requests: string[] = [];

  /** Sessions by the plan whose lease they hold. */
  readonly #holders = new Map<string, string>();

  constructor(tenant: string) {
    this.ledger = new FakeLedger(tenant);
  }

  answer = async (request: Request): Promise<Response> => {
    const response = await this.#answer(request);
    response.headers.set("date", new Date(this.now()).toUTCString());
    return response;
  };

  async #answer(request: Request): Promise<Response> {
    const { pathname, search, searchParams } = new URL(request.url);
    this.requests.push(`${request.method} ${pathname}${search}`);
    const other = await this.instead(request);
    if (other?.type === "error") throw new TypeError("Failed to fetch");
    if (other !== null) return other;
    switch (`${request.method} ${pathname}`) {
      case "GET /api/policy":
        return Response.json(this.policy);
      case "GET /api/history":
        return Response.json({ rows: this.#historyOf(searchParams), next: null });
      case "GET /api/recorded-results":
        return Response.json({ instances: [] });
      case "GET /api/review-templates":
        return Response.json({ templates: [] });
      case "POST /api/leases":
        return this.#acquire(leaseRequest.parse(await request.json()));
      case "POST /api/leases/release":
        return this.#release(leaseRequest.parse(await request.json()));
      case "POST /api/entries":
        return this.#append(entriesRequest.parse(await request.json()));
      default:
        throw new Error(`Nobody answers ${request.method} ${pathname} in component tests`);
    }
  }

  /** Whether a run or a resolving still holds its lease. */
  isHeld(): boolean {
    return this.#holders.size > 0;
  }

  #acquire({ planId, session }: LeaseRequest): Response {
    const holder = this.#holders.get(planId);
    if (holder !== undefined && holder !== session) {
      const message = "This plan is being carried out somewhere else.";
      return Response.json({ kind: "conflict", message, field: "planId" }, { status: 409 });
    }
    const renewed = holder === session ? this.ledger.fenceOf(planId) : undefined;
    this.#holders.set(planId, session);
    const fence = renewed ?? this.ledger.nextFence(planId);
    const now = this.now();
    return Response.json({
      ...{ fence, now, expiresAt: now + LEASE_SECONDS * 1_000 },
      sentUntil: null,
    });
  }

  /** Of one guest since then, or of one plan with the outcome that is asked for, or what is unresolved; else everything. */
  #historyOf(query: URLSearchParams): readonly HistoryRow[] {
    const [planId, result] = [query.get("plan"), query.get("result")];
    const [guestId, from] = [query.get("guest"), query.get("from")];
    if (guestId !== null && from !== null) {
      return this.history.filter(
        (row) =>
          row.kind === "planned" && row.guest?.id === guestId && row.recordedAt >= Date.parse(from),
      );
    }
    if (planId === null) {
      return result === "unresolved" ? this.history.filter(isUnresolved) : this.history;
    }
    return this.history.filter(
      (row) =>
        row.kind === "planned" &&
        row.operation.planId === planId &&
        (result === null || row.outcome?.result === result),
    );
  }

  #release({ planId, session }: LeaseRequest): Response {
    const released = this.#holders.get(planId) === session;
    if (released) this.#holders.delete(planId);
    return Response.json({ released });
  }

  async #append(request: EntriesRequest): Promise<Response> {
    try {
      return Response.json(await this.ledger.append(request));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { kind, message, field } = error;
      if (kind === "no-answer") throw new TypeError("Failed to fetch");
      return Response.json({ kind, message, field }, { status: STATUS[kind] ?? 500 });
    }
  }
}
