import { expect, test } from "vitest";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import { run } from "./testing/run";
import { RunnerFixture } from "./testing/runner-fixture";

const REASONS = [
  ["unauthenticated", "history-sign-in"],
  ["sign-in-needed", "history-sign-in"],
  ["forbidden", "history-forbidden"],
  ["unavailable", "ledger-unavailable"],
] as const;

test.each<readonly [ApiErrorKind, string]>(REASONS)(
  "that the history answers %s to outcomes is told as %s, and what was sent is kept",
  async (kind, stopped) => {
    const fixture = new RunnerFixture();
    const append = fixture.ledger.append.bind(fixture.ledger);
    fixture.ledger.append = (request) =>
      request.entries.some((entry) => entry.kind === "carried-out")
        ? Promise.reject(new ApiError(kind, "In the server's words."))
        : append(request);
    const { result } = await run(fixture, "block", fixture.guests(60));
    expect(result.stopped).toMatchObject({ kind: stopped });
    const sent = result.results.filter(({ outcome }) => outcome?.result === "done");
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.map(({ recorded }) => recorded)).not.toContain(true);
    const inOutbox = new Set(
      [...fixture.outboxEntries.values()].map(
        (entry) => "operationId" in entry && entry.operationId,
      ),
    );
    for (const { operationId } of sent) expect(inOutbox).toContain(operationId);
  },
);

test.each<readonly [ApiErrorKind, string]>(REASONS)(
  "that the settings answer %s while a plan runs is told as %s: who is protected is not known",
  async (kind, stopped) => {
    const fixture = new RunnerFixture();
    fixture.services.readPolicy = () =>
      Promise.reject(new ApiError(kind, "In the server's words."));
    const { result } = await run(fixture, "block", fixture.guests(2));
    expect(result.stopped).toMatchObject({ kind: stopped });
    expect(fixture.directory.writes).toEqual([]);
  },
);
