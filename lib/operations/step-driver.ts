import type { Operation, Subject } from "@/lib/domain/operation";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "@/lib/graph/graph";
import { sendRequest } from "@/lib/graph/send-request";
import { DirectoryReadings } from "./directory-readings";
import type {
  Accepted,
  BoundStep,
  ExecutionRecord,
  OperationContext,
  Precheck,
  PrecheckOptions,
  Snapshot,
  StepHandler,
} from "./operation-handler";
import type { OperationServices } from "./operation-services";
import { notAttempted } from "./outcomes";
import { laterStepOf, stepHandlerOf } from "./registry";
import { NO_TARGET, parseRequestTarget, type RequestTarget } from "./request-target";

/** What an outcome is about, as the ledger keeps it. */
export interface About {
  readonly guestId: string | null;
  /** The subject, with the id of the created object. */
  readonly subject: Subject | null;
}

type PlannedFrom = Readonly<Record<string, unknown>>;

/** Operations that are run or resolved together: what several of them read is read once. */
export class StepDriver {
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

  /** Why a step is not to be sent, or what was read right before sending it. Throws what reading throws. */
  async precheck(
    operation: Operation,
    execution: ExecutionRecord,
    since: Instant,
    options: PrecheckOptions,
  ): Promise<Precheck> {
    const found = this.#find(operation, execution, since);
    if (found === null) return { outcome: notAttempted("the request is not what it is called.") };
    return await found.handler.precheck(found.context, options);
  }

  /** Whether a later step has anything to do. Throws what reading throws. */
  async isNeeded(operation: Operation, execution: ExecutionRecord): Promise<boolean> {
    const later = laterStepOf(operation.kind, execution.step.name);
    const found = this.#find(operation, execution, this.services.clock.now());
    return later === undefined || found === null || (await later.isNeeded(found.context));
  }

  /** Sends a step, once, if it still may be when its token is there. Throws what Graph answers, or a NotSentError. */
  async send(
    operation: Operation,
    execution: ExecutionRecord,
    snapshot: Snapshot,
    maySend: () => boolean,
  ): Promise<Accepted> {
    const accepted = await this.#send(operation, execution, snapshot, maySend);
    if (accepted.createdId != null) this.#created.set(execution.step.id, accepted.createdId);
    return accepted;
  }

  /** Whether the directory shows a step. Throws what reading throws. */
  async verify(operation: Operation, execution: ExecutionRecord, since: Instant): Promise<Shown> {
    const found = this.#find(operation, execution, since);
    // What was never sent cannot show.
    return found === null ? "not-shown" : await found.handler.verify(found.context);
  }

  /** What of an accepted request the object does not have, in words; empty where nobody can name it. */
  async notStored(operation: Operation, execution: ExecutionRecord): Promise<readonly string[]> {
    const found = this.#find(operation, execution, this.services.clock.now());
    return (await found?.handler.notStored?.(found.context)) ?? [];
  }

  /** What the steps of an operation made, by the steps' names, as far as it is known. */
  createdIds({ steps }: Operation): ReadonlyMap<string, string> {
    return new Map(
      steps.flatMap(({ id, name }) => {
        const createdId = this.#created.get(id);
        return createdId === undefined ? [] : [[name, createdId]];
      }),
    );
  }

  /** What the outcome of an operation is about. */
  about({ id, guestId, subject }: Operation): About {
    if (subject.type === "guest") return { guestId, subject: null };
    return { guestId, subject: { ...subject, id: this.#created.get(id) ?? subject.id } };
  }

  async #send(
    operation: Operation,
    execution: ExecutionRecord,
    snapshot: Snapshot,
    maySend: () => boolean,
  ): Promise<Accepted> {
    const { id, request } = execution.step;
    const found = this.#find(operation, execution, this.services.clock.now());
    if (found === null) throw new TypeError(`Step ${id} was not checked`);
    const { handler, context } = found;
    const graph = sendingOnlyWhile(maySend, this.services.graph);
    if (handler.send !== undefined) {
      const services = { ...context.services, graph };
      return await handler.send({ ...context, services }, snapshot);
    }
    if (request === null) throw new TypeError(`Step ${id} has no request`);
    return await sendRequest(graph, request, {
      tracking: id,
      scopes: handler.scopes.send,
      creates: handler.lagMilliseconds !== null,
    });
  }

  /** Null where the recorded request is not one of its kind. */
  #find(
    operation: Operation,
    execution: ExecutionRecord,
    since: Instant,
  ): { readonly handler: StepHandler; readonly context: OperationContext } | null {
    const handler = stepHandlerOf(operation.kind, execution.step.name);
    const target = targetOf(operation, execution, handler, this.services.me.tenantId);
    if (target === null) return null;
    const plannedFrom = this.plannedFrom.get(operation.id) ?? null;
    const [readings, created, services] = [this.#readings, this.#created, this.services];
    return {
      handler,
      context: { operation, target, execution, plannedFrom, since, readings, services, created },
    };
  }
}

function sendingOnlyWhile(maySend: () => boolean, graph: Graph): Graph {
  return {
    read: (path, options) => graph.read(path, options),
    pages: (path, options) => graph.pages(path, options),
    batch: (requests, options) => graph.batch(requests, options),
    send: (method, path, options) => graph.send(method, path, { ...options, maySend }),
  };
}

function targetOf(
  operation: Operation,
  { step }: ExecutionRecord,
  handler: StepHandler,
  tenantId: string,
): RequestTarget | null {
  if (handler.request !== null) {
    return step.request && parseRequestTarget(operation, step.request, handler.request);
  }
  return handler.isRequest?.(operation, step, tenantId) === true ? NO_TARGET : null;
}

/** The first step of an operation; what earlier versions recorded without its request is one of the kind's name. */
export function firstStepOf({ id, kind, steps }: Operation): BoundStep {
  return steps[0] ?? { id, name: kind, request: null };
}
