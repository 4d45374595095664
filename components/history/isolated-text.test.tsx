import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { FactList } from "@/components/ui/fact-list";
import { LineList } from "@/components/ui/line-list";
import { PageHeader } from "@/components/ui/page-header";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { knownFacts } from "./known-facts";
import { EarlierOutcomes, outcomeFacts } from "./outcome-facts";

/** Turns the text around that follows it, up to the end of its own isolation. */
const OVERRIDE = "\u202E";

test("What people and the directory wrote cannot turn the text around it: it is isolated, and shown without what hides", () => {
  const written = `ok ${OVERRIDE}ecila yb`;
  const outcome = {
    ...recordedOutcome,
    recordedBy: { id: "b", displayName: written, mail: null },
    detail: written,
    correction: written,
  };
  const row = { ...blocked, outcome, earlierOutcomes: [outcome] };
  const { known } = blocked.operation;
  const { container } = render(
    <>
      <PageHeader title={written} />
      <FactList title="Outcome" facts={outcomeFacts(row)} />
      <EarlierOutcomes row={row} />
      {known !== null && (
        <FactList title="Known" facts={knownFacts({ ...known, explanation: written })} />
      )}
      <LineList label="Lines" most={1} lines={[{ id: "a", name: written, detail: written }]} />
    </>,
  );
  expect(container.textContent).not.toContain(OVERRIDE);
  const shown = [...container.querySelectorAll("bdi")].filter(
    ({ textContent }) => textContent === "ok ecila yb",
  );
  // Three of each outcome, the title, the explanation, and a line's two.
  expect(shown).toHaveLength(10);
});
