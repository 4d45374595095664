import { createHash, randomUUID } from "node:crypto";
import type { Call } from "./endpoint.ts";
import { badRequest, expiredPageToken } from "./errors.ts";
import type { Tenant } from "../state/tenant.ts";

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

interface Reading {
  id: string;
  query: string;
  rows: readonly unknown[];
  begunAt: number;
}

interface Token {
  reading: string;
  query: string;
  offset: number;
  after: string;
  begunAt: number;
}

const HOUR = 3_600_000;
const REMEMBERED_ROWS = 4_000_000;
const readings = new WeakMap<Tenant, Map<string, Reading>>();

/** One page of a collection; all pages of a reading show the rows as they were when its first page was read. */
export function page<Row>(
  call: Call,
  rows: readonly Row[] | (() => readonly Row[]),
  rules: PageRules<Row>,
): Page<Row> {
  const top = readTop(call, rules);
  const given = call.query.get("$skiptoken");
  const query = fingerprint(call);
  const compute = () => (typeof rows === "function" ? rows() : rows);
  const token = given === null ? undefined : readToken(call, given, query);
  const reading = token ? resume(call, token, compute) : begin(call, query, compute);
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
  const given = call.query.get("$top");
  if (given === null) return rules.defaultTop;
  const top = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (top > rules.maxTop && rules.lowersSilently) return rules.maxTop;
  if (!(top >= 1 && top <= rules.maxTop)) {
    throw badRequest(
      `Invalid page size specified: '${given}'. Must be between 1 and ${rules.maxTop} inclusive.`,
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

function begin(call: Call, query: string, compute: () => readonly unknown[]): Reading {
  const reading = { id: randomUUID(), query, rows: compute(), begunAt: call.tenant.clock.now() };
  remember(call.tenant, reading);
  return reading;
}

function resume(call: Call, token: Token, compute: () => readonly unknown[]): Reading {
  const known = readings.get(call.tenant)?.get(token.reading);
  if (known) {
    remember(call.tenant, known);
    return known;
  }
  const again = { id: token.reading, query: token.query, rows: compute(), begunAt: token.begunAt };
  remember(call.tenant, again);
  return again;
}

/** Keeps the latest readings; an older one is computed anew and goes on after the row it had come to. */
function remember(tenant: Tenant, reading: Reading): void {
  const kept = readings.get(tenant) ?? new Map<string, Reading>();
  readings.set(tenant, kept);
  kept.delete(reading.id);
  kept.set(reading.id, reading);
  let held = [...kept.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  for (const [id, { rows }] of kept) {
    if (held <= REMEMBERED_ROWS || kept.size === 1) break;
    kept.delete(id);
    held -= rows.length;
  }
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
  const text = Buffer.from(JSON.stringify(token)).toString("base64url");
  return `${call.root}${encodeURI(call.path)}?${[...query, `$skiptoken=${seal(text)}`].join("&")}`;
}

function readToken(call: Call, given: string, query: string): Token {
  const text = given.slice(0, -SEAL_LENGTH);
  if (seal(text) !== given) throw expiredPageToken();
  const token = JSON.parse(Buffer.from(text, "base64url").toString()) as Token;
  if (token.query !== query) throw expiredPageToken();
  if (call.tenant.clock.now() - token.begunAt > HOUR) throw expiredPageToken();
  return token;
}

const SEAL_LENGTH = 8;

/** Tells a link that this simulator made from one that was made up or cut. */
function seal(text: string): string {
  return (
    text + createHash("sha256").update(`page:${text}`).digest("base64url").slice(0, SEAL_LENGTH)
  );
}
