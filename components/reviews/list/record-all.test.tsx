import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import type { TestApi } from "@/components/testing/test-api";
import { createTestTenant } from "@/components/testing/test-tenant";
import { entriesRequest } from "@/lib/contract/entries";
import type { RecordedResultsAnswer } from "@/lib/contract/recorded-results";
import { DEFINITIONS, makeReview } from "../testing/make-review";
import { ReviewsPage } from "./reviews-page";

const resultsIn = ({ ledger }: TestApi) =>
  ledger.entries.flatMap((entry) => (entry.kind === "review-result" ? [entry.result] : []));

/** How much of each instance is in the history, as the server counts it. */
function countsOf(api: TestApi): Response {
  const found = new Map<string, RecordedResultsAnswer["instances"][number]>();
  for (const { reviewId, instanceId } of resultsIn(api)) {
    const items = (found.get(instanceId)?.items ?? 0) + 1;
    found.set(instanceId, { reviewId, instanceId, items });
  }
  return Response.json({ instances: [...found.values()] } satisfies RecordedResultsAnswer);
}

/** Two reviews that have ended, of one guest each; nothing of them is in the history. */
async function twoEnded() {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  for (const name of ["Harbour", "Lighthouse"]) {
    const guest = await tenant.addGuest({ name: `Guest of ${name}` });
    const { id } = await tenant.addGroup({ name, members: [guest.id] });
    await makeReview(testTenant, { name: `${name} review`, groupId: id, days: 1 });
  }
  await tenant.advance("P3D");
  return testTenant;
}

test("Recording all that ended stops when asked, keeps what was under way, and goes on with the rest", async () => {
  const testTenant = await twoEnded();
  const { api } = testTenant;
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slowly = async (request: Request) => {
    const entries = entriesRequest.parse(await request.json());
    await answered;
    return Response.json(await api.ledger.append(entries));
  };
  api.instead = (request) => {
    if (request.url.includes("/api/recorded-results")) return countsOf(api);
    return request.method === "POST" ? slowly(request) : null;
  };
  const posts = () => api.requests.filter((line) => line === "POST /api/entries").length;
  const { user } = await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  await user.click(await screen.findByRole("button", { name: "Save results of 2 instances" }));
  await screen.findByText("Saving results: 0 of 2 instances");
  await waitFor(() => {
    expect(posts()).toBe(1);
  });
  await user.click(screen.getByRole("button", { name: "Stop" }));
  answer();
  await screen.findByText("Stopped: 1 of 2 instances saved");
  expect(posts()).toBe(1);
  expect(resultsIn(api)).toHaveLength(1);
  await user.click(await screen.findByRole("button", { name: "Continue" }));
  await screen.findByText("The results of the instance are saved");
  expect(posts()).toBe(2);
  expect(new Set(resultsIn(api).map(({ instanceId }) => instanceId)).size).toBe(2);
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => {
    expect(screen.queryByText("The results of the instance are saved")).toBeNull();
  });
});

test("Recording all that ended names what cannot be read, and tries that again alone", async () => {
  const testTenant = await twoEnded();
  const { api, tenant } = testTenant;
  api.instead = ({ url }) => (url.includes("/api/recorded-results") ? countsOf(api) : null);
  const lighthouse = (await tenant.reviews()).find(({ name }) => name === "Lighthouse review");
  const [instance] = lighthouse?.instances ?? [];
  const pathPrefix = `${DEFINITIONS}/${lighthouse?.id}/instances/${instance?.id}/decisions`;
  await tenant.conditions({ faults: [{ kind: "forbidden", method: "GET", pathPrefix }] });
  const { user } = await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  await user.click(await screen.findByRole("button", { name: "Save results of 2 instances" }));
  await screen.findByText("1 of 2 instances saved");
  const left = within(screen.getByRole("list", { name: "Not saved" })).getAllByRole("listitem");
  expect(left.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Lighthouse review.*Your directory roles do not let you/),
  ]);
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(again).toHaveFocus();
  await tenant.conditions({ faults: [] });
  await user.click(again);
  await screen.findByText("The results of the instance are saved");
  expect(
    resultsIn(api)
      .map(({ reviewId }) => reviewId)
      .sort(),
  ).toEqual((await tenant.reviews()).map(({ id }) => id).sort());
});

test("Recording all that ended asks for the permission without which nobody knows who lost access", async () => {
  const testTenant = await twoEnded();
  const { api, tenant } = testTenant;
  api.instead = ({ url }) => (url.includes("/api/recorded-results") ? countsOf(api) : null);
  await tenant.withdrawConsent("GroupMember.Read.All");
  const ask = vi.fn();
  const asking = {
    ...testTenant,
    sessionOf: async (persona: string) => ({ ...(await testTenant.sessionOf(persona)), ask }),
  };
  const { user } = await renderPage(asking, <ReviewsPage />, { path: "/reviews" });
  await user.click(await screen.findByRole("button", { name: "Save results of 2 instances" }));
  await screen.findByText("0 of 2 instances saved");
  const left = within(screen.getByRole("list", { name: "Not saved" })).getAllByRole("listitem");
  expect(left.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("Your permission is needed first"),
  ]);
  expect(resultsIn(api)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Give permission" }));
  expect(ask.mock.calls[0]?.[0]).toContain("GroupMember.Read.All");
});
