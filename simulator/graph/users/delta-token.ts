import type { Call } from "../endpoint.ts";
import { GraphRefusal } from "../errors.ts";
import { seal, unseal } from "../sealed.ts";

/** What the links of a delta query carry from one call to the next. */
export interface DeltaToken {
  kind: "page" | "round";
  tenantId: string;
  /** The directory's version when the round began: the next one tells what changed after it. */
  version: number;
  madeAt: number;
  select: readonly string[] | null;
  ids: readonly string[] | null;
  /** Of a page: which reading, and how far it has come. */
  reading?: string;
  offset?: number;
}

const SEVEN_DAYS = 7 * 86_400_000;

/** The link that leads to a further page of this round or, after the last one, to the next round. */
export function deltaLink(call: Call, token: DeltaToken): Record<string, string> {
  const address = `${call.root}/users/delta`;
  return token.kind === "page"
    ? { "@odata.nextLink": `${address}?$skiptoken=${seal(token)}` }
    : { "@odata.deltaLink": `${address}?$deltatoken=${seal(token)}` };
}

/** Reads a token back; one that is too old, or that this directory no longer knows, sends the client to the start. */
export function readDeltaToken(call: Call, text: string, kind: DeltaToken["kind"]): DeltaToken {
  const token = unseal(text) as DeltaToken | undefined;
  const { id, clock, directory } = call.tenant;
  if (token?.kind !== kind || token.tenantId !== id || token.version > directory.version) {
    throw resync(call, "resyncRequired");
  }
  if (clock.now() - token.madeAt > SEVEN_DAYS) throw resync(call, "syncStateNotFound");
  return token;
}

/** 410: everything must be read again, from the address in Location. https://learn.microsoft.com/graph/delta-query-overview */
export function resync(call: Call, code: "resyncRequired" | "syncStateNotFound"): GraphRefusal {
  return new GraphRefusal(
    410,
    code,
    "The delta token is no longer valid, and the application must perform a full synchronization.",
    { Location: `${call.root}/users/delta?$deltatoken=` },
  );
}
