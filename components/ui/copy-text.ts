import { sayToast, type ToastWords } from "./toast";

/** Puts a text on the clipboard and says so, or says what to do where the browser does not allow it. */
export async function copyText(
  text: string,
  words: { readonly copied: string; readonly refused: Pick<ToastWords, "title" | "body"> },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    sayToast({ intent: "success", title: words.copied });
  } catch {
    sayToast({ intent: "error", ...words.refused });
  }
}
