import type { Setting } from "./setting";
import type { CallPart } from "./call";
import type { SmallParts } from "./parts-of";

/** Whether it reads or changes an account, a group or a review; Entra's audit log is late, and shows nothing of what happens now. */
export function isAboutDirectory({ kind, label }: CallPart): boolean {
  return kind === "sends" || (kind === "reads" && !label.includes("/auditLogs"));
}

/**
 * Whether nothing that anybody else may do before it arrives would change what it does or finds, nor would it change
 * what they find: then it makes no difference when it arrives, and only one order has to be explored.
 */
export function isFree(call: CallPart, parts: SmallParts, second: Setting["second"]): boolean {
  const [own, other] = call.from === "A" ? [parts.A, parts.B] : [parts.B, parts.A];
  if (call.slow > 0 || !isApart(own)) return false;
  if (call.kind === "reads" && !isAboutDirectory(call)) return true;
  const isAlone = other.state === "ended" || other.state === "crashed";
  const isMeddled = isAboutDirectory(call) && call.lane === "1" && parts.odds.isMeddlerLeft;
  return !isMeddled && (isAlone || isOursAlone(call, other, parts, second));
}

/** An executor gathers what it finds out: what it hears beside a timer or the ledger may be written together or not. */
function isApart({ calls, timers }: SmallParts["A"]): boolean {
  const isReading = calls.every(({ kind }) => kind === "reads" || kind === "sends");
  return (calls.length === 1 || isReading) && timers.every((left) => left > 0);
}

/**
 * Only who recorded the operations sends them, and only who resolves reads what another one has sent. That a second one
 * sends them is a fault in whatever order it is met, so it need not be met in each.
 */
function isOursAlone(
  call: CallPart,
  other: SmallParts["A"],
  { ledger }: SmallParts,
  second: Setting["second"],
): boolean {
  const mayBe = call.kind === "reads" || (call.kind === "sends" && second === "runs");
  const isSentBesides = other.calls.some(({ kind }) => kind === "sends");
  return mayBe && !isSentBesides && ledger.recordedBy === call.from;
}
