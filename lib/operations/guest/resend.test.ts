import { expect, test } from "vitest";
import { run } from "@/lib/runner/testing/run";
import { nth } from "@/lib/runner/testing/nth";
import { runPlan } from "@/lib/runner/run-plan";
import { SimulatedFixture } from "@/lib/runner/testing/simulated-fixture";
import type { Person } from "@/lib/runner/testing/fake-directory";
import { RunnerFixture } from "@/lib/runner/testing/runner-fixture";

test("An invitation is not sent to an address that another account has too", async () => {
  const fixture = new RunnerFixture();
  const [guest] = fixture.guests(2, { pending: true, mail: "ada@partner.example" });
  if (guest === undefined) throw new Error("No guest was added");
  const { outcomes } = await run(fixture, "resend", [guest]);
  expect(outcomes[0]).toMatchObject({ result: "refused", evidence: "observed" });
  expect(outcomes[0]?.detail).toContain("Another account has the same address");
  expect(fixture.directory.writes).toEqual([]);
});

test("An invitation is not sent to an address that was never invited: a new guest could be created", async () => {
  const fixture = new RunnerFixture();
  const invited = { pending: true, mail: "new@partner.example", invitedAt: "old@partner.example" };
  const { outcomes } = await run(fixture, "resend", fixture.guests(1, invited));
  expect(outcomes[0]?.detail).toContain("a new guest could be created");
  expect(fixture.directory.writes).toEqual([]);
});

test("What Microsoft sent to another account has failed, and names that account", async () => {
  const fixture = new RunnerFixture();
  const guests = fixture.guests(1, { pending: true, mail: "ada@partner.example" });
  const others: Person[] = [];
  fixture.directory.fateOf = () => {
    // Between the look and the sending the address became somebody else's.
    nth(guests, 0).mail = "elsewhere@partner.example";
    others.push(...fixture.guests(1, { pending: true, mail: "ada@partner.example" }));
    return "well";
  };
  const { outcomes } = await run(fixture, "resend", guests);
  expect(outcomes[0]?.result).toBe("failed");
  expect(outcomes[0]?.detail).toContain(`instead: ${nth(others, 0).id}.`);
});

test("In a tenant, a guest whose address a second one has is left alone, and the others are mailed", async () => {
  const fixture = new SimulatedFixture(60);
  const pending = fixture.guests(
    ({ externalUserState, accountEnabled, mail }) =>
      externalUserState === "PendingAcceptance" && accountEnabled && mail !== null,
  );
  const [first, second, third] = [nth(pending, 0), nth(pending, 1), nth(pending, 2)];
  second.mail = first.mail;
  const { results } = await runPlan(fixture.plan("resend", [first, third]), fixture.services);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(["refused", "done"]);
});
