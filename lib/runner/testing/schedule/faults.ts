import { ApiError } from "@/lib/contract/api-error";
import { GraphError } from "@/lib/graph/graph-error";
import { type CallPart, scopeOfArrival } from "./call";
import type { SmallParts } from "./parts-of";
import { type Driven, PASSING, type SmallChoice } from "./driven";
import type { Meddling } from "./meddling";
import type { Setting } from "./setting";
import type { Scope } from "./situation";

/** How often others may wake before a slow call arrives. */
const SLOW = 2;
const RETRY_AFTER_SECONDS = 4;

/** Every fault that can happen now. */
export function faultsOf(parts: SmallParts, setting: Setting): readonly SmallChoice[] {
  const names = ["A", "B"] as const;
  const working = names.filter((name) => parts[name].state === "working");
  return [
    ...names.flatMap((name) => parts[name].calls.flatMap(faultsOfCall)),
    ...working.flatMap((name) => crashes(name, parts[name].calls)),
    ...sleeps(parts, setting),
  ];
}

/** What somebody in the portal may do now. */
export function possibleMeddlings(
  { odds, directory }: SmallParts,
  { meddlings }: Setting,
): readonly Meddling[] {
  return odds.isMeddlerLeft ? meddlings.filter(({ to }) => directory.counts[to] > 0) : [];
}

/** What the meddler did long ago Entra's audit log shows: besides, to meddle is only offered where it can be seen. */
function sleeps(parts: SmallParts, setting: Setting): readonly SmallChoice[] {
  const asleep: SmallChoice = {
    label: "everybody sleeps for long",
    scopes: PASSING,
    happen: (driven) => {
      driven.lapse();
    },
  };
  const meddled = possibleMeddlings(parts, setting).map(({ label }): SmallChoice => ({
    label: `somebody ${label}, and everybody sleeps for long`,
    scopes: [
      ...PASSING,
      { changes: ["directory"], reads: ["now"] },
      { changes: ["excuse"], reads: [] },
    ],
    happen: (driven) => {
      driven.meddle(label);
      driven.lapse();
    },
  }));
  return [asleep, ...meddled];
}

function faultsOfCall(call: CallPart): readonly SmallChoice[] {
  const alone: Scope = { changes: [call.from], reads: ["now"] };
  const lost = (what: string, error: () => Error): SmallChoice => ({
    label: `${what}: ${call.label}`,
    scopes: [alone],
    happen: ({ network }) => {
      network.take(call).fail(error());
    },
  });
  /** It arrives, and the answer is another one. */
  const arrives = (what: string, error: () => Error): SmallChoice => ({
    label: `${what}: ${call.label}`,
    scopes: [alone, scopeOfArrival(call)],
    happen: ({ network }) => {
      const taken = network.take(call);
      const fails = () => {
        taken.fail(error());
      };
      taken.arrive().then(fails, fails);
    },
  });
  const slow: SmallChoice = {
    label: `slow: ${call.label}`,
    scopes: [alone],
    happen: ({ network }) => {
      network.slowDown(call, SLOW);
    },
  };
  switch (call.kind) {
    case "reads":
      return [lost("fails", () => new GraphError("unavailable", "As the fault wished."))];
    case "looks up":
      return [lost("fails", () => new ApiError("unavailable", "As the fault wished."))];
    case "sends":
      return [
        slow,
        lost("lost", () => new GraphError("no-answer", "Lost.")),
        arrives("unanswered", () => new GraphError("no-answer", "Unanswered.")),
        lost("put off", notNow),
        excused(arrives("put off though done", notNow)),
      ];
    case "appends":
    case "leases":
      return [
        slow,
        lost("lost", () => new ApiError("unavailable", "Lost.")),
        arrives("unanswered", () => new ApiError("no-answer", "Unanswered.")),
      ];
  }
}

function excused({ happen, ...choice }: SmallChoice): SmallChoice {
  return {
    ...choice,
    scopes: [{ changes: ["excuse"], reads: [] }, ...choice.scopes],
    happen: (driven) => {
      driven.invariants.excuse.throttled = true;
      happen(driven);
    },
  };
}

function notNow(): GraphError {
  const answer = { status: 429, retryAfterSeconds: RETRY_AFTER_SECONDS };
  return new GraphError("throttled", "Not now.", answer);
}

/** What was on its way is lost, or one of it arrives all the same. */
function crashes(name: string, calls: readonly CallPart[]): readonly SmallChoice[] {
  const alone: Scope = { changes: [name], reads: [] };
  const crash: SmallChoice = {
    label: `${name} crashes`,
    scopes: [alone],
    happen: (driven) => {
      driven.executor(name).crash();
    },
  };
  const arriving = calls
    .filter(({ kind }) => kind !== "reads" && kind !== "looks up")
    .map((call) => ({
      label: `${name} crashes, and yet: ${call.label}`,
      scopes: [alone, scopeOfArrival(call)],
      happen: (driven: Driven) => {
        const taken = driven.network.take(call);
        driven.executor(name).crash();
        taken.arrive().catch(() => undefined);
      },
    }));
  return [crash, ...arriving];
}
