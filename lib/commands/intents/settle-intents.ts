import type { Intent } from "@/lib/domain/intent";
import type { Outcome } from "@/lib/domain/outcome";
import { LEAVES_NO_TRACE, resolveOutcome, unknown } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { askAuditLog } from "../ask-audit-log";
import type { Doors } from "../doors";
import type { Lease } from "../leases";
import { pause } from "../pause";
import { leftOf, SETTLE_EVERY_MILLISECONDS } from "../settled-outcome";
import type { About, Sight } from "../way";
import { IntentWay } from "./intent-way";

/** An intent without an outcome, or with an unknown one. */
export interface UnsettledIntent {
  readonly of: "intent";
  readonly id: string;
  readonly planId: string;
  readonly guestId: string | null;
  readonly intent: Intent;
  readonly actorId: string;
  readonly recordedAt: Instant;
  readonly outcome: Outcome | null;
}

/** Says of intents what became of them; what several ask for is read once. */
export class SettledIntents {
  readonly #way: IntentWay;

  constructor(
    unsettled: readonly UnsettledIntent[],
    private readonly doors: Doors,
  ) {
    this.#way = new IntentWay(
      doors,
      unsettled.map(({ intent }) => intent),
    );
  }

  /** Null while it is too early to say. Throws what reading the directory throws. */
  async outcomeOf(
    unsettled: UnsettledIntent,
    { serverNow }: Pick<Lease, "serverNow">,
  ): Promise<Outcome | null> {
    const { intent, id, actorId, recordedAt, outcome: before } = unsettled;
    const { graph } = this.doors;
    // The record of a request is known by its correlation id alone, whatever Entra calls the act.
    const question = { activity: null, targetId: null, actorId, correlationId: id };
    const audit = await askAuditLog(question, this.#way.undoneAct(intent), recordedAt, graph);
    const isProven = audit.kind === "proven";
    if (!isProven && this.#way.proof(intent) === "none") return unknown(before, LEAVES_NO_TRACE);
    // What was made is found by its mark, so it is looked for in either case.
    const trace = this.#way.trace(intent);
    const shown =
      isProven && trace === "none" ? "shown" : await this.#sight(unsettled, serverNow());
    return resolveOutcome({ before, recordedAt, now: serverNow(), audit, shown, trace });
  }

  about({ intent }: UnsettledIntent): About {
    return this.#way.about(intent);
  }

  async #sight(
    { intent, actorId, recordedAt }: UnsettledIntent,
    serverNow: Instant,
  ): Promise<Sight> {
    const { clock } = this.doors;
    const lag = this.#way.lagMilliseconds(intent) ?? undefined;
    const until = clock.now() + leftOf(recordedAt, serverNow, lag);
    const trace = { actorId, recordedAt, seen: null };
    for (;;) {
      const now = clock.now();
      const sight = await this.#way.sight(intent, trace, Math.min(now, until));
      if (sight === "shown" || now >= until) return sight;
      await pause(clock, Math.min(until - now, SETTLE_EVERY_MILLISECONDS));
    }
  }
}
