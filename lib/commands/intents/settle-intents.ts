import type { Intent } from "@/lib/domain/intent";
import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { Doors } from "../doors";
import { pause } from "../pause";
import { mustShowBy, outcomeWith, SETTLE_EVERY_MILLISECONDS } from "../settled-outcome";
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

  /** Throws what reading throws. */
  async outcomeOf(unsettled: UnsettledIntent): Promise<Outcome> {
    const { intent, outcome } = unsettled;
    if (this.#way.proof(intent) === "none") return unclear(outcome, "It leaves no trace to read.");
    switch (await this.#sight(unsettled)) {
      case "shown":
        return outcomeWith(outcome, "done", null);
      case "not-shown":
        return outcomeWith(
          outcome,
          "failed",
          "Never sent, or not applied: the directory does not show it.",
        );
      case "unclear":
        return unclear(outcome, "What the directory shows may be somebody else’s doing.");
    }
  }

  about({ intent }: UnsettledIntent): About {
    return this.#way.about(intent);
  }

  async #sight({ intent, actorId, recordedAt }: UnsettledIntent): Promise<Sight> {
    const { clock } = this.doors;
    const lag = this.#way.lagMilliseconds(intent) ?? undefined;
    const until = mustShowBy(recordedAt, clock.now(), lag);
    const trace = { actorId, recordedAt, seen: null };
    for (;;) {
      const now = clock.now();
      const sight = await this.#way.sight(intent, trace, Math.min(now, until));
      if (sight === "shown" || now >= until) return sight;
      await pause(clock, Math.min(until - now, SETTLE_EVERY_MILLISECONDS));
    }
  }
}

function unclear(before: Outcome | null, detail: string): Outcome {
  const requestId = before?.requestId ?? null;
  return { result: "unknown", evidence: "reported", detail, requestId };
}
