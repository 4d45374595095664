import { useEffect, useMemo, useRef, useState } from "react";
import { isGuid } from "@/lib/domain/guid";
import type { Policy } from "@/lib/domain/policy";
import { sameId } from "@/lib/domain/same-id";
import { useServices } from "@/lib/services/services";
import type { TabOwner } from "@/lib/services/tab-key";
import { policyDraftStorage } from "@/lib/services/tab-drafts";
import { sayToast } from "@/components/ui/toast";
import { changesPolicy, draftOf, type PolicyDraft } from "./policy-draft";

/** What the form begins with: what this tab holds unsaved, else what holds now, with an account that a link protects. */
function beginning(policy: Policy, stored: PolicyDraft | null, protect: string): PolicyDraft {
  const draft = stored ?? draftOf(policy);
  const id = protect.toLowerCase();
  const isThere = draft.protectedAccounts.some((account) => sameId(account.id, id));
  if (!isGuid(id) || isThere) return draft;
  return {
    ...draft,
    protectedAccounts: [...draft.protectedAccounts, { id, because: "excluded" }],
  };
}

/** What this tab holds unsaved; null where it says nothing else than what holds now. */
function loadDraft(me: TabOwner, policy: Policy) {
  const stored = policyDraftStorage.load(me);
  if (stored === null) return null;
  return changesPolicy(stored.draft, policy) || stored.draft.reason !== "" ? stored : null;
}

/**
 * The settings as they are edited. What is not saved stays in this tab when the page is left for another one, which is said
 * then; a tab that is to be closed asks first.
 */
export function usePolicyDraft(props: {
  readonly policy: Policy;
  readonly replaces: string | null;
  /** The account that a link asks to protect; empty where none does. */
  readonly protect: string;
  readonly mayChange: boolean;
}) {
  const { policy, mayChange } = props;
  const { homeAccountId, tenantId } = useServices().me;
  const me = useMemo(() => ({ homeAccountId, tenantId }), [homeAccountId, tenantId]);
  const [stored, setStored] = useState(() => (mayChange ? loadDraft(me, policy) : null));
  // Until the form begins anew from it, what was saved differs from what held when the page was read.
  const [isSaved, setIsSaved] = useState(false);
  const [draft, setDraft] = useState(() =>
    beginning(policy, stored?.draft ?? null, mayChange ? props.protect : ""),
  );
  // What others saved since the draft was begun is not overwritten: the server compares with what it was begun from.
  const replaces = stored === null ? props.replaces : stored.replaces;
  const changed = !isSaved && changesPolicy(draft, policy);
  const isUnsaved = changed || draft.reason !== "";
  useEffect(() => {
    if (!isUnsaved) policyDraftStorage.clear(me);
    else policyDraftStorage.save(me, { replaces, draft: { ...draft } });
  }, [me, draft, isUnsaved, replaces]);
  useStay(changed);
  useSayUnsaved(changed);
  return {
    draft,
    edit: (part: Partial<PolicyDraft>) => {
      setIsSaved(false);
      setDraft((before) => ({ ...before, ...part }));
    },
    replaces,
    changed,
    /** Whether the form began with what was left unsaved before. */
    isRestored: stored !== null && isUnsaved,
    discard: () => {
      policyDraftStorage.clear(me);
      setStored(null);
      setDraft(draftOf(policy));
    },
    /** It is recorded: what the tab held is over. */
    onSaved: (now: Policy) => {
      policyDraftStorage.clear(me);
      setStored(null);
      setIsSaved(true);
      setDraft(draftOf(now));
    },
  };
}

/** Asks before the tab is closed or reloaded. */
function useStay(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    const stay = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", stay);
    return () => {
      window.removeEventListener("beforeunload", stay);
    };
  }, [changed]);
}

/** Says where the changes are when the page is left for another one. */
function useSayUnsaved(changed: boolean): void {
  const isUnsaved = useRef(changed);
  useEffect(() => {
    isUnsaved.current = changed;
  }, [changed]);
  useEffect(
    () => () => {
      if (!isUnsaved.current || window.location.pathname === "/settings") return;
      sayToast({
        intent: "warning",
        title: "Your changes to the settings are not saved",
        body: "They stay in this tab. Open Settings to save or discard them.",
      });
    },
    [],
  );
}
