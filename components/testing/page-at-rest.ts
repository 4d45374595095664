import { expect } from "vitest";
import { longestSleep, sleepsUnderWay } from "./real-sleeps";
import type { TestTenant } from "./test-tenant";

/** Kept from before tests put a clock of their own in its place. */
const realTimeout = globalThis.setTimeout;
const LOOK_EVERY_MILLISECONDS = 10;
const MOST_MILLISECONDS = 2_000;
/** So many looks in a row find nothing: between two requests a page may have nothing under way for a moment. */
const RESTFUL_LOOKS = 3;

/** The tenants whose pages the present test has rendered. */
const ofThisTest = new Set<TestTenant>();

let ofThePage: typeof fetch | null = null;

/**
 * What pages of this tenant fetch with from now on. Services keep the `fetch` that they find when they are opened: it
 * leads to their own tenant alone. A call after the end of the test is an error that nobody can catch, and has no answer:
 * after a failure it would be tried again, in the tests that follow.
 */
export function answersFrom(testTenant: TestTenant): void {
  const test = expect.getState().currentTestName ?? "a test without a name";
  ofThisTest.add(testTenant);
  ofThePage = async (input, init) =>
    ofThisTest.has(testTenant) ? testTenant.fetch(input, init) : tooLate(test, input);
  globalThis.fetch = ofThePage;
}

/** What the worker fetches with: there is one for all tests, as for all pages of a tab. It reads for the latest page. */
export const fetchOfTheTab: typeof fetch = async (input, init) =>
  (ofThePage ?? globalThis.fetch)(input, init);

function tooLate(test: string, input: RequestInfo | URL): Promise<never> {
  const to = input instanceof Request ? input.url : String(input);
  queueMicrotask(() => {
    reportError(new Error(`“${test}” was over, and its page still asked for ${to}`));
  });
  return new Promise(() => undefined);
}

/** Waits until a page that is gone has nothing under way: modules are shared, and it would reach into the next test. */
export async function pageRests(most = MOST_MILLISECONDS): Promise<void> {
  let restful = 0;
  for (let waited = 0; restful < RESTFUL_LOOKS; waited += LOOK_EVERY_MILLISECONDS) {
    const busy = whatIsUnderWay();
    if (waited >= most) {
      throw new Error(`The test is over, and after ${most} ms there still is: ${busy.join(", ")}`);
    }
    await new Promise((resolve) => realTimeout(resolve, LOOK_EVERY_MILLISECONDS));
    restful = busy.length === 0 ? restful + 1 : 0;
  }
}

function whatIsUnderWay(): string[] {
  const sleeps = sleepsUnderWay();
  return [
    ...[...ofThisTest].flatMap((testTenant) => testTenant.underWay()),
    ...(sleeps > 0 ? [`a sleep (${sleeps})`] : []),
  ];
}

/** From here on the pages of the test have nobody to ask. Fails where one of them slept longer than a test may. */
export function testIsOver(): void {
  ofThisTest.clear();
  const slept = longestSleep();
  if (slept > MOST_MILLISECONDS) {
    throw new Error(`Something slept ${Math.round(slept)} ms of real time: let the test drive it`);
  }
}
