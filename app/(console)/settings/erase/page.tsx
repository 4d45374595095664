import type { Metadata } from "next";
import { ErasePersonPage } from "@/components/settings/erase-person-page";

export const metadata: Metadata = { title: "Erase a person" };

/** `?person=ID` is whom a link from a guest or an entry names. */
export default async function Page(props: PageProps<"/settings/erase">) {
  const { person } = await props.searchParams;
  return <ErasePersonPage personId={typeof person === "string" ? person : ""} />;
}
