import type { Executor } from "./executor";
import type { Call, Network } from "./network";
import type { Server } from "./server";

interface Company {
  readonly first: Executor;
  readonly second: Executor;
  readonly isMeddlerLeft: boolean;
  readonly network: Network;
  readonly server: Server;
  readonly setting: { readonly second: "runs" | "resolves" };
}

/** Whether it reads or changes a guest's account; Entra's audit log is late, and shows nothing of what happens now. */
export function isAboutAccount({ kind, label }: Call): boolean {
  return kind === "sends" || (kind === "reads" && !label.includes("/auditLogs"));
}

/**
 * Whether nothing that anybody else may do before it arrives would change what it does or finds, nor would it change
 * what they find: then it makes no difference when it arrives, and only one order has to be explored.
 */
export function isFree(call: Call, company: Company): boolean {
  const { first, second, isMeddlerLeft } = company;
  if (call.slow > 0 || !isApart(call, company)) return false;
  if (call.kind === "reads" && !isAboutAccount(call)) return true;
  const other = call.from === first.name ? second : first;
  const isAlone = other.state === "ended" || other.state === "crashed";
  const isMeddled = isAboutAccount(call) && call.lane === "1" && isMeddlerLeft;
  return !isMeddled && (isAlone || isOursAlone(call, company));
}

/** An executor gathers what it finds out: what it hears beside a timer or the ledger may be written together or not. */
function isApart({ from }: Call, { network }: Company): boolean {
  const own = network.calls.filter((call) => call.from === from);
  const isReading = own.every(({ kind }) => kind === "reads" || kind === "sends");
  return (own.length === 1 || isReading) && !network.due().includes(from);
}

/**
 * Only who recorded the operations sends them, and only who resolves reads what another one has sent. That a second one
 * sends them is a fault in whatever order it is met, so it need not be met in each.
 */
function isOursAlone(call: Call, { setting, server, network }: Company): boolean {
  const mayBe = call.kind === "reads" || (call.kind === "sends" && setting.second === "runs");
  const isSentBesides = network.calls.some(
    ({ kind, from }) => kind === "sends" && from !== call.from,
  );
  return mayBe && !isSentBesides && server.entries[0]?.from === call.from;
}
