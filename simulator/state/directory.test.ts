import { describe, expect, test } from "vitest";
import { Clock } from "./clock.ts";
import { Directory } from "./directory.ts";
import { newGroup } from "./new-group.ts";

describe("a directory finds the groups of a member", () => {
  test("also of one who was in the group before it was asked", () => {
    const directory = new Directory(new Clock());
    const team = newGroup({ displayName: "Team", memberIds: new Set(["ada"]) });
    directory.groups.set(team.id, team);
    expect(directory.groupsOf("ada")).toEqual([team]);
    expect(directory.groupsOf("bob")).toEqual([]);
  });

  test("after joining and leaving, each told once", () => {
    const directory = new Directory(new Clock());
    const [one, two] = [newGroup({ displayName: "One" }), newGroup({ displayName: "Two" })];
    directory.groups.set(one.id, one).set(two.id, two);
    expect(directory.groupsOf("ada")).toEqual([]);
    expect(directory.addMember(one, "ada")).toBe(true);
    expect(directory.addMember(two, "ada")).toBe(true);
    expect(directory.addMember(two, "ada")).toBe(false);
    expect(directory.groupsOf("ada")).toEqual([one, two]);
    expect(directory.removeMember(one, "ada")).toBe(true);
    expect(directory.removeMember(one, "ada")).toBe(false);
    expect(directory.groupsOf("ada")).toEqual([two]);
    expect([...two.memberIds]).toEqual(["ada"]);
  });

  test("when groups come and go in between", () => {
    const directory = new Directory(new Clock());
    const first = newGroup({ displayName: "First", memberIds: new Set(["ada"]) });
    directory.groups.set(first.id, first);
    expect(directory.groupsOf("ada")).toEqual([first]);
    const second = newGroup({ displayName: "Second", memberIds: new Set(["ada"]) });
    directory.groups.set(second.id, second);
    expect(directory.groupsOf("ada")).toEqual([first, second]);
    directory.groups.delete(first.id);
    expect(directory.groupsOf("ada")).toEqual([second]);
  });

  test("and counts the roles that a group of theirs holds", () => {
    const directory = new Directory(new Clock());
    const group = newGroup({ displayName: "Operators", memberIds: new Set(["ada"]) });
    directory.groups.set(group.id, group);
    const role = { id: "r", roleTemplateId: "t", displayName: "R", memberIds: new Set([group.id]) };
    directory.roles.set(role.id, role);
    expect(directory.rolesOf("ada")).toEqual([role]);
    expect(directory.rolesOf("bob")).toEqual([]);
  });
});
