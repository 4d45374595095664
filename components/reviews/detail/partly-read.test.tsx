import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { someItem } from "@/lib/domain/reviews/testing/some-item";
import { someReview } from "@/lib/domain/reviews/testing/some-review";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import * as reviews from "@/lib/queries/reviews";
import * as services from "@/lib/services/services";
import { ReadingOrFailure } from "@/components/directory/reading-or-failure";
import { InstanceSummary } from "../mine/instance-summary";
import { InstanceHead } from "./instance-head";
import { ReviewersSection } from "./reviewers-section";

afterEach(() => {
  vi.restoreAllMocks();
});

const show = (part: ReactNode) => {
  const me = { tenantId: "t", userId: "u" };
  vi.spyOn(services, "useServices").mockReturnValue({ now: () => 0, ask: vi.fn(), me } as never);
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <FluentProvider theme={webLightTheme}>{part}</FluentProvider>
    </QueryClientProvider>,
  );
};
const review = someReview();
const instance = {
  ...{ id: "i", reviewId: review.id, status: "InProgress", startsAt: null, endsAt: null },
  ...{ scope: review.scope, reviewers: [] },
} as unknown as ReviewInstance;
const nameOf = (id: string) => id;
const items = [someItem()];

test.each([
  [false, 0],
  [true, 1],
])("The tally is shown once all items are read: %s", (complete, shown) => {
  const common = { review, instance, nameOf, counts: undefined, commands: null };
  show(<InstanceHead {...common} items={{ items, complete }} />);
  expect(screen.queryAllByText(/^Reviewers decided on 0 of 1/)).toHaveLength(shown);
});

test.each([
  [false, 0],
  [true, 1],
])("What a reviewer has decided is shown once all items are read: %s", (complete, shown) => {
  const person = { id: "manuel", displayName: "Manuel", userPrincipalName: null, contactedAt: 1 };
  const contacted = { data: [person], isSuccess: true, isError: false };
  vi.spyOn(reviews, "useContacted").mockReturnValue(contacted as never);
  show(<ReviewersSection {...{ review, instance, nameOf, items, complete }} />);
  expect(screen.queryAllByRole("columnheader", { name: "Last decided" })).toHaveLength(shown);
  expect(screen.queryAllByText(/aren't counted yet/)).toHaveLength(1 - shown);
});

test("A reading that failed is no spinner for good", () => {
  const query = { isFetching: false, error: null, refetch: vi.fn() };
  const words = { label: "Reading the decisions", what: "the decisions", notDone: "Nothing." };
  show(<ReadingOrFailure {...words} query={query} scopes={[]} />);
  expect(screen.getByText("The decisions could not be read.")).toBeInTheDocument();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test.each([
  [true, "Counting decisions"],
  [false, "Decisions not counted"],
])("Decisions are counted only while they are being read: %s", (isReading, said) => {
  show(<InstanceSummary {...{ review, instance, isReading }} progress={null} />);
  expect(screen.getByText(said)).toBeInTheDocument();
});
