import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { callerOf } from "./caller";
import {
  newIssuer,
  openIssuer,
  productionSettings,
  requestWith,
  USER,
} from "./testing/token-issuer";

const AUTHORITY = "https://login.microsoftonline.com";
let tenants = 0;

/** Keys are kept by tenant, so each test has its own. */
function freshTenant(): string {
  tenants += 1;
  return `00000000-0000-4000-8000-${String(tenants).padStart(12, "0")}`;
}

async function open() {
  const tenantId = freshTenant();
  const settings = { ...productionSettings, tenantId };
  const callWith = async (token: string) => callerOf(requestWith(`Bearer ${token}`), settings);
  return { issuer: await openIssuer(AUTHORITY, tenantId), tenantId, callWith };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("Keys that cannot be fetched are 503, not a refusal of the token, and are asked for again soon", async () => {
  const { issuer, callWith } = await open();
  const token = await issuer.issue();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  await expect(callWith(token)).rejects.toMatchObject({ kind: "unavailable" });
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(issuer.jwks)));
  vi.advanceTimersByTime(3_000);
  expect((await callWith(token)).userId).toBe(USER);
});

it("The keys are asked for once", async () => {
  const { issuer, callWith } = await open();
  const fetched = vi.fn(() => Promise.resolve(Response.json(issuer.jwks)));
  vi.stubGlobal("fetch", fetched);
  for (let call = 0; call < 2; call += 1) await callWith(await issuer.issue());
  expect(fetched).toHaveBeenCalledTimes(1);
});

it.each([
  ["an error page", () => new Response("oops", { status: 500 })],
  ["a page that is not JSON", () => new Response("<html>")],
  ["JSON that is not a key set", () => Response.json({ keys: "none" })],
])("Keys answered as %s are 503", async (_, answer) => {
  const { issuer, callWith } = await open();
  vi.stubGlobal("fetch", () => Promise.resolve(answer()));
  await expect(callWith(await issuer.issue())).rejects.toMatchObject({ kind: "unavailable" });
});

it("A rotated key is found without a restart, once the minute is over", async () => {
  const { issuer, tenantId, callWith } = await open();
  const next = await newIssuer(AUTHORITY, tenantId);
  const published = { keys: issuer.jwks.keys };
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(published)));
  await callWith(await issuer.issue());
  published.keys = [...issuer.jwks.keys, ...next.jwks.keys.map((key) => ({ ...key, kid: "next" }))];
  vi.advanceTimersByTime(61_000);
  expect((await callWith(await next.issue({}, { kid: "next" }))).userId).toBe(USER);
  expect((await callWith(await issuer.issue())).userId).toBe(USER);
});

it("A flood of unknown key ids fetches the keys at most once a minute, also while they cannot be fetched", async () => {
  const { issuer, callWith } = await open();
  const fetched = vi.fn(() => Promise.resolve(Response.json(issuer.jwks)));
  vi.stubGlobal("fetch", fetched);
  const good = await issuer.issue({ exp: Math.floor(Date.now() / 1_000) + 36_000 });
  await callWith(good);
  const flood = async () => {
    for (let index = 0; index < 50; index += 1) {
      const unknown = await issuer.issue({}, { kid: `unknown-${index}` });
      await expect(callWith(unknown)).rejects.toThrow();
    }
  };
  await flood();
  expect(fetched).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(61_000);
  await flood();
  expect(fetched).toHaveBeenCalledTimes(2);
  fetched.mockImplementation(() => Promise.reject(new TypeError("fetch failed")));
  vi.advanceTimersByTime(61_000);
  await flood();
  expect(fetched).toHaveBeenCalledTimes(3);
  expect((await callWith(good)).userId).toBe(USER);
});
