export interface ToastWords {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  readonly body?: string;
}

type Listener = (words: ToastWords) => void;

const waiting: ToastWords[] = [];
let listener: Listener | null = null;

/** Shows a short message. It is queued until a host is mounted. */
export function sayToast(words: ToastWords): void {
  if (listener === null) waiting.push(words);
  else listener(words);
}

/** Subscribes to toasts, including queued ones. The returned function unsubscribes. One host at a time. */
export function hearToasts(hear: Listener): () => void {
  listener = hear;
  for (const words of waiting.splice(0)) hear(words);
  return () => {
    if (listener === hear) listener = null;
  };
}
