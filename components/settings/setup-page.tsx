"use client";

import { Badge, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { APP_ROLES } from "@/components/directory/app-roles";
import { AppLink } from "@/components/ui/app-link";
import { Facts } from "@/components/ui/fact-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { TitledCard } from "@/components/ui/titled-card";
import { useLicence } from "@/lib/queries/reviews-licence";
import { usePolicy } from "@/lib/queries/policy";
import { useServices } from "@/lib/services/services";
import { useSettings } from "@/lib/services/settings-context";
import { SetupPermissions } from "./setup-permissions-card";

const useStyles = makeStyles({
  state: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** How one thing of the checklist is: there, missing, or not known because it could not be read. */
function State({
  is,
  yes,
  no,
}: {
  readonly is: boolean | null;
  readonly yes: string;
  readonly no: string;
}) {
  const styles = useStyles();
  const [color, word] =
    is === null
      ? (["informative", "Not known"] as const)
      : is
        ? (["success", yes] as const)
        : (["warning", no] as const);
  return (
    <span className={styles.state}>
      <Badge appearance="tint" shape="rounded" color={color}>
        {word}
      </Badge>
    </span>
  );
}

const licence = (name: string, is: boolean | null | undefined, use: string) => ({
  name,
  fact: (
    <>
      {is === undefined ? "Reading …" : <State is={is} yes="Licensed" no="Not licensed" />}
      {use}
    </>
  ),
});

function Licences() {
  const { data, isError } = useLicence();
  const of = (is: boolean | null | undefined) => (isError ? null : is);
  return (
    <TitledCard title="Licences" words="Read from the subscriptions of your organization.">
      <Facts
        facts={[
          licence(
            "Microsoft Entra ID P2",
            of(data?.p2),
            "For access reviews. Sign-in activity needs P1 or P2.",
          ),
          licence(
            "Microsoft Entra ID Governance",
            of(data?.governance),
            "For some kinds of reviews, for example of inactive users.",
          ),
        ]}
      />
    </TitledCard>
  );
}

/** Where Entra assigns people to the roles of this app. */
function AssignmentLink({ children }: { readonly children: ReactNode }) {
  const { simulated, cloud } = useSettings();
  if (simulated || cloud !== "global") return children;
  return (
    <Link
      href="https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"
      target="_blank"
      rel="noreferrer"
    >
      {children}
    </Link>
  );
}

function AppRoles() {
  const { me } = useServices();
  return (
    <TitledCard
      title="App roles"
      words={
        <>
          Assigned in Entra under <AssignmentLink>Enterprise applications</AssignmentLink>, Users
          and groups. Without one of them nobody gets in, also no reviewer.
        </>
      }
    >
      <Facts
        facts={APP_ROLES.map(({ name, value, may }) => ({
          name,
          fact: (
            <>
              {me.appRoles.includes(value) && <State is yes="You have it" no="" />}
              May {may}. <code>{value}</code>
            </>
          ),
        }))}
      />
    </TitledCard>
  );
}

function ProtectedCheck() {
  const policy = usePolicy();
  const accounts = policy.data?.policy.protectedAccounts;
  const breakGlass = accounts?.filter(({ because }) => because === "break-glass").length;
  return (
    <TitledCard
      title="Protected accounts"
      words="List your break-glass accounts before anybody acts: Guestlist never blocks, removes or changes them."
    >
      <Facts
        facts={[
          {
            name: "Break-glass accounts",
            fact:
              breakGlass === undefined ? (
                policy.isError ? (
                  <State is={null} yes="" no="" />
                ) : (
                  "Reading …"
                )
              ) : (
                <State is={breakGlass > 0} yes={`${breakGlass} listed`} no="None is listed" />
              ),
          },
          ...(accounts === undefined ? [] : [{ name: "All protected", fact: accounts.length }]),
        ]}
      />
      <div>
        <TextLink href="/settings">Choose protected accounts</TextLink>
      </div>
    </TitledCard>
  );
}

/** What a tenant needs before people work with Guestlist, and how each of it is now. */
export function SetupPage() {
  return (
    <>
      <PageHeader title="Setup" actions={<AppLink href="/settings">Back to settings</AppLink>}>
        What your tenant needs before people work with Guestlist, and how it is now.
      </PageHeader>
      <SetupPermissions />
      <Licences />
      <AppRoles />
      <ProtectedCheck />
    </>
  );
}
