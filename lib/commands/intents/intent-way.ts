import type { Intent, IntentKind, PlannedIntent } from "@/lib/domain/intent";
import type { Findings } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { sendIntent } from "@/lib/graph/reviews/send-intent";
import { scopesToSend } from "@/lib/graph/reviews/scopes";
import type { UndoneAct } from "../ask-audit-log";
import type { Doors } from "../doors";
import { notAttempted } from "../not-attempted";
import type { Ride } from "../ride";
import type { About, Acted, Looked, Proof, Sight, Trace, Way } from "../way";
import { IntentReadings } from "./intent-readings";
import { type At, type Before, type KindWay } from "./kind-way";
import { answerItem } from "./kinds/answer-item";
import { changeReview } from "./kinds/change-review";
import { createGroup } from "./kinds/create-group";
import { createReview } from "./kinds/create-review";
import { deleteReview, stopReview } from "./kinds/end-review";
import { addMember, removeMember } from "./kinds/membership";
import { applyInstance, remindReviewers, stopInstance } from "./kinds/on-instance";
import { acceptRecommendations, resetInstance } from "./kinds/on-items";
import { mayCarryOutIntent } from "./roles-for-intent";
import { scopesForIntent } from "./scopes-for-intent";
import { type Target, targetOf } from "./target";

const KINDS: Readonly<Record<IntentKind, KindWay>> = {
  "create-review": createReview,
  "change-review": changeReview,
  "delete-review": deleteReview,
  "stop-review": stopReview,
  "stop-instance": stopInstance,
  "apply-instance": applyInstance,
  "reset-instance": resetInstance,
  "remind-reviewers": remindReviewers,
  "accept-recommendations": acceptRecommendations,
  "answer-item": answerItem,
  "create-group": createGroup,
  "add-member": addMember,
  "remove-member": removeMember,
};

/** How intents are carried out that were planned together. */
export class IntentWay implements Way<Intent, Before> {
  /** Refusals of reviews and groups are about rules. */
  readonly quotes = true;
  readonly #readings: IntentReadings;
  readonly #made = new Map<string, string>();

  constructor(
    private readonly doors: Doors,
    intents: readonly Intent[],
    private readonly saw: ReadonlyMap<string, PlannedIntent["saw"]> = new Map(),
  ) {
    this.#readings = new IntentReadings(doors, intents);
  }

  writes(): number {
    return 1;
  }

  async look(
    intent: Intent,
    ride: Ride,
    trace: Trace<Before>,
    since: Instant,
  ): Promise<Looked<Before>> {
    const target = targetOf(intent);
    if (target === null) return { outcome: notAttempted("the request is not what it is called.") };
    return await KINDS[intent.kind].look(this.#at(intent, target, trace, since), ride);
  }

  async send(intent: Intent): Promise<Acted> {
    const { requestId, createdId } = await sendIntent(this.doors.graph, intent);
    if (createdId !== null) this.#made.set(intent.id, createdId);
    return { requestId, detail: null };
  }

  follow(): Promise<null> {
    return Promise.resolve(null);
  }

  async sight(intent: Intent, trace: Trace<Before>, since: Instant): Promise<Sight> {
    const target = targetOf(intent);
    // What was never sent cannot show.
    if (target === null) return "not-shown";
    return await KINDS[intent.kind].sight(this.#at(intent, target, trace, since));
  }

  async notStored(intent: Intent, trace: Trace<Before>): Promise<readonly string[]> {
    const target = targetOf(intent);
    const since = this.doors.clock.now();
    if (target === null) return [];
    return (await KINDS[intent.kind].notStored?.(this.#at(intent, target, trace, since))) ?? [];
  }

  proof({ kind }: Intent): Proof {
    return KINDS[kind].proof;
  }

  trace({ kind }: Intent): Findings["trace"] {
    return KINDS[kind].trace;
  }

  /** https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
  undoneAct({ kind, guestId }: Intent): UndoneAct {
    switch (kind) {
      case "add-member":
        return { activity: "Add member to group", targetId: guestId };
      case "remove-member":
        return { activity: "Remove member from group", targetId: guestId };
      case "create-group":
        return { activity: "Add group", targetId: null };
      case "create-review":
        return { activity: "Create access review", targetId: null };
      case "delete-review":
      case "stop-review":
      case "stop-instance":
      case "apply-instance":
        return "cannot-be-undone";
      case "change-review":
      case "reset-instance":
      case "accept-recommendations":
      case "answer-item":
      case "remind-reviewers":
        return "not-known";
    }
  }

  mayRepeat({ kind }: Intent): boolean {
    return KINDS[kind].mayRepeat;
  }

  lagMilliseconds({ kind }: Intent): number | null {
    return KINDS[kind].lagMilliseconds;
  }

  scopesToLook({ kind }: Intent): readonly string[] {
    return scopesForIntent(kind);
  }

  scopesToSend({ kind }: Intent): readonly string[] {
    return scopesToSend(kind);
  }

  mayCarryOut({ kind }: Intent, myRoles: ReadonlySet<string> | null): boolean | null {
    return mayCarryOutIntent(kind, myRoles);
  }

  about({ id, guestId, subject }: Intent): About {
    return { guestId, subject: { ...subject, id: this.#made.get(id) ?? subject.id } };
  }

  #at(intent: Intent, target: Target, trace: Trace<Before>, since: Instant): At {
    const [readings, made] = [this.#readings, this.#made];
    const saw = this.saw.get(intent.id) ?? null;
    return { intent, target, trace, saw, since, readings, doors: this.doors, made };
  }
}
