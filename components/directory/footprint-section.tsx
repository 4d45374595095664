"use client";

import { Spinner, Text } from "@fluentui/react-components";
import { Facts } from "@/components/ui/fact-list";
import { PersonName } from "@/components/ui/person-name";
import { Section } from "@/components/ui/section";
import { useFootprint } from "@/lib/queries/footprint";

type Footprint = NonNullable<ReturnType<typeof useFootprint>["data"]>;
type Group = Extract<Footprint["groups"], { kind: "read" }>["items"][number];

const GROUP_WORD: Readonly<Record<Group["kind"], string>> = {
  team: "Team",
  "microsoft-365": "Microsoft 365 group",
  security: "security group",
  other: "group",
};

const OWNED_WORD = {
  group: "group",
  application: "app registration",
  servicePrincipal: "enterprise app",
  other: "object",
} as const;

interface Line {
  readonly id: string;
  readonly name: string | null;
  readonly detail?: string;
}

interface Read<T> {
  readonly kind: "read";
  readonly items: readonly T[];
  readonly more: boolean;
}
interface Unreadable {
  readonly kind: "unreadable";
  readonly because: "forbidden" | "failed";
}

function Lines<T>(props: {
  readonly part: Read<T> | Unreadable;
  readonly line: (item: T) => Line;
}) {
  const { part, line } = props;
  if (part.kind === "unreadable") {
    return part.because === "forbidden"
      ? "You don't have permission to view this"
      : "Could not be read";
  }
  if (part.items.length === 0) return "None";
  return (
    <>
      {part.items.map(line).map(({ id, name, detail }) => (
        <div key={id}>
          <PersonName name={name} fallback={id} />
          {detail !== undefined && <Text size={200}> ({detail})</Text>}
        </div>
      ))}
      {part.more && <div>and more</div>}
    </>
  );
}

function groupDetail({ kind, dynamic, roleAssignable }: Group): string {
  const traits = [dynamic && "dynamic", roleAssignable && "role-assignable"];
  return [GROUP_WORD[kind], ...traits.filter((trait) => trait !== false)].join(", ");
}

/** What a guest can reach, and what would lose its owner. */
export function FootprintSection({ guestId }: { readonly guestId: string }) {
  const footprint = useFootprint(guestId);
  return (
    <Section title="Footprint">
      {footprint.isPending && <Spinner size="tiny" label="Reading access" />}
      {footprint.isError && <Text>The guest's access could not be read.</Text>}
      {footprint.data && (
        <Facts
          facts={[
            {
              name: "Groups",
              fact: (
                <Lines
                  part={footprint.data.groups}
                  line={(group) => ({
                    id: group.id,
                    name: group.displayName,
                    detail: groupDetail(group),
                  })}
                />
              ),
            },
            {
              name: "Apps",
              fact: (
                <Lines
                  part={footprint.data.appRoles}
                  line={({ id, app, appId, through }) => ({
                    id,
                    name: app ?? appId,
                    ...(through === "group" && { detail: "through a group" }),
                  })}
                />
              ),
            },
            {
              name: "Directory roles",
              fact: (
                <Lines
                  part={footprint.data.directoryRoles}
                  line={({ id, displayName }) => ({ id, name: displayName })}
                />
              ),
            },
            {
              name: "Owns",
              fact: (
                <Lines
                  part={footprint.data.ownedObjects}
                  line={({ id, displayName, kind }) => ({
                    id,
                    name: displayName,
                    detail: OWNED_WORD[kind],
                  })}
                />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
