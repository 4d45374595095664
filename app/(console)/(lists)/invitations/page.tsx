import type { Metadata } from "next";
import { InvitationsPage } from "@/components/guests/invitations-page";

export const metadata: Metadata = { title: "Invitations" };

export default function Page() {
  return <InvitationsPage />;
}
