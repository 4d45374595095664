import { folded, textMatcher } from "@/lib/domain/match-text";
import type { Group } from "@/lib/domain/reviews/group";

const KIND_WORD: Readonly<Record<Group["kind"], string>> = {
  team: "Team",
  "microsoft-365": "Microsoft 365 group",
  security: "Security group",
  "mail-enabled-security": "Mail-enabled security group",
  distribution: "Distribution list",
};

/** What a group is, in a few words: "Security group, dynamic". */
export function groupDetail({ kind, dynamic, synced, roleAssignable }: Group): string {
  return [
    KIND_WORD[kind],
    ...(dynamic ? ["dynamic"] : []),
    ...(synced ? ["synchronised"] : []),
    ...(roleAssignable ? ["role-assignable"] : []),
  ].join(", ");
}

/** The groups whose name has these words, those that begin with them first. */
export function groupsMatching(groups: readonly Group[], text: string): readonly Group[] {
  const matches = textMatcher(text);
  const found = groups.filter(({ displayName }) => matches(displayName));
  const start = folded(text.trim());
  const begins = ({ displayName }: Group) => folded(displayName).startsWith(start);
  return found.sort(
    (one, other) =>
      Number(begins(other)) - Number(begins(one)) ||
      one.displayName.localeCompare(other.displayName),
  );
}
