export interface ToastWords {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  readonly body?: string;
}

type Listener = (words: ToastWords) => void;

const waiting: ToastWords[] = [];
let listener: Listener | null = null;

/** Says something short that needs no answer. Kept until there is somebody to show it. */
export function sayToast(words: ToastWords): void {
  if (listener === null) waiting.push(words);
  else listener(words);
}

/** Hears every toast, also those said before; answers how to stop. One host at a time. */
export function hearToasts(hear: Listener): () => void {
  listener = hear;
  for (const words of waiting.splice(0)) hear(words);
  return () => {
    if (listener === hear) listener = null;
  };
}
