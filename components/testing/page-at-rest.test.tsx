import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "@/lib/graph/clock";
import { answersFrom, pageRests } from "./page-at-rest";
import { renderPage } from "./render-page";
import { createTestTenant } from "./test-tenant";

const lease = (path: string) =>
  new Request(new URL(path, window.location.href), {
    method: "POST",
    body: JSON.stringify({
      planId: "5d0c1f0e-3f6b-4d2a-9a44-0a6f1b2c3d4e",
      session: "9b1d6f1e-6a0e-4a53-8f43-6a0f6a6b7c8d",
    }),
  });

test("A test is not over while a run of it sleeps or holds its lease", async () => {
  const testTenant = await createTestTenant();
  answersFrom(testTenant);
  const leaving = new AbortController();
  const sleep = systemClock.sleep(60_000, leaving.signal).catch(() => undefined);
  await expect(pageRests(50)).rejects.toThrow("after 50 ms there still is: a sleep (1)");
  leaving.abort();
  await sleep;
  await testTenant.api.answer(lease("/api/leases"));
  await expect(pageRests(50)).rejects.toThrow("there still is: a run that holds its lease");
  await testTenant.api.answer(lease("/api/leases/release"));
  await pageRests();
});

describe("What a page fetches with", () => {
  let firstFetch: typeof fetch;
  const failures: unknown[] = [];

  beforeEach(() => {
    vi.spyOn(globalThis, "reportError").mockImplementation((failure) => failures.push(failure));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("leads to its own tenant, whatever page was rendered since", async () => {
    const [first, second] = [await createTestTenant(), await createTestTenant()];
    await renderPage(first, null);
    firstFetch = globalThis.fetch;
    await renderPage(second, null);
    const before = second.api.requests.length;
    await firstFetch("/api/policy?of=the-first");
    expect(first.api.requests).toContain("GET /api/policy?of=the-first");
    expect(second.api.requests.slice(before).join()).not.toContain("the-first");
  });

  test("fails loudly once its test is over, and reaches nobody", async () => {
    const testTenant = await createTestTenant();
    await renderPage(testTenant, null);
    const answered = vi.fn();
    void firstFetch("/api/policy?of=the-first").then(answered, answered);
    await vi.waitFor(() => {
      expect(failures).toHaveLength(1);
    });
    expect(answered).not.toHaveBeenCalled();
    expect(testTenant.api.requests.join()).not.toContain("the-first");
    expect(failures.map(String)).toEqual([
      expect.stringMatching(/leads to its own tenant.*” was over, and its page still asked for/),
    ]);
  });
});
