// Defects of the runner and of what the browser gives it.
const EXPLORED = "lib/runner/every-interleaving.test.ts";
const SEVERAL_PEOPLE = "lib/runner/several-people.test.ts";
const RUN = "lib/runner/run-plan.test.ts";
const FAULTS = "lib/runner/run-plan-faults.test.ts";
const RESOLVE = "lib/runner/resolve-unknown.test.ts";
const LEASES = "lib/services/leases.test.ts";
const STEPS = "lib/runner/steps.test.ts";

/** See `planted-bugs.mjs`. */
export const IN_THE_RUNNER = [
  {
    bug: "An outcome is written before the operation is sent",
    file: "lib/runner/run-plan.ts",
    find: "const executed = await executeOperation(",
    replace: `conclude(run, operation, observed);
    const executed = await executeOperation(`,
    tests: [EXPLORED],
  },
  {
    bug: "The entry of an operation is not awaited before it is sent",
    file: "lib/runner/run-recorder.ts",
    find: "const { appended, refused, why } = await appendEach(chunk, this.services, PLAN_WAITS, cardsOf);",
    replace: `void appendEach(chunk, this.services, PLAN_WAITS, cardsOf);
    const appended = chunk.map((entry) => ({ entry, repeated: false, tries: 1 }));
    const { refused, why } = await appendEach<PlannedEntry>([], this.services, PLAN_WAITS);`,
    tests: [EXPLORED],
  },
  {
    bug: "Outcomes carry no number of a lease",
    file: "lib/runner/run-recorder.ts",
    find: "fence: this.fence,",
    replace: "",
    tests: [EXPLORED],
  },
  {
    bug: "What got no answer is sent again",
    file: "lib/runner/execute-step.ts",
    find: `if (failure.kind === "throttled") return {`,
    replace: `if (failure.kind === "throttled" || failure.kind === "lost") return {`,
    tests: [EXPLORED],
  },
  {
    bug: "What got no answer is called failed",
    file: "lib/runner/execute-step.ts",
    find: "return await afterLostAnswer(execution, record, failure);",
    replace: `return answered("failed", failure);`,
    tests: [EXPLORED],
  },
  {
    bug: "What the ledger had before the run is sent again",
    file: "lib/runner/run-plan.ts",
    find: "if (next.repeated) await",
    replace: "if (next.operation.id === '') await",
    tests: [EXPLORED],
  },
  {
    bug: "A lost receipt makes another run's entry look like our own",
    file: "lib/runner/run-recorder.ts",
    find: "tries > 1 && !this.again",
    replace: "tries > 1",
    tests: [EXPLORED],
  },
  {
    bug: "A plan is resolved without its lease, while it runs",
    file: "lib/runner/resolve-unknown.ts",
    find: 'found = await services.leases.hold(planId, "read", (lease) =>',
    replace: `const unasked = (_: string, work: (lease: Lease) => Promise<AllFound>) => {
      const serverNow = () => services.clock.now();
      return work({ fence: 1, sentUntil: null, serverNow, isHeld: () => true });
    };
    found = await unasked(planId, (lease) =>`,
    tests: [EXPLORED],
  },
  {
    bug: "Something is sent after the lease may have lapsed",
    file: "lib/runner/run-context.ts",
    find: "if (!this.lease.isHeld())",
    replace: "if (!this.lease.isHeld() && this.#refusals < 0)",
    tests: [EXPLORED],
  },
  {
    bug: "The lease is never renewed",
    file: "lib/services/leases.ts",
    find: "renewing = renew().catch(() => undefined);",
    replace: "void renew;",
    tests: [LEASES],
  },
  {
    bug: "A lease that somebody else has had counts as held again",
    file: "lib/services/leases.ts",
    find: "if (next === null) isLost = true;",
    replace: "if (next === null) return;",
    tests: [LEASES],
  },
  {
    bug: "The lease is believed in until the instant at which it lapses",
    file: "lib/services/leases.ts",
    find: "const MARGIN_MILLISECONDS = 30_000;",
    replace: "const MARGIN_MILLISECONDS = 0;",
    tests: [LEASES],
  },
  {
    bug: "Age is counted by the browser's own clock",
    file: "lib/runner/resolve-operation.ts",
    find: "const askedAt = lease.serverNow();",
    replace: "const askedAt = services.clock.now();",
    tests: [EXPLORED],
  },
  {
    bug: "The audit log's lateness is judged by when the directory was read",
    file: "lib/runner/resolve-operation.ts",
    find: "now: askedAt, audit",
    replace: "now: lease.serverNow(), audit",
    tests: [EXPLORED, RESOLVE],
  },
  {
    bug: "The audit log's lateness is counted from the recording, however late it was sent",
    file: "lib/runner/resolve-operation.ts",
    find: "Math.max(recordedAt, lease.sentUntil ?? recordedAt)",
    replace: "recordedAt",
    tests: ["lib/runner/late-audit-log.test.ts"],
  },
  {
    bug: "One operation that the history refuses stops all others",
    file: "lib/runner/run-recorder.ts",
    find: "this.listeners.notTaken(entry.operation, stoppedBy(because));",
    replace: "this.abort.stop(stoppedBy(because));",
    tests: ["lib/runner/refused-by-the-history.test.ts"],
  },
  {
    bug: "A step and the whole that it changes are written apart",
    file: "lib/runner/append.ts",
    find: 'entry.kind === "carried-out" ? entry.operationId : entry.id',
    replace: "entry.id",
    tests: ["lib/runner/append.test.ts"],
  },
  {
    bug: "An audit log that cannot be read is taken for an empty one",
    file: "lib/runner/ask-audit-log.ts",
    find: `return { kind: "not-read" };`,
    replace: `return { kind: "none", others: false };`,
    tests: [RESOLVE],
  },
  {
    bug: "What lists do not show yet is called not created",
    file: "lib/runner/resolve-lost.ts",
    find: "const isConclusive = sent.since + lag <= now;",
    replace: "const isConclusive = sent.since <= now;",
    tests: [
      "lib/runner/reviews/never-two.test.ts",
      "lib/runner/reviews/run-review-plan-faults.test.ts",
    ],
  },
  {
    bug: "The outbox lets go of outcomes before the ledger has them",
    file: "lib/runner/run-recorder.ts",
    find: "this.#underWay = new Set(ids);",
    replace: "this.#underWay = new Set(ids); this.services.outbox.drop(ids);",
    tests: [FAULTS],
  },
  {
    bug: "What the outbox could not send is dropped",
    file: "lib/runner/flush-outbox.ts",
    find: ".filter((id) => !unsentIds.has(id))",
    replace: ".filter((id) => !unsentIds.has(`${id} `))",
    tests: ["lib/runner/flush-outbox.test.ts"],
  },
  {
    bug: "Nothing is read before it is sent",
    file: "lib/runner/execute-step.ts",
    find: "if (precheck.outcome !== null) {",
    replace: "if (precheck.outcome !== null && tries > MOST_TRIES) {",
    tests: [RUN, "lib/runner/run-plan-checks.test.ts"],
  },
  {
    bug: "What was put off is believed to be somebody else's doing when it shows",
    file: "lib/runner/answered.ts",
    find: `return isDone(outcome) ? lostOutcome(lost, "shown", attribution) : lost;`,
    replace: `return isDone(outcome) && attribution !== "signed" ? outcome : lost;`,
    tests: [EXPLORED],
  },
  {
    bug: "What failed at the second try is called failed, though the first may have been applied",
    file: "lib/runner/answered.ts",
    find: `outcome.result === "done" || outcome.result === "unknown"`,
    replace: `outcome.result !== "already-so"`,
    tests: [FAULTS, "lib/runner/random-faults.test.ts"],
  },
  {
    bug: "A mail that was put off is sent once more",
    file: "lib/runner/execute-step.ts",
    find: "if (!handler.mayRepeat || tries >= MOST_TRIES)",
    replace: "if (tries >= MOST_TRIES)",
    tests: [EXPLORED],
  },
  {
    bug: "An operation whose second step failed is called done",
    file: "lib/operations/outcomes.ts",
    find: "return { ...known, result, detail };",
    replace: `return { ...known, result: "done", detail };`,
    tests: [RUN],
  },
  {
    bug: "A step is begun though the one before it is not done",
    file: "lib/runner/execute-operation.ts",
    find: "if (!isDone(earlier.outcome)) return { begun, next: step };",
    replace: "",
    tests: [STEPS],
  },
  {
    bug: "A request is sent before its bound form is on the ledger",
    file: "lib/runner/execute-operation.ts",
    find: 'if (appended.kind === "not-appended") {',
    replace: `if (appended.kind === "not-appended" && stepId === "") {`,
    tests: [STEPS],
  },
  {
    bug: "What a done step made is forgotten when the rest is tried again",
    file: "lib/runner/retry-plan.ts",
    find: "isDone(outcome) ? stepId : []",
    replace: "isDone(outcome) && stepId === '' ? stepId : []",
    tests: [STEPS],
  },
  {
    bug: "A review is created without looking for the mark of its operation",
    file: "lib/operations/review/create-review.ts",
    find: `return (await find(context)) ? { outcome: observedOutcome("done", null) } : precheckPassed;`,
    replace: "return precheckPassed;",
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "A guest that anybody put into a group counts as this operation's doing",
    file: "lib/operations/group/membership.ts",
    find: `attribution: "none",`,
    replace: `attribution: "signed",`,
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "A colleague's answer to an item passes for our own",
    file: "lib/operations/review/answer-item.ts",
    find: "sameId(item.reviewedBy.id, execution.actorId)\n  );",
    replace: `execution.actorId !== ""\n  );`,
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "What was put off is sent again to a review without believing the look",
    file: "lib/runner/execute-step.ts",
    find: "    if (precheck.outcome !== null) {",
    replace: `    if (precheck.outcome !== null && (earlier === null || operation.subject.type !== "review")) {`,
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "An account that is no guest's passes for one",
    file: "lib/graph/guests/read-account-state.ts",
    find: `if (wire.userType !== "Guest") return { kind: "member" };`,
    replace: "",
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "A member is not refused as one",
    file: "lib/operations/guest/check-account.ts",
    find: `state.kind === "member"`,
    replace: `(state.kind as string) === "nobody"`,
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "In the fake tenant, a membership that shows counts as added by us",
    file: "lib/operations/group/membership.ts",
    find: `attribution: "none",`,
    replace: `attribution: "marked",`,
    tests: [EXPLORED],
  },
  {
    bug: "In the fake tenant, a review that was put off is created again before lists show the first one",
    file: "lib/runner/execute-step.ts",
    find: "if (lagMilliseconds !== null) await sleep(",
    replace: "if (lagMilliseconds === 0) await sleep(",
    tests: [EXPLORED],
  },
  {
    bug: "In the fake tenant, a copy of a review counts as the one that was made",
    file: "lib/operations/review/create-review.ts",
    find: "const first = found.at(-1);",
    replace: "const first = found.at(0);",
    tests: [EXPLORED],
  },
  {
    bug: "The outbox of a browser sends what another tenant's account has left there",
    file: "lib/services/outbox.ts",
    find: "key.startsWith(prefix))",
    replace: "key !== '')",
    tests: [SEVERAL_PEOPLE],
  },
  {
    bug: "The outbox tells accounts apart by less than their tenant",
    file: "lib/services/outbox.ts",
    find: "const prefix = `${owner.tenantId}.${owner.userId}.`;",
    replace: "const prefix = owner.tenantId.slice(0, 0);",
    tests: [SEVERAL_PEOPLE],
  },
];
