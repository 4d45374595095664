import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { OPERATION_KINDS, type Operation } from "@/lib/domain/operation";
import { refuseContradictory } from "./judge-request";
import { planned } from "./testing/requests";

const TENANT = randomUUID();
const GUEST = randomUUID();

function judge(operation: Operation): void {
  const entry = planned(operation.kind, { ...operation, tenantId: TENANT });
  refuseContradictory(entry, "entries[0]", TENANT);
}

const block = planned("block", { guestId: GUEST }).operation;
const unblock = planned("unblock", { guestId: GUEST }).operation;
const create = planned("create-review").operation;
const [first, second] = block.steps;
if (first === undefined || second === undefined) throw new TypeError("A block has two steps.");

test.each(OPERATION_KINDS)("%s as it is planned is taken", (kind) => {
  expect(() => {
    judge(planned(kind, { tenantId: TENANT }).operation);
  }).not.toThrow();
});

test("Braces in what people write are text, not references", () => {
  const request = {
    method: "POST",
    path: "/x",
    body: { reason: "Ends with {project.id}" },
  } as const;
  expect(() => {
    judge({ ...create, steps: [{ id: create.id, name: "create-review", request }] });
  }).not.toThrow();
});

test("A second try of a block may have only its last request", () => {
  expect(() => {
    judge({ ...block, steps: [{ ...second, id: block.id }] });
  }).not.toThrow();
});

/** The step with another request. */
const sending = (request: Partial<typeof first.request>) => ({
  ...first,
  request: { ...first.request, ...request },
});

test.each<[string, Operation, string]>([
  [
    "a block that sends an unblock",
    { ...block, steps: unblock.steps.map((step) => ({ ...step, id: block.id })) },
    "steps",
  ],
  [
    "a block of another guest",
    { ...block, steps: [sending({ path: "/users/x" }), second] },
    "steps",
  ],
  ["a block that deletes", { ...block, steps: [sending({ method: "DELETE" }), second] }, "steps"],
  [
    "a block that does more",
    { ...block, steps: [first, second, { ...first, id: randomUUID(), name: "x" }] },
    "steps",
  ],
  ["a block that sends nothing", { ...block, steps: [] }, "steps"],
  [
    "a block about another subject",
    { ...block, subject: { type: "guest", id: randomUUID() } },
    "subject",
  ],
  ["a block about a group", { ...block, subject: { type: "group", id: GUEST } }, "subject"],
  ["a block of whom nothing was known", { ...block, known: null }, "known"],
  [
    "to keep somebody by a request",
    { ...planned("keep").operation, steps: [{ ...first, id: "x" }] },
    "steps",
  ],
  ["a review about a guest", { ...create, subject: { type: "guest", id: GUEST } }, "subject.type"],
  [
    "a first step that is not its operation's",
    { ...create, steps: create.steps.map((step) => ({ ...step, id: randomUUID() })) },
    "steps[0].id",
  ],
  [
    "two steps of one id",
    {
      ...create,
      steps: [...create.steps, ...create.steps.map((step) => ({ ...step, name: "b" }))],
    },
    "steps[1].id",
  ],
  [
    "two steps of one name",
    {
      ...create,
      steps: [...create.steps, ...create.steps.map((step) => ({ ...step, id: randomUUID() }))],
    },
    "steps[1].name",
  ],
])("%s is refused at its field", (_, operation, field) => {
  expect(() => {
    judge(operation);
  }).toThrow(expect.objectContaining({ kind: "invalid", field: `entries[0].operation.${field}` }));
});

test("An invitation that leads into another tenant is refused", () => {
  const { operation } = planned("resend", { tenantId: randomUUID() });
  expect(() => {
    judge(operation);
  }).toThrow(expect.objectContaining({ field: "entries[0].operation.steps" }));
});
