import { afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import type { Settings } from "@/lib/config/settings";
import { callerOf } from "./caller";
import { LedgerError } from "./ledger-error";
import {
  newIssuer,
  openIssuer,
  productionSettings,
  requestWith,
  TENANT,
  USER,
  type TokenIssuer,
} from "./testing/token-issuer";

const SIMULATOR = "http://localhost:4998";
const AUTHORITY = "https://login.microsoftonline.com";
const simulated = { ...productionSettings, simulatorOrigin: SIMULATOR };
const DAY_SECONDS = 86_400;
const QUARTER_SECONDS = 90 * DAY_SECONDS;

type Claims = Readonly<Record<string, unknown>>;

let simulator: TokenIssuer;
let entra: TokenIssuer;
let clock: () => Response | Promise<Response>;
const requests: string[] = [];

const clockAt = (seconds: number) => () =>
  Response.json({ now: new Date(seconds * 1_000).toISOString() });
const nowSeconds = () => Math.floor(Date.now() / 1_000);
/** The times of a token that is issued at that moment. */
const issuedAt = (seconds: number): Claims => ({
  iat: seconds,
  nbf: seconds,
  exp: seconds + 3_600,
});

beforeAll(async () => {
  simulator = await openIssuer(SIMULATOR);
  entra = await openIssuer(AUTHORITY);
});

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.endsWith("/discovery/v2.0/keys")) {
      return Response.json(url.startsWith(AUTHORITY) ? entra.jwks : simulator.jwks);
    }
    requests.push(url);
    return clock();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function outcomeOf(changes: Claims, from: Settings = simulated): Promise<string> {
  const issuer = from.simulatorOrigin === null ? entra : simulator;
  const token = await issuer.issue(changes);
  try {
    return (await callerOf(requestWith(`Bearer ${token}`), from)).userId;
  } catch (error) {
    if (error instanceof LedgerError) return error.kind;
    throw error;
  }
}

describe("A tenant of the simulator whose clock was moved", () => {
  test.each([
    ["a quarter ahead", QUARTER_SECONDS],
    ["a day back", -DAY_SECONDS],
  ])("%s: its tokens are judged by its own time", async (_, moved) => {
    clock = clockAt(nowSeconds() + moved + 60);
    expect(await outcomeOf(issuedAt(nowSeconds() + moved))).toBe(USER);
    expect(requests).toEqual([`${SIMULATOR}/control/tenants/${TENANT}/clock`]);
  });

  test.each([
    ["expired", -3_700],
    ["not valid yet", 120],
  ])("a token that is %s there too is refused", async (_, before) => {
    const there = nowSeconds() + QUARTER_SECONDS;
    clock = clockAt(there);
    expect(await outcomeOf(issuedAt(there + before))).toBe("unauthenticated");
  });

  test.each<[string, Claims]>([
    ["of another audience", { aud: "https://graph.microsoft.com" }],
    ["without an end", { exp: undefined }],
  ])("a token %s is refused all the same", async (_, changes) => {
    const there = nowSeconds() + QUARTER_SECONDS;
    clock = clockAt(there);
    expect(await outcomeOf({ ...issuedAt(there), ...changes })).toBe("unauthenticated");
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ["does not answer", () => Promise.reject(new TypeError("refused"))],
    ["knows no such tenant", () => Response.json({ error: {} }, { status: 404 })],
    ["says no time", () => Response.json({ now: "later" })],
  ])("is judged by real time when the simulator %s", async (_, answer) => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    clock = answer;
    expect(await outcomeOf(issuedAt(nowSeconds() + QUARTER_SECONDS))).toBe("unauthenticated");
  });
});

it("A token that is good by real time asks nobody for the time", async () => {
  clock = clockAt(nowSeconds() + QUARTER_SECONDS);
  expect(await outcomeOf({})).toBe(USER);
  expect(requests).toEqual([]);
});

it("A forged token is refused before anybody is asked for the time", async () => {
  clock = clockAt(nowSeconds() + QUARTER_SECONDS);
  const forger = await newIssuer(SIMULATOR);
  const token = await forger.issue(issuedAt(nowSeconds() + QUARTER_SECONDS));
  await expect(callerOf(requestWith(`Bearer ${token}`), simulated)).rejects.toMatchObject({
    kind: "unauthenticated",
  });
  expect(requests).toEqual([]);
});

describe("Against a real tenant", () => {
  test.each([
    ["of the past", -QUARTER_SECONDS],
    ["of the future", QUARTER_SECONDS],
  ])("a token %s is refused, and nobody is asked for another time", async (_, moved) => {
    clock = clockAt(nowSeconds() + moved + 60);
    expect(await outcomeOf(issuedAt(nowSeconds() + moved), productionSettings)).toBe(
      "unauthenticated",
    );
    expect(requests).toEqual([]);
  });
});
