import type { PersonChange } from "../../simulator/control/words.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const ADA = "Ada of Partner";

interface Meanwhile {
  readonly title: string;
  readonly decision: string;
  readonly change: PersonChange;
  readonly outcome: RegExp;
}

const MEANWHILE: readonly Meanwhile[] = [
  {
    title: "A guest who became a member between plan and run is not blocked",
    decision: "Block",
    change: { userType: "Member" },
    outcome: /Refused.*members are never acted on/,
  },
  {
    title: "A guest who became a member between plan and run is not removed",
    decision: "Remove",
    change: { userType: "Member" },
    outcome: /Refused.*members are never acted on/,
  },
  {
    title: "A guest whom somebody else removed meanwhile was so already",
    decision: "Remove",
    change: { deleted: true },
    outcome: /Was so already/,
  },
  {
    title: "A guest whom somebody else blocked meanwhile was so already",
    decision: "Block",
    change: { accountEnabled: false },
    outcome: /Was so already/,
  },
  {
    title: "A guest whom somebody else removed meanwhile cannot be blocked",
    decision: "Block",
    change: { deleted: true },
    outcome: /Failed.*The account was deleted after the plan was made/,
  },
];

for (const { title, decision, change, outcome } of MEANWHILE) {
  test(title, async ({ reader, tenant }) => {
    const ada = await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
    await reader.signIn("Grace Okafor", "/guests");
    await test.step("Make the plan. Then somebody else changes the account.", async () => {
      await reader.select(ADA);
      await reader.decide(decision, "The project ended");
      await expect(reader.decidedOn()).toHaveCount(1);
      await tenant.change(ada, change);
    });
    await test.step("Confirm. The account is read first, and the outcome says what was seen.", async () => {
      await reader.confirm(new RegExp(`^${decision} 1 guest$`));
      await expect(reader.outcomes()).toContainText([outcome], { timeout: 20_000 });
      await reader.closeOutcomes();
    });
    await test.step("Nothing was sent to the directory; the history has the same outcome.", async () => {
      expect(await tenant.effects()).toEqual([]);
      await reader.goTo("History");
      await expect(reader.entries()).toContainText([
        new RegExp(outcome.source.split(".*", 1).join("")),
      ]);
    });
  });
}

test("A guest who was given a directory role after the plan was made is left alone", async ({
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select(ADA);
  await reader.decide("Remove", "The project ended");
  await expect(reader.decidedOn()).toHaveCount(1);
  await test.step("Meanwhile she is given a directory role.", async () => {
    await tenant.grantRole((await tenant.guestNamed(ADA))?.id ?? "", "User Administrator");
  });
  await reader.confirm(/^Remove 1 guest$/);
  await expect(reader.outcomes()).toContainText([/Refused.*holds a directory role/], {
    timeout: 20_000,
  });
  expect(await tenant.effects()).toEqual([]);
  expect(await tenant.guestNamed(ADA)).toBeDefined();
});
