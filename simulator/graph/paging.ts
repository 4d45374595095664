import { createHash } from "node:crypto";
import type { Call } from "./endpoint.ts";
import { badRequest, expiredPageToken } from "./errors.ts";
import { beginReading, keepReading, resumeReading } from "./readings.ts";
import type { Reading } from "./readings.ts";
import { seal, unseal } from "./sealed.ts";

export interface PageRules<Row> {
  defaultTop: number;
  maxTop: number;
  /** A higher `$top` is lowered without a word instead of refused. */
  lowersSilently?: boolean;
  /** Names a row for ever, so that its page can be found again. */
  key: (row: Row) => string;
}

export interface Page<Row> {
  rows: Row[];
  /** Of all rows, not of this page. */
  total: number;
  isFirst: boolean;
  /** Absent on the last page. */
  nextLink?: string;
}

interface Token {
  reading: string;
  query: string;
  offset: number;
  after: string;
  begunAt: number;
}

const HOUR = 3_600_000;

/** One page of a collection; all pages of a reading show the rows as they were when its first page was read. */
export function page<Row>(
  call: Call,
  rows: readonly Row[] | (() => readonly Row[]),
  rules: PageRules<Row>,
): Page<Row> {
  const top = readTop(call, rules);
  const skipToken = call.query.get("$skiptoken");
  const query = fingerprint(call);
  const compute = () => (typeof rows === "function" ? rows() : rows);
  const token = skipToken === null ? undefined : readToken(call, skipToken, query);
  const reading = token ? resume(call, token, compute) : beginReading(call.tenant, compute());
  const all = reading.rows as readonly Row[];
  const from = token ? position(all, token, rules.key) : 0;
  const shown = all.slice(from, from + top);
  const last = shown.at(-1);
  const end = from + shown.length;
  const result = { rows: shown, total: all.length, isFirst: token === undefined };
  if (last === undefined || end >= all.length) return result;
  const { id, begunAt } = reading;
  const next = { reading: id, query, offset: end, after: rules.key(last), begunAt };
  return { ...result, nextLink: link(call, next) };
}

function readTop<Row>(call: Call, rules: PageRules<Row>): number {
  const value = call.query.get("$top");
  if (value === null) return rules.defaultTop;
  const top = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (top > rules.maxTop && rules.lowersSilently) return rules.maxTop;
  if (!(top >= 1 && top <= rules.maxTop)) {
    throw badRequest(
      `Invalid page size specified: '${value}'. Must be between 1 and ${rules.maxTop} inclusive.`,
    );
  }
  return top;
}

/** What makes two requests pages of the same reading: everything but where it stands and how long a page is. */
function fingerprint(call: Call): string {
  const parts = [...call.query].filter(([name]) => name !== "$skiptoken" && name !== "$top");
  const text = JSON.stringify([call.tenant.id, call.path, parts.sort()]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** A reading that was forgotten meanwhile is computed anew, and goes on after the row it had come to. */
function resume(call: Call, token: Token, compute: () => readonly unknown[]): Reading {
  const known = resumeReading(call.tenant, token.reading);
  const { reading: id, begunAt } = token;
  return known ?? keepReading(call.tenant, { id, rows: compute(), begunAt });
}

function position<Row>(rows: readonly Row[], token: Token, key: (row: Row) => string): number {
  const before = rows[token.offset - 1];
  if (before !== undefined && key(before) === token.after) return token.offset;
  const found = rows.findIndex((row) => key(row) === token.after);
  return found === -1 ? token.offset : found + 1;
}

function link(call: Call, token: Token): string {
  const query = [...call.query]
    .filter(([name]) => name !== "$skiptoken")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${call.root}${encodeURI(call.path)}?${[...query, `$skiptoken=${seal(token)}`].join("&")}`;
}

function readToken(call: Call, skipToken: string, query: string): Token {
  const token = unseal(skipToken) as Token | undefined;
  if (token?.query !== query) throw expiredPageToken();
  if (call.tenant.clock.now() - token.begunAt > HOUR) throw expiredPageToken();
  return token;
}
