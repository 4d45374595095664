import type { Metadata } from "next";
import { ErasePersonPage } from "@/components/settings/erase-person-page";

export const metadata: Metadata = { title: "Erase a person" };

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** `?person=ID` is whom a link from a guest or an entry names. */
export default async function Page({ searchParams }: PageProps) {
  const { person } = await searchParams;
  return <ErasePersonPage personId={typeof person === "string" ? person : ""} />;
}
