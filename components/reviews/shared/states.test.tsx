import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CoverageProgress } from "@/components/reviews/coverage/coverage-progress";
import { CoverageNotice } from "@/components/reviews/list/coverage-notice";
import type { ListCoverage } from "@/lib/queries/use-list-coverage";
import { CreatedPage } from "@/components/wizard/created-page";
import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";
import * as services from "@/lib/services/services";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";

const ask = vi.fn();
beforeEach(() => {
  ask.mockClear();
  vi.spyOn(services, "useServices").mockReturnValue({ ask } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const show = (part: ReactNode) =>
  render(<FluentProvider theme={webLightTheme}>{part}</FluentProvider>);

describe("What cannot be read is said, with what to do about it", () => {
  const SCOPES = ["AccessReview.Read.All"];
  const notAnswered = /^Microsoft Graph did not answer: the access reviews could not be read\.$/;
  test.each<[GraphErrorKind, RegExp, RegExp, string]>([
    [
      "needs-consent",
      /^Microsoft asks for your permission before the access reviews can be read\.$/,
      /^Give the permission AccessReview\.Read\.All/,
      "Give permission",
    ],
    [
      "signed-out",
      /^Your sign-in has ended: the access reviews cannot be read\.$/,
      /^Sign in again\. You come back to this page\.$/,
      "Sign in again",
    ],
    [
      "forbidden",
      /^Your directory roles do not let you read the access reviews\.$/,
      /^Ask for a directory role that can read access reviews, such as Global Reader, Security .* Reviewers find theirs under My reviews\.$/,
      "Try again",
    ],
    [
      "licence-missing",
      /^This organization has no licence for access reviews: the access reviews cannot be read\.$/,
      /Microsoft Entra ID P2.*Ask the person who manages your licences\.$/,
      "Try again",
    ],
    [
      "not-found",
      /^Microsoft Graph does not find the access reviews\.$/,
      /^It may have been deleted/,
      "Try again",
    ],
    ["throttled", notAnswered, /^Try again in a minute\.$/, "Try again"],
    ["unavailable", notAnswered, /^Try again in a minute\.$/, "Try again"],
    ["no-answer", notAnswered, /^Try again in a minute\.$/, "Try again"],
  ])("%s", (kind, happened, tryThis, action) => {
    const retry = vi.fn();
    const error = new GraphError(kind, "as the test wished", { requestId: "request-7" });
    const rest = { what: "the access reviews", notDone: "Nothing was changed.", scopes: SCOPES };
    show(<GraphFailureCard error={error} onRetry={retry} {...rest} />);
    for (const words of [happened, tryThis, "Nothing was changed.", "request-7"])
      expect(screen.getByText(words)).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: action }));
    const [asks, retries] = action === "Try again" ? [0, 1] : [1, 0];
    expect(ask).toHaveBeenCalledTimes(asks);
    expect(retry).toHaveBeenCalledTimes(retries);
  });
});

test("Groups that cannot be read are said above the list, and can be read again", () => {
  const retry = vi.fn();
  const failure = {
    error: new GraphError("forbidden", "as the test wished"),
    of: "groups",
    retry,
  };
  const coverage = { known: null, failure, reading: false, seen: "all" };
  show(<CoverageNotice coverage={coverage as unknown as ListCoverage} />);
  expect(screen.getByRole("alert")).toHaveTextContent("the groups and their guests");
  expect(screen.getByRole("alert")).toHaveTextContent(
    "The list does not show how many guests each review covers.",
  );
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(retry).toHaveBeenCalled();
});

test("The long reading of the coverage says how far it is", () => {
  show(<CoverageProgress groups={{ phase: "guests", done: 20, of: 61 }} reach={null} />);
  const words = "Reading who of the guests is in each group";
  expect(screen.getByRole("progressbar", { name: words })).toHaveAttribute("aria-valuenow", "20");
  expect(screen.getByText(`${words}: 20 of 61.`)).toBeInTheDocument();
});

test("After a creation without an answer the way leads to the history, and not to a second try", () => {
  show(
    <CreatedPage
      result={{ created: [], unknown: ["Quarterly"], notCreated: [] }}
      noun={{ one: "review", many: "reviews" }}
      hrefOf={(id) => id}
      next=""
      links={null}
      onRest={() => undefined}
    />,
  );
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Status unknown");
  expect(screen.getByText("1 review: status unknown")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "history" })).toHaveAttribute("href", "/history");
  expect(screen.queryByRole("button")).toBeNull();
});
