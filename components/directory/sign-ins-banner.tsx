import { Link } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { Progress } from "@/lib/inventory/inventory";

type Because = NonNullable<Progress["signInsUnreadableBecause"]>;

const WHY: Readonly<Record<Because, string>> = {
  "licence-missing":
    "Microsoft Graph gives sign-in activity only to tenants with Microsoft Entra ID P1 or P2.",
  forbidden: "Your directory roles don't let you read sign-in activity. Reports Reader is enough.",
  failed: "Microsoft Graph didn't return sign-in activity. Read again later.",
};

/** Explains that no guest is shown as stale, because sign-ins could not be read. */
export function SignInsBanner({ progress }: { readonly progress: Progress }) {
  const because = progress.signInsUnreadableBecause;
  if (progress.signIns !== "unreadable" || because === null) return null;
  return (
    <Notice intent="warning" title="Sign-ins are unreadable">
      {WHY[because]}{" "}
      {because === "failed"
        ? "Guests whose sign-ins were not read, and who are neither pending nor blocked, are shown as Unknown. What was read before still counts."
        : "Guests who are neither pending nor blocked are shown as Unknown, and nobody as stale."}{" "}
      <Link
        inline
        href="https://learn.microsoft.com/graph/api/resources/signinactivity"
        target="_blank"
        rel="noreferrer"
      >
        What Microsoft asks for
      </Link>
    </Notice>
  );
}
