import { ApiError } from "@/lib/contract/api-error";
import { GraphError } from "@/lib/graph/graph-error";
import type { Choice, Parts } from "./explore";
import type { Executor } from "./executor";
import type { Invariants } from "./invariants";
import { type Call, type Network, scopeOf } from "./network";

/** How often others may wake before a slow call arrives. */
const SLOW = 2;
const RETRY_AFTER_SECONDS = 4;

/** What faults happen to. */
interface Faulty {
  readonly network: Network;
  readonly first: Executor;
  readonly second: Executor;
  readonly invariants: Invariants;
  readonly isMeddlerLeft: boolean;
  parts(crashed: Executor): Parts;
  lapse(): void;
  meddle(): void;
}

/** Every fault that can happen now. */
export function faultsOf(faulty: Faulty): readonly Choice[] {
  const working = [faulty.first, faulty.second].filter(({ state }) => state === "working");
  return [
    ...faulty.network.calls.flatMap((call) => faultsOfCall(call, faulty)),
    ...working.flatMap((executor) => crashes(executor, faulty)),
    ...sleeps(faulty),
  ];
}

/** What the meddler did long ago Entra's audit log shows: besides, to meddle is only offered where it can be seen. */
function sleeps(faulty: Faulty): readonly Choice[] {
  const asleep = {
    label: "everybody sleeps for long",
    happen: () => {
      faulty.lapse();
    },
  };
  if (!faulty.isMeddlerLeft) return [asleep];
  const meddled = () => {
    faulty.meddle();
    faulty.lapse();
  };
  return [
    asleep,
    { label: "somebody changes guest 1, and everybody sleeps for long", happen: meddled },
  ];
}

function faultsOfCall(call: Call, { network, invariants }: Faulty): readonly Choice[] {
  const lost = (error: () => Error) => () => {
    network.take(call);
    call.fail(error());
  };
  /** It arrives, and the answer is another one. */
  const arrives = (error: () => Error) => () => {
    network.take(call);
    const fails = () => {
      call.fail(error());
    };
    call.arrive().then(fails, fails);
  };
  const fault = (what: string, happen: () => void) => ({
    label: `${what}: ${call.label}`,
    scope: scopeOf(call),
    happen,
  });
  const slow = fault("slow", () => {
    call.slow = SLOW;
  });
  switch (call.kind) {
    case "reads":
      return [
        fault(
          "fails",
          lost(() => new GraphError("unavailable", "As the fault wished.")),
        ),
      ];
    case "sends":
      return [
        slow,
        fault(
          "lost",
          lost(() => new GraphError("no-answer", "Lost.")),
        ),
        fault(
          "unanswered",
          arrives(() => new GraphError("no-answer", "Unanswered.")),
        ),
        fault("put off", lost(notNow)),
        fault("put off though done", () => {
          invariants.excuse.putOff = true;
          arrives(notNow)();
        }),
      ];
    case "appends":
    case "leases":
      return [
        slow,
        fault(
          "lost",
          lost(() => new ApiError("unavailable", "Lost.")),
        ),
        fault(
          "unanswered",
          arrives(() => new ApiError("no-answer", "Unanswered.")),
        ),
      ];
  }
}

function notNow(): GraphError {
  const answer = { status: 429, retryAfterSeconds: RETRY_AFTER_SECONDS };
  return new GraphError("throttled", "Not now.", answer);
}

/** What was on its way is lost, or one of it arrives all the same. */
function crashes(executor: Executor, faulty: Faulty): readonly Choice[] {
  const leaving = faulty.network.calls.filter(
    ({ from, kind }) => from === executor.name && kind !== "reads",
  );
  const crash = {
    label: `${executor.name} crashes`,
    happen: () => {
      executor.crash();
    },
    leadsTo: () => faulty.parts(executor),
  };
  const arriving = leaving.map((call) => ({
    label: `${executor.name} crashes, and yet: ${call.label}`,
    scope: scopeOf(call),
    happen: () => {
      executor.crash();
      call.arrive().catch(() => undefined);
    },
  }));
  return [crash, ...arriving];
}
