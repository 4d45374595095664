import { expose, proxy, wrap } from "comlink";
import { expect, test, vi } from "vitest";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { simulatedGraph } from "@/lib/graph/testing/simulated-graph";
import { EVERYTHING } from "./everything";
import type { Report } from "./progress-report";
import { WorkerInventory } from "./worker-inventory";

/** The inventory behind a real message channel, as behind a worker, reading a simulated tenant. */
function across(fetch: typeof globalThis.fetch) {
  const { port1, port2 } = new MessageChannel();
  expose(new WorkerInventory(fetch), port1);
  return {
    remote: wrap<WorkerInventory>(port2),
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

test("Across threads the page gives tokens, and gets the progress and its rows", async () => {
  const { fetch, token, tenant } = simulatedGraph({ guests: 1_500 });
  const { remote, close } = across(fetch);
  const reports: Report[] = [];
  const requestedScopes = new Set<string>();
  const getToken = (scopes: readonly string[]) => {
    requestedScopes.add(scopes.join(" "));
    return token(scopes);
  };
  try {
    const answer = remote.query(EVERYTHING);
    await remote.open(
      "http://localhost:4010",
      proxy(getToken),
      proxy((report) => void reports.push(report)),
      Date.now(),
    );
    expect((await answer).total).toBe(0);
    await remote.start(DEFAULT_POLICY, "an account");
    await vi.waitFor(() => {
      expect(reports.at(-1)?.progress).toMatchObject({ phase: "complete", complete: true });
    }, 10_000);
    const guests = [...tenant.directory.users.values()].filter(
      ({ userType }) => userType === "Guest",
    );
    expect((await remote.query({ ...EVERYTHING, userTypes: ["guest"] })).total).toBe(guests.length);
    const rows = await remote.window(EVERYTHING, 100, 100);
    expect(rows.length).toBe(100);
    expect(rows.every(({ explanation }) => explanation.endsWith("."))).toBe(true);
    expect(requestedScopes).toEqual(new Set(["User.Read.All", "User.Read.All AuditLog.Read.All"]));
  } finally {
    close();
  }
});

test("A token that needs the person reaches the page as missing consent", async () => {
  const { fetch } = simulatedGraph({ guests: 3 });
  const { remote, close } = across(fetch);
  const reports: Report[] = [];
  const refuse = () =>
    Promise.reject(Object.assign(new Error("consent"), { name: "SignInNeeded" }));
  try {
    await remote.open(
      "http://localhost:4010",
      proxy(refuse),
      proxy((report) => void reports.push(report)),
      Date.now(),
    );
    await remote.start(DEFAULT_POLICY, "an account");
    await vi.waitFor(() => {
      expect(reports.at(-1)?.progress).toMatchObject({
        phase: "failed",
        failure: { kind: "needs-consent" },
      });
    });
  } finally {
    close();
  }
});
