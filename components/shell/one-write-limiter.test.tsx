import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import type { RunnerServices } from "@/lib/runner/runner-services";
import { WriteRateLimiter } from "@/lib/runner/write-rate-limiter";
import { useRunnerServices } from "@/lib/services/use-runner-services";

test("All that one tab sends shares one limiter of writes, and so one quota", async () => {
  const opened = new Set<RunnerServices>();
  const Acting = () => {
    opened.add(useRunnerServices());
    return null;
  };
  const page = (
    <>
      <Acting />
      <Acting />
    </>
  );
  await renderPage(await createTestTenant({ consents: "everything" }), page);
  await waitFor(() => {
    expect(opened.size).toBeGreaterThan(1);
  });
  const limiters = new Set([...opened].map(({ writeLimiter }) => writeLimiter));
  expect([...limiters]).toEqual([expect.any(WriteRateLimiter)]);
});
