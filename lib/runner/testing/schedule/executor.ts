import type { NewEntry } from "@/lib/contract/entries";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import type { Graph } from "@/lib/graph/graph";
import type { CallApi } from "@/lib/services/api";
import { openLeases } from "@/lib/services/leases";
import { missingToken } from "@/lib/services/missing-token";
import type { LeaseRequest } from "@/lib/contract/lease";
import type { RunnerServices } from "../../runner-services";
import { WriteRateLimiter } from "../../write-rate-limiter";
import type { FakeTenant } from "../fake-tenant";
import type { CallKind } from "./call";
import type { Network, NetworkPart } from "./network";
import { type Server, TENANT } from "./server";

/** Entra's audit log is minutes late: https://learn.microsoft.com/entra/identity/monitoring-health/reference-sla-performance */
const AUDIT_LAG_MILLISECONDS = 5 * 60_000;

const USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

export interface Surroundings {
  readonly network: Network;
  readonly server: Server;
  readonly tenant: FakeTenant;
  /** What a text of a request is about: the number of an operation or its guest; "" when it is about neither. */
  readonly about: (text: string) => string;
}

export interface ExecutorPart extends NetworkPart {
  readonly state: Executor["state"];
  /** What its outbox has, in words. */
  readonly outbox: readonly string[];
}

const IDLE: NetworkPart = { heard: [], calls: [], timers: [] };

/** One person at one browser: the real runner, whose every call and every wait is the scheduler's. */
export class Executor {
  readonly outbox = new Map<string, NewEntry>();
  readonly services: RunnerServices;
  state: "not begun" | "working" | "ended" | "crashed" = "not begun";
  #minted = 0;

  constructor(
    readonly name: string,
    readonly userId: string,
    private readonly around: Surroundings,
    /** Milliseconds by which the browser's clock is wrong. */
    clockOffset: number,
  ) {
    const { network, server } = around;
    const clock = network.clockOf(name, clockOffset);
    const uptime = () => network.now;
    const mintId = () => this.#mintId();
    this.services = {
      graph: this.#graph(),
      missingToken,
      append: (request) =>
        this.#call(
          ["appends", "", request.entries.map((entry) => this.#brief(entry)).join(", ")],
          request,
          () => Promise.resolve().then(() => server.append(request, { from: name, userId })),
          ({ receipts }) => receipts.map(({ id, repeated }) => [id, repeated]),
        ),
      readRecorded: (planId) =>
        this.#call(
          ["looks up", "", "the plan"],
          planId,
          () => Promise.resolve(server.recordedOf(planId)),
          // Which entry says it differs with the order of what came before, and changes nothing here.
          (recorded) =>
            [...recorded].map(([id, { outcome }]) => [id, { ...outcome, entryId: undefined }]),
        ),
      readPolicy: () => Promise.resolve(DEFAULT_POLICY),
      readMyRoles: () => Promise.resolve(new Set([USER_ADMINISTRATOR])),
      me: { userId, tenantId: TENANT },
      clock,
      writeLimiter: new WriteRateLimiter(clock),
      mintId,
      outbox: {
        keep: (entry) => this.outbox.set(entry.id, entry),
        drop: (ids) => {
          for (const id of ids) this.outbox.delete(id);
        },
        all: () => Promise.resolve([...this.outbox.values()]),
      },
      leases: openLeases({
        ...{ api: this.#leasesApi(), clock, uptime, steady: uptime, mintId },
        every: (milliseconds, work) => network.every(name, milliseconds, work),
      }),
    };
  }

  begin(work: (services: RunnerServices) => Promise<unknown>): void {
    this.state = "working";
    const ended = () => {
      if (this.state === "working") this.state = "ended";
    };
    work(this.services).then(ended, ended);
  }

  /** Nothing that it began goes on, and no answer is heard any more; the outbox stays. */
  crash(): void {
    this.state = "crashed";
    this.around.network.forget(this.name);
  }

  /** All that matters of it; of one that works no more, only what its outbox still has. */
  part(): ExecutorPart {
    const { name, state, around } = this;
    const outbox = [...this.outbox.values()].map((entry) => this.#brief(entry));
    return { state, outbox, ...(state === "working" ? around.network.partOf(name) : IDLE) };
  }

  #brief(entry: NewEntry): string {
    const { about } = this.around;
    if (entry.kind !== "carried-out") return `planned ${about(entry.id)}`;
    const { operationId, outcome, fence, correction } = entry;
    const { result, evidence, detail } = outcome;
    const why = correction === undefined ? "" : " as a correction";
    return `${about(operationId)} ${result} ${evidence} (${fence ?? "no"} lease, ${detail ?? ""})${why}`;
  }

  #mintId(): string {
    this.#minted += 1;
    const [first = 0] = Buffer.from(this.name);
    return `0000${first.toString(16)}00-0000-4000-8000-${this.#minted.toString(16).padStart(12, "0")}`;
  }

  #call<T>(
    [kind, lane, what]: readonly [CallKind, string, string],
    request: unknown,
    arrive: () => Promise<T>,
    brief?: (value: T) => unknown,
  ): Promise<T> {
    const label = `${this.name} ${kind} ${what}`;
    return this.around.network.call({ from: this.name, kind, lane, label }, request, arrive, brief);
  }

  #graph(): Graph {
    const { network, tenant, about } = this.around;
    const { graph } = tenant;
    const call = <T>(kind: CallKind, path: string, request: unknown, work: () => Promise<T>) => {
      const what = path.replace(/\?[^ ]*/, "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, about);
      const lane = about(path);
      // The query of a list names the guest as well.
      const whose = path.startsWith("/auditLogs") ? ` of guest ${lane}` : "";
      return this.#call([kind, lane, `${what}${whose}`], request, work, (value) =>
        value instanceof Map ? [...(value as Map<string, unknown>)] : value,
      );
    };
    const laggingPages: Graph["pages"] = async function* (path, options) {
      yield await call("reads", path, path, async () => {
        const items = [];
        for await (const page of graph.pages(path, options)) items.push(...page.items);
        if (!path.startsWith("/auditLogs")) return { items, count: null };
        const until = network.now - AUDIT_LAG_MILLISECONDS;
        return { items: items.filter((item) => happenedBy(item, until)), count: null };
      });
    };
    return {
      read: (path, options) => call("reads", path, path, () => graph.read(path, options)),
      batch: (requests, options) =>
        call(
          "reads",
          `${requests[0]?.path ?? ""}${requests.length > 1 ? " with roles" : ""}`,
          requests,
          () => graph.batch(requests, options),
        ),
      pages: laggingPages,
      send: (method, path, options) =>
        call(
          "sends",
          `${path}?${JSON.stringify(options.body ?? null)}`,
          [method, path, options.body, options.headers],
          () => {
            tenant.actorId = this.userId;
            return graph.send(method, path, options);
          },
        ),
    };
  }

  #leasesApi(): CallApi {
    const { server } = this.around;
    const asking = { from: this.name, userId: this.userId };
    return (async (path: string, _schema: unknown, init: { readonly body: LeaseRequest }) => {
      const { body } = init;
      const releases = path.endsWith("/release");
      const what = releases ? "gives back" : body.renews === undefined ? "acquires" : "renews";
      return await this.#call(["leases", "lease", what], body, () =>
        Promise.resolve().then(() => {
          if (!releases) return server.acquire(body, asking);
          server.release(body);
          return undefined;
        }),
      );
    }) as CallApi;
  }
}

function happenedBy(item: unknown, until: number): boolean {
  const { activityDateTime } = item as { readonly activityDateTime: string };
  return Date.parse(activityDateTime) <= until;
}
