import type { Intent } from "@/lib/domain/intent";
import type { Review, ReviewItem } from "@/lib/domain/reviews/review";
import type { Findings } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import type { Doors } from "../doors";
import type { Ride } from "../ride";
import type { Looked, Proof, Sight, Trace } from "../way";
import type { IntentReadings } from "./intent-readings";
import type { Target } from "./target";

/** What was there right before an intent was sent, where it helps to tell afterwards whether it was carried out. */
export interface Before {
  readonly review?: Review;
  readonly item?: ReviewItem;
}

/** All that a kind needs to look for one intent. */
export interface At {
  readonly intent: Intent;
  readonly target: Target;
  readonly trace: Trace<Before>;
  /** What the plan was made from, where carrying it out would overwrite it; null when nobody knows that any more. */
  readonly saw: Readonly<Record<string, unknown>> | null;
  /** What was read earlier does not count. */
  readonly since: Instant;
  readonly readings: IntentReadings;
  readonly doors: Pick<Doors, "graph" | "clock" | "me">;
  /** Ids of what intents have made, as far as they are known: a kind that finds one adds it. */
  readonly made: Map<string, string>;
}

/** What is particular to one kind of intent. */
export interface KindWay {
  /** Looks whether the object is in a state that allows the act, and whether it is so already. */
  look(at: At, ride: Ride): Promise<Looked<Before>>;
  sight(at: At): Promise<Sight>;
  /** What of an accepted request the object does not have, in words; absent where a request is stored or not. */
  notStored?(at: At): Promise<readonly string[]>;
  readonly proof: Proof;
  /** Whether what shows can only be this intent's doing: it bears the intent's id, or names who did it. */
  readonly trace: Findings["trace"];
  /** Whether it may be sent again after Graph put it off and a look does not show it. */
  readonly mayRepeat: boolean;
  /** Only where something is made that bears the intent's mark: how long lists may not show it. */
  readonly lagMilliseconds: number | null;
}

/** Nothing stands against it, and nothing of what was seen has to be remembered. */
export const nothingAgainst: Looked<Before> = { outcome: null, seen: {} };
