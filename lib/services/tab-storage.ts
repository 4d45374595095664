import { tabKey, type TabOwner } from "./tab-key";

/** What zod's schemas offer; named by its shape, so that a page that only saves need not load zod. */
interface Schema<Value> {
  safeParse(input: unknown): { success: true; data: Value } | { success: false };
}

/** One thing that this tab holds for each account: over a reload and the way to the consent page, until the tab ends. */
export interface TabStorage<Value> {
  /** False when the browser has no room for it. */
  readonly save: (owner: TabOwner, value: Value) => boolean;
  /** Null when there is none, or none that this version understands. It stays until it is cleared. */
  readonly load: (owner: TabOwner) => Value | null;
  readonly clear: (owner: TabOwner) => void;
}

/** A place in the tab's session storage, apart for each account of each tenant; what is read back is parsed. */
export function tabStorage<Value>(name: string, schema: Schema<Value>): TabStorage<Value> {
  return {
    save: (owner, value) => {
      try {
        sessionStorage.setItem(tabKey(name, owner), JSON.stringify(value));
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    load: (owner) => {
      const text = sessionStorage.getItem(tabKey(name, owner));
      const parsed = text === null ? null : schema.safeParse(jsonOrNothing(text));
      return parsed?.success === true ? parsed.data : null;
    },
    clear: (owner) => {
      sessionStorage.removeItem(tabKey(name, owner));
    },
  };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off, or written by something else under our name: no schema accepts undefined.
    return undefined;
  }
}
