"use client";

import { Spinner, Text } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import { useFootprint } from "@/lib/queries/footprint";
import { Facts, PanelSection } from "./facts";

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
    return part.because === "forbidden" ? "You may not see this" : "Could not be read";
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
    <PanelSection title="Footprint">
      {footprint.isPending && <Spinner size="tiny" label="Reading the footprint" />}
      {footprint.isError && <Text>The footprint could not be read.</Text>}
      {footprint.data && (
        <Facts
          facts={[
            [
              "Groups",
              <Lines
                key="groups"
                part={footprint.data.groups}
                line={(group) => ({
                  id: group.id,
                  name: group.displayName,
                  detail: groupDetail(group),
                })}
              />,
            ],
            [
              "Apps",
              <Lines
                key="apps"
                part={footprint.data.appRoles}
                line={({ id, app, appId, through }) => ({
                  id,
                  name: app ?? appId,
                  ...(through === "group" && { detail: "through a group" }),
                })}
              />,
            ],
            [
              "Directory roles",
              <Lines
                key="roles"
                part={footprint.data.directoryRoles}
                line={({ id, displayName }) => ({ id, name: displayName })}
              />,
            ],
            [
              "Owns",
              <Lines
                key="owned"
                part={footprint.data.ownedObjects}
                line={({ id, displayName, kind }) => ({
                  id,
                  name: displayName,
                  detail: OWNED_WORD[kind],
                })}
              />,
            ],
          ]}
        />
      )}
    </PanelSection>
  );
}
