import { faultsOf, possibleMeddlings } from "./faults";
import { isAboutDirectory, isFree } from "./free-calls";
import { type CallPart, scopesOf } from "./call";
import type { SmallParts } from "./parts-of";
import type { Setting } from "./setting";
import { type Driven, ODDS, PASSING, type SmallChoice } from "./driven";

/** Later everybody only looks at the same things again: what happens then happened before, at another time. */
export const EARLY_MILLISECONDS = 10_000;
/** A request that was sent arrives within this time, or never: a lease is given up that much earlier. */
const ON_THE_WAY_MILLISECONDS = 30_000;

/** What may happen now, what would happen without a scheduler first; empty when all is over. */
export function choicesOf(parts: SmallParts, setting: Setting): readonly SmallChoice[] {
  const { B, odds, recovery } = parts;
  if (recovery !== null) return [];
  const going = goingOn(parts);
  if (going.length === 0 && B.state !== "not begun")
    return [...ending(parts), ...meddling(parts, setting)];
  const calls = callsIn(parts);
  // While everybody may still fall asleep, it matters for every call whether it arrives before.
  const isReduced = setting.isReduced && !odds.isFaultLeft;
  const free = isReduced ? calls.find((call) => isFree(call, parts, setting.second)) : undefined;
  if (free !== undefined) return [delivering(free)];
  const isEarly = odds.sinceWoken < EARLY_MILLISECONDS;
  const faults = odds.isFaultLeft && isEarly ? faultsOf(parts, setting).map(onlyOnce) : [];
  const isSeen = calls.some((call) => isAboutDirectory(call) && call.lane === "1");
  const mayMeddle = isEarly && (isSeen || !setting.isReduced);
  return [
    ...going,
    ...beginning(parts, setting),
    ...(mayMeddle ? meddling(parts, setting) : []),
    ...faults,
  ];
}

function callsIn({ A, B }: SmallParts): readonly CallPart[] {
  return [...A.calls, ...B.calls];
}

/** What goes on by itself: calls arrive, sleepers wake, and time passes while all sleep. */
function goingOn(parts: SmallParts): readonly SmallChoice[] {
  const calls = callsIn(parts);
  const wakings = (["A", "B"] as const)
    .filter((name) => parts[name].timers.some((left) => left <= 0))
    .map((name) => ({
      label: `${name} wakes`,
      scopes: [{ changes: [name], reads: ["now"] }],
      happen: ({ network }: Driven) => {
        network.wake(name);
      },
    }));
  const isAwake = calls.some(({ slow }) => slow === 0) || wakings.length > 0;
  return [...calls.map(delivering), ...wakings, ...(isAwake ? [] : passing(parts))];
}

/** Time passes until the next one wakes, unless something that is on its way arrives before. */
function passing(parts: SmallParts): readonly SmallChoice[] {
  const left = Math.min(...parts.A.timers, ...parts.B.timers);
  const isSending = callsIn(parts).some(({ kind }) => kind === "sends");
  if (left === Infinity || (isSending && left >= ON_THE_WAY_MILLISECONDS)) return [];
  return [
    {
      label: `time passes: ${left} ms`,
      scopes: PASSING,
      happen: ({ network }) => {
        network.passTo(network.now + left);
      },
    },
  ];
}

function delivering(call: CallPart): SmallChoice {
  return {
    label: call.label,
    scopes: scopesOf(call),
    happen: ({ network }) => {
      network.deliver(call);
    },
  };
}

/** To begin matters only beside the ledger and the leases: beside a reading, or a lease that lives, it is the same as later. */
function beginning(parts: SmallParts, { isReduced, second }: Setting): readonly SmallChoice[] {
  const { A, B, lease } = parts;
  if (B.state !== "not begun") return [];
  const awaited = callsIn(parts).filter(({ slow }) => slow === 0);
  const matters = awaited.some(({ kind }) => kind === "appends" || kind === "leases");
  const isOver = A.state !== "working";
  if (isReduced && !matters && !isOver && (awaited.length > 0 || lease.leftMilliseconds > 0))
    return [];
  const begins: SmallChoice = {
    label: "B begins",
    scopes: [
      { changes: ["B"], reads: ["now", "ledger"], requestNumber: second === "runs" ? 1 : 2 },
      ODDS,
    ],
    happen: (driven) => {
      driven.beginSecond();
    },
  };
  const lapses: SmallChoice = {
    label: "the lease of the crashed one lapses",
    scopes: PASSING,
    happen: (driven) => {
      driven.lapse();
    },
  };
  return A.state === "crashed" && lease.leftMilliseconds > 0 ? [begins, lapses] : [begins];
}

function meddling(parts: SmallParts, setting: Setting): readonly SmallChoice[] {
  return possibleMeddlings(parts, setting).map(({ label }) => ({
    label: `somebody ${label} in the portal`,
    scopes: [{ changes: ["directory"], reads: ["now"] }, ODDS, { changes: ["excuse"], reads: [] }],
    happen: (driven) => {
      driven.meddle(label);
    },
  }));
}

function ending({ A, B }: SmallParts): readonly SmallChoice[] {
  const isWaiting = A.outbox.length + B.outbox.length > 0;
  const orders = isWaiting
    ? (["outboxes first", "readings first"] as const)
    : (["outboxes first"] as const);
  return orders.map((order) => ({
    label: `everybody is back, ${order}`,
    scopes: [{ changes: ["recovery"], reads: [] }],
    happen: (driven) => {
      driven.endWith(order);
    },
  }));
}

function onlyOnce({ label, scopes, happen }: SmallChoice): SmallChoice {
  return {
    label,
    scopes: scopes.includes(ODDS) ? scopes : [...scopes, ODDS],
    happen: (driven) => {
      driven.spendFault();
      happen(driven);
    },
  };
}
