import type { Subject } from "@/lib/domain/intent";
import type { Operation } from "@/lib/domain/operation";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { sendRequest } from "@/lib/graph/send-request";
import { DirectoryReadings } from "./directory-readings";
import type {
  Accepted,
  ExecutionRecord,
  OperationContext,
  Precheck,
  PrecheckOptions,
  Snapshot,
} from "./operation-handler";
import type { OperationServices } from "./operation-services";
import { notAttempted } from "./outcomes";
import { handlerOf } from "./registry";
import { parseRequestTarget } from "./request-target";

/** What an outcome is about, as the ledger keeps it. */
export interface About {
  readonly guestId: string | null;
  /** What it was about besides a guest, with the id of what was made. */
  readonly subject: Subject | null;
}

type PlannedFrom = Readonly<Record<string, unknown>>;

/** Operations that are run or resolved together: what several of them read is read once. */
export class OperationSet {
  readonly #readings: DirectoryReadings;
  readonly #created = new Map<string, string>();

  constructor(
    private readonly services: OperationServices,
    operations: readonly Operation[],
    /** What each was planned from, by its id; missing where nobody knows that any more. */
    private readonly plannedFrom: ReadonlyMap<string, PlannedFrom | undefined> = new Map(),
  ) {
    this.#readings = new DirectoryReadings(services, operations);
  }

  /** Why an operation is not to be sent, or what was read right before sending it. Throws what reading throws. */
  async precheck(
    operation: Operation,
    execution: ExecutionRecord,
    since: Instant,
    options: PrecheckOptions,
  ): Promise<Precheck> {
    const context = this.#contextOf(operation, execution, since);
    if (context === null) {
      return { outcome: notAttempted("the request is not what it is called.") };
    }
    return await handlerOf(operation.kind).precheck(context, options);
  }

  /** Sends an operation, once. Throws what Graph answers. */
  async send(
    operation: Operation,
    execution: ExecutionRecord,
    snapshot: Snapshot,
  ): Promise<Accepted> {
    const accepted = await this.#send(operation, execution, snapshot);
    if (accepted.createdId != null) this.#created.set(operation.id, accepted.createdId);
    return accepted;
  }

  /** Sends the second request of an operation that has one. Throws what Graph answers. */
  async sendFollowUp(operation: Operation, execution: ExecutionRecord): Promise<void> {
    const context = this.#contextOf(operation, execution, this.services.clock.now());
    if (context !== null) await handlerOf(operation.kind).followUp?.send(context);
  }

  /** Whether the directory shows an operation. Throws what reading throws. */
  async verify(operation: Operation, execution: ExecutionRecord, since: Instant): Promise<Shown> {
    const context = this.#contextOf(operation, execution, since);
    // What was never sent cannot show.
    return context === null ? "not-shown" : await handlerOf(operation.kind).verify(context);
  }

  /** What of an accepted request the object does not have, in words; empty where nobody can name it. */
  async notStored(operation: Operation, execution: ExecutionRecord): Promise<readonly string[]> {
    const context = this.#contextOf(operation, execution, this.services.clock.now());
    return context === null ? [] : ((await handlerOf(operation.kind).notStored?.(context)) ?? []);
  }

  /** What the outcome of an operation is about. */
  about({ id, guestId, subject }: Operation): About {
    return {
      guestId,
      subject: subject && { ...subject, id: this.#created.get(id) ?? subject.id },
    };
  }

  async #send(
    operation: Operation,
    execution: ExecutionRecord,
    snapshot: Snapshot,
  ): Promise<Accepted> {
    const handler = handlerOf(operation.kind);
    const context = this.#contextOf(operation, execution, this.services.clock.now());
    if (context === null) throw new TypeError(`Operation ${operation.id} was not checked`);
    if (handler.send !== undefined) return await handler.send(context, snapshot);
    if (operation.request === null) throw new TypeError(`Operation ${operation.id} has no request`);
    return await sendRequest(this.services.graph, operation.request, {
      operationId: operation.id,
      scopes: handler.scopes.send,
      creates: handler.lagMilliseconds !== null,
    });
  }

  /** Null where the recorded request is not one of its kind. */
  #contextOf(
    operation: Operation,
    execution: ExecutionRecord,
    since: Instant,
  ): OperationContext | null {
    const target = parseRequestTarget(operation, handlerOf(operation.kind).request);
    if (target === null) return null;
    const plannedFrom = this.plannedFrom.get(operation.id) ?? null;
    const [readings, created, services] = [this.#readings, this.#created, this.services];
    return { operation, target, execution, plannedFrom, since, readings, services, created };
  }
}
