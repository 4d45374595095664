import { expect, test } from "vitest";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { StableIds } from "./stable-ids";
import { SOME_DRAFT } from "./testing/some-draft";

test("What is shown before a reason is given is sent word for word afterwards", () => {
  const ids = new StableIds(() => crypto.randomUUID());
  const scope = { kind: "groups", groupIds: ["quay", "harbour"], inactiveDays: null } as const;
  const draft = { ...SOME_DRAFT, scope };
  const plan = (reason: string) => planCreate(draft, { reason, mintId: ids.fromTheFirst() });
  const [shown, sent] = [plan("Not given yet"), plan("Each quarter")];
  expect(sent.id).toBe(shown.id);
  expect(sent.intents.map(({ intent }) => intent.request)).toEqual(
    shown.intents.map(({ intent }) => intent.request),
  );
  expect(new Set(sent.intents.map(({ intent }) => intent.id)).size).toBe(2);
  expect(JSON.stringify(sent.intents[1]?.intent.request.body)).toContain(
    sent.intents[1]?.intent.id,
  );
});
