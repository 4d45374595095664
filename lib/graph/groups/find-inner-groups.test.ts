import { expect, test } from "vitest";
import { newGroup } from "@/simulator/state/new-group";
import { simulatedGraph } from "../testing/simulated-graph";
import { findInnerGroups } from "./find-inner-groups";

test("the groups inside another one are found in which a guest is a member", async () => {
  const { graph, tenant } = simulatedGraph({ guests: 3 });
  const { directory } = tenant;
  const [guest, other] = [...directory.users.values()].filter((user) => user.userType === "Guest");
  if (guest === undefined || other === undefined) throw new Error("No guests.");
  const add = (displayName: string, memberIds: readonly string[]) => {
    const group = newGroup({ displayName, memberIds: new Set(memberIds) });
    directory.groups.set(group.id, group);
    return group;
  };
  const deepest = add("Deepest", [guest.id]);
  const inner = add("Inner", [deepest.id, other.id]);
  const outer = add("Outer", [inner.id]);
  add("Elsewhere", [guest.id]);
  const ask = [guest, other].map(({ id }) => ({ groupId: outer.id, guestId: id }));
  const innerOf = await findInnerGroups(graph, ask);
  const names = ask.map((member) => innerOf(member)?.map(({ displayName }) => displayName));
  expect(names).toEqual([["Deepest"], ["Inner"]]);
});

test("of a guest that is gone nothing is known", async () => {
  const { graph, tenant } = simulatedGraph({ guests: 3 });
  const [group] = [...tenant.directory.groups.values()];
  const member = { groupId: group?.id ?? "", guestId: "00000000-0000-4000-8000-000000000000" };
  expect((await findInnerGroups(graph, [member]))(member)).toBeNull();
});
