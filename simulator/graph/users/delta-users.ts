import { readDeltaQuery } from "./delta-query.ts";
import { deltaRow, firstRows, rowsSince } from "./delta-rows.ts";
import type { DeltaRow } from "./delta-rows.ts";
import { deltaLink, readDeltaToken, resync } from "./delta-token.ts";
import type { DeltaToken } from "./delta-token.ts";
import { refuseHiddenProperties, userReaders } from "./present-user.ts";
import type { Answer, Call, Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { beginReading, resumeReading } from "../readings.ts";
import type { Reading } from "../readings.ts";

/** Tells what changed among the users since the round before. */
export const deltaUsers: Endpoint = {
  method: "GET",
  path: "/users/delta",
  documentation: "https://learn.microsoft.com/graph/api/user-delta?view=graph-rest-1.0",
  scopes: userReaders.filter((scope) => scope !== "User.ReadBasic.All"),
  options: ["$select", "$filter", "$deltatoken"],
  refusedOptions: ["$expand", "$top", "$orderby"],
  answer(call) {
    const page = call.query.get("$skiptoken");
    const round = call.query.get("$deltatoken");
    const fresh = page === null && (round === null || round === "" || round === "latest");
    if (!fresh && (call.query.has("$select") || call.query.has("$filter"))) {
      throw badRequest("$select and $filter belong to the first call; the token carries them on.");
    }
    if (page !== null) return laterPage(call, readDeltaToken(call, page, "page"));
    if (round !== null && !fresh) return nextRound(call, readDeltaToken(call, round, "round"));
    return firstRound(call, round === "latest");
  },
};

function firstRound(call: Call, onlyLink: boolean): Answer {
  const query = readDeltaQuery(call);
  refuseHiddenProperties(call, query.select ?? []);
  const token = tokenFor(call, query);
  const rows = onlyLink ? [] : firstRows(call.tenant.directory, query.ids);
  return answerPage(call, token, beginReading(call.tenant, rows), 0);
}

function nextRound(call: Call, before: DeltaToken): Answer {
  const rows = rowsSince(call.tenant.directory, before);
  return answerPage(call, tokenFor(call, before), beginReading(call.tenant, rows), 0);
}

function laterPage(call: Call, token: DeltaToken): Answer {
  const reading = resumeReading(call.tenant, token.reading ?? "");
  if (!reading) throw resync(call, "resyncRequired");
  return answerPage(call, token, reading, token.offset ?? 0);
}

function tokenFor(call: Call, query: Pick<DeltaToken, "select" | "ids">): DeltaToken {
  const { id, directory, clock } = call.tenant;
  const { select, ids } = query;
  const { version } = directory;
  return { kind: "round", tenantId: id, version, madeAt: clock.now(), select, ids };
}

function answerPage(call: Call, token: DeltaToken, reading: Reading, offset: number): Answer {
  const { isMinimal, pageSize } = preferences(call);
  const rows = (reading.rows as readonly DeltaRow[]).slice(offset, offset + pageSize);
  const end = offset + rows.length;
  const more = end < reading.rows.length;
  const { directory, clock } = call.tenant;
  const { version, select, ids, tenantId } = token;
  const next: DeltaToken = more
    ? { ...token, kind: "page", reading: reading.id, offset: end }
    : { kind: "round", tenantId, version, madeAt: clock.now(), select, ids };
  const context = select ? `users(${select.join(",")})` : "users";
  return {
    status: 200,
    ...(isMinimal ? { headers: { "Preference-Applied": "return=minimal" } } : {}),
    body: {
      "@odata.context": `${call.root}/$metadata#${context}/$delta`,
      ...deltaLink(call, next),
      value: rows.map((row) => deltaRow(directory, row, select, isMinimal)),
    },
  };
}

const DEFAULT_PAGE = 200;

/** https://learn.microsoft.com/graph/delta-query-overview names the two preferences. */
function preferences(call: Call): { isMinimal: boolean; pageSize: number } {
  const prefer = call.headers.get("Prefer") ?? "";
  const size = Number(/odata\.maxpagesize=(\d+)/i.exec(prefer)?.[1] ?? DEFAULT_PAGE);
  const pageSize = Math.min(Math.max(size, 1), 999);
  return { isMinimal: /return=minimal/i.test(prefer), pageSize };
}
