import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { patientUser } from "@/components/testing/patient-user";
import { PageFailure } from "./page-failure";

function show(error: Error & { digest?: string }) {
  const onRetry = vi.fn();
  const onReload = vi.fn();
  render(<PageFailure error={error} onRetry={onRetry} onReload={onReload} />);
  return { user: patientUser(), onRetry, onReload };
}

test("A failure of the server shows the reference that its log has", async () => {
  const { user, onRetry } = show(Object.assign(new Error("no"), { digest: "3141592653" }));
  expect(screen.getByText("3141592653")).toBeInTheDocument();
  expect(screen.getByText(/give the reference to the people who run/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test("A failure in the browser has no reference, and none is spoken of", () => {
  show(new Error("no"));
  expect(screen.getByText(/tell the people who run Guestlist/)).toBeInTheDocument();
  expect(screen.queryByText(/reference/i)).toBeNull();
});

test("A part of the page that did not come, as after an update, offers to reload the page", async () => {
  const { user, onRetry, onReload } = show(
    Object.assign(new Error("Failed to load chunk"), { name: "ChunkLoadError" }),
  );
  expect(screen.getByText("A part of this page could not be loaded.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Reload the page" }));
  expect([onRetry.mock.calls.length, onReload.mock.calls.length]).toEqual([0, 1]);
});
