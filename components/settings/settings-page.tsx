"use client";

import { makeStyles, Radio, RadioGroup, Spinner, tokens } from "@fluentui/react-components";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { useAppearance } from "@/components/ui/appearance";
import { APP_ROLES } from "@/components/directory/app-roles";
import { useSettings } from "@/lib/services/settings-context";
import { AppLink } from "@/components/ui/app-link";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import type { PolicyAnswer } from "@/lib/contract/policy";
import { holdsAppRole } from "@/lib/domain/app-roles";
import { useServices } from "@/lib/services/services";
import { usePolicy } from "@/lib/queries/policy";
import { useSettingsOfOthers } from "./changed-meanwhile";
import { About } from "./about-card";
import { PermissionsLink } from "./permissions-link";
import { PolicyForm } from "./policy-form";
import { TitledCard } from "@/components/ui/titled-card";

const useStyles = makeStyles({
  notices: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    maxWidth: "44rem",
  },
});

function WhoSetIt({ set }: { readonly set: PolicyAnswer["set"] }) {
  const others = useSettingsOfOthers({ enabled: false }).data;
  // Once the form began from them, they are what the page shows.
  if (others !== undefined && others.set?.entryId !== set?.entryId) {
    return <Notice intent="warning">These settings are out of date. See below.</Notice>;
  }
  if (set === null) {
    return <Notice intent="info">These are the defaults. Nobody has changed them yet.</Notice>;
  }
  return (
    <Notice intent="info">
      Set by <PersonName name={set.by.name} fallback={set.by.id} /> <Moment at={set.at} />:{" "}
      <PersonName name={set.reason} />
    </Notice>
  );
}

/**
 * The account that a link asks to protect: `/settings?protect=ID`. Once the form has it the address says it no longer, since
 * a reload would ask again for what was decided meanwhile.
 */
function useProtectInAddress(isRead: boolean): string {
  const [protect, setProtect] = useQueryState("protect", parseAsString);
  useEffect(() => {
    if (isRead && protect !== null) void setProtect(null);
  }, [isRead, protect, setProtect]);
  return protect ?? "";
}

function Policy() {
  const styles = useStyles();
  const policy = usePolicy();
  const { me } = useServices();
  const mayChange = holdsAppRole(me.appRoles, "Governance.Administrator");
  const protect = useProtectInAddress(policy.isSuccess);
  if (policy.isPending) return <Spinner label="Reading the settings" />;
  if (policy.isError) {
    return (
      <ApiFailure
        error={policy.error}
        notDone="The settings are not shown."
        onRetry={() => void policy.refetch()}
      />
    );
  }
  const { set } = policy.data;
  return (
    <>
      <div className={styles.notices}>
        <WhoSetIt set={set} />
        {!mayChange && (
          <Notice intent="info" title="You can view these settings but not change them">
            Only a person with the app role Administrator (<code>Governance.Administrator</code>)
            may.
          </Notice>
        )}
      </div>
      {/* When somebody else's change arrives the form begins anew from it. */}
      <PolicyForm
        key={set?.entryId ?? "own"}
        policy={policy.data.policy}
        entryId={set?.entryId ?? null}
        mayChange={mayChange}
        protect={protect}
      />
    </>
  );
}

function You() {
  const { me } = useServices();
  const { clientId, cloud, simulated } = useSettings();
  const roles = APP_ROLES.filter((role) => me.appRoles.includes(role.value));
  return (
    <TitledCard title="You and this tenant">
      <FactList
        title="Signed in"
        facts={[
          { name: "Name", fact: <PersonName name={me.name} /> },
          { name: "Account", fact: <PersonName name={me.username} /> },
          { name: "Object ID", fact: <code>{me.userId}</code> },
          {
            name: "App roles",
            fact: roles.map((role) => `${role.name} (may ${role.may})`).join("; "),
          },
          { name: "Tenant", fact: <code>{me.tenantId}</code> },
          { name: "Cloud", fact: simulated ? "Simulated on this machine" : cloud },
        ]}
      />
      {!simulated && cloud === "global" && <PermissionsLink clientId={clientId} />}
    </TitledCard>
  );
}

function Appearance() {
  const { choice, choose } = useAppearance();
  return (
    <TitledCard title="Appearance" words="For this browser only.">
      <RadioGroup
        aria-label="Theme"
        layout="horizontal"
        value={choice}
        onChange={(_, { value }) => {
          choose(value === "light" || value === "dark" ? value : "system");
        }}
      >
        <Radio value="system" label="Same as the system" />
        <Radio value="light" label="Light" />
        <Radio value="dark" label="Dark" />
      </RadioGroup>
    </TitledCard>
  );
}

function Erasing() {
  return (
    <TitledCard
      title="Erase a person"
      words="When somebody asks to be forgotten, remove their names, mail addresses and reviewers’ texts from the history. The entries stay."
    >
      <div>
        <AppLink href="/settings/erase">Erase a person</AppLink>
      </div>
    </TitledCard>
  );
}

/** The tenant's settings, the signed-in person, and the appearance. */
export function SettingsPage() {
  return (
    <>
      <PageHeader
        title="Settings"
        actions={<AppLink href="/settings/setup">Setup checklist</AppLink>}
      >
        When guests count as stale or overdue, and which accounts are protected.
      </PageHeader>
      <Policy />
      <Erasing />
      <You />
      <Appearance />
      <About />
    </>
  );
}
