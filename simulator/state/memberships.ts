import type { Group } from "./entities.ts";

/**
 * Finds the groups of a member without looking through all of them.
 * What a group says about its members stays the truth; this is only its reverse, made when first asked for.
 */
export class Memberships {
  readonly #groups: ReadonlyMap<string, Group>;
  /** One group is by far the most common case, so it is kept without an array around it. */
  readonly #byMember = new Map<string, Group | Group[]>();
  #indexed = 0;

  constructor(groups: ReadonlyMap<string, Group>) {
    this.#groups = groups;
  }

  of(memberId: string): Group[] {
    this.#keepUp();
    return this.#known(memberId).filter((group) => this.#groups.get(group.id) === group);
  }

  add(group: Group, memberId: string): boolean {
    if (group.memberIds.has(memberId)) return false;
    this.#keepUp();
    writable(group).add(memberId);
    if (this.#groups.get(group.id) === group) this.#note(group, memberId);
    return true;
  }

  remove(group: Group, memberId: string): boolean {
    this.#keepUp();
    if (!writable(group).delete(memberId)) return false;
    this.#byMember.set(
      memberId,
      this.#known(memberId).filter((other) => other !== group),
    );
    return true;
  }

  /** Groups appear and vanish by the map alone, so a different count means that the index is old. */
  #keepUp(): void {
    if (this.#indexed === this.#groups.size) return;
    this.#byMember.clear();
    for (const group of this.#groups.values()) {
      for (const memberId of group.memberIds) this.#note(group, memberId);
    }
    this.#indexed = this.#groups.size;
  }

  #known(memberId: string): Group[] {
    const known = this.#byMember.get(memberId);
    if (known === undefined) return [];
    return Array.isArray(known) ? known : [known];
  }

  #note(group: Group, memberId: string): void {
    const known = this.#byMember.get(memberId);
    if (known === undefined) this.#byMember.set(memberId, group);
    else if (Array.isArray(known)) known.push(group);
    else this.#byMember.set(memberId, [known, group]);
  }
}

function writable(group: Group): Set<string> {
  return group.memberIds as Set<string>;
}
