import { sayToast } from "@/components/ui/toast";

/** Puts a link to an address of this app on the clipboard, and says so. */
export async function copyLink(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(address, window.location.origin).href);
    sayToast({ intent: "success", title: "Link copied" });
  } catch {
    sayToast({
      intent: "error",
      title: "The link wasn't copied",
      body: "The browser doesn't let the page copy. Copy the address of the page instead.",
    });
  }
}
