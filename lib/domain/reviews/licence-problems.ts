import type { PreflightFacts, PreflightProblem } from "./preflight-facts";

/**
 * What the tenant's licences stand against: reviews need P2, and those of inactive users ID Governance.
 * https://learn.microsoft.com/entra/id-governance/licensing-fundamentals
 */
export function findLicenceProblems({
  draft,
  licence,
}: Pick<PreflightFacts, "draft" | "licence">): readonly PreflightProblem[] {
  const { p2, governance } = licence;
  const isMetered = "inactiveDays" in draft.scope && draft.scope.inactiveDays !== null;
  if (p2 === false && governance === false) {
    return [
      problem(
        "no-licence",
        "Access reviews need Microsoft Entra ID P2 or ID Governance, which this tenant does not have.",
        true,
      ),
    ];
  }
  if (isMetered && governance === false) {
    return [
      problem(
        "no-governance",
        "Reviews of inactive guests need Microsoft Entra ID Governance and, for guests, a linked Azure subscription; this tenant has no such licence.",
        true,
      ),
    ];
  }
  const unread = isMetered ? governance === null : p2 !== true && governance !== true;
  return unread ? [problem("licence-unread", unreadWords(isMetered), false)] : [];
}

function unreadWords(isMetered: boolean): string {
  const licence = isMetered ? "Microsoft Entra ID Governance" : "Microsoft Entra ID P2";
  return `Whether the tenant has ${licence} could not be read; without it, Entra refuses the review.`;
}

function problem(id: string, says: string, blocks: boolean): PreflightProblem {
  return { id, blocks, says, groupIds: [] };
}
