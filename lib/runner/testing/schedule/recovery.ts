import { flushOutbox } from "../../flush-outbox";
import type { Unresolved } from "../../resolve-operation";
import { resolveUnknown } from "../../resolve-unknown";
import type { RunnerServices } from "../../runner-services";
import { ME } from "../runner-fixture";
import { nextTask } from "./explore";
import { Executor, type Surroundings } from "./executor";
import type { Server } from "./server";
import type { PlannedOperations } from "./planned-operations";

export const COLLEAGUE = "00000000-0000-4000-9000-0000000000bb";

/** Whether what waited in a browser is sent before or after a colleague reads what became of the plan. */
export type Recovery = "outboxes first" | "readings first";

interface Recovering {
  readonly around: Surroundings;
  readonly server: Server;
  readonly first: Executor;
  readonly second: Executor;
  readonly setting: { readonly plan: PlannedOperations };
  check(): void;
}

/** Every browser is opened again, the crashed ones too, and sends what waited; a colleague resolves what is not known. */
export async function recover(after: Recovering, order: Recovery): Promise<void> {
  const { around, first, second } = after;
  const flush = async () => {
    for (const { name, userId, outbox } of [first, second]) {
      const again = new Executor(name, userId, around, 0);
      for (const [id, entry] of outbox) again.outbox.set(id, entry);
      await alone(after, again, flushOutbox);
    }
  };
  if (order === "outboxes first") await flush();
  const read = (name: string) =>
    alone(after, new Executor(name, COLLEAGUE, around, 0), (services) =>
      resolveAll(after, services),
    );
  await read("C");
  if (order === "outboxes first") return;
  await flush();
  // What waited may say less than what was known: the directory does not show what Microsoft had accepted.
  await read("D");
}

/** What the history offers to resolve, resolved. */
export function resolveAll(
  { server, setting }: Pick<Recovering, "server" | "setting">,
  services: RunnerServices,
): Promise<unknown> {
  const unresolved = setting.plan.operations.flatMap((operation): Unresolved[] => {
    const found = server.entries.find(({ entry }) => entry.id === operation.id);
    const outcome = server.outcomesOf(operation.id).at(-1) ?? null;
    if (found === undefined || (outcome !== null && outcome.result !== "unknown")) return [];
    return [{ operation, actorId: ME, recordedAt: found.at, outcome, steps: [] }];
  });
  return resolveUnknown(unresolved, services);
}

/** One executor works while nothing else happens. */
async function alone(
  after: Recovering,
  executor: Executor,
  work: (services: RunnerServices) => Promise<unknown>,
): Promise<void> {
  executor.begin(work);
  for (;;) {
    await nextTask();
    after.check();
    if (!after.around.network.goOn()) return;
  }
}
