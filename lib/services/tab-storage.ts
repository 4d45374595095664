import { tabKey, type TabOwner } from "./tab-key";

/** What zod's schemas offer; named by its shape, so that a page that only saves need not load zod. */
interface Schema<Value> {
  safeParse(input: unknown): { success: true; data: Value } | { success: false };
}

/** A value that this tab stores for each account. It survives a reload and the consent page, until the tab is closed. */
export interface TabStorage<Value> {
  /** False when the browser has no space left. */
  readonly save: (owner: TabOwner, value: Value) => boolean;
  /** Null when there is none, or this version cannot parse it. It stays until it is cleared. */
  readonly load: (owner: TabOwner) => Value | null;
  readonly clear: (owner: TabOwner) => void;
}

/** Opens a place in the tab's session storage, separate for each account of each tenant. Values are parsed on reading. */
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
