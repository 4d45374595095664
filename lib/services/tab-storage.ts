import { tabKey, type TabOwner } from "./tab-key";

/** What zod's schemas offer; named by its shape, so that a page that only saves need not load zod. */
export interface StoredSchema<Value> {
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
export function tabStorage<Value>(name: string, schema: StoredSchema<Value>): TabStorage<Value> {
  return storedIn(() => sessionStorage, name, schema);
}

/** The same in any storage of the browser, which is looked for only when it is needed: the server has none. */
export function storedIn<Value>(
  storage: () => Storage,
  name: string,
  schema: StoredSchema<Value>,
): TabStorage<Value> {
  return {
    save: (owner, value) => {
      try {
        storage().setItem(tabKey(name, owner), JSON.stringify(value));
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    load: (owner) => {
      const text = textIn(storage, tabKey(name, owner));
      const parsed = text === null ? null : schema.safeParse(jsonOrNothing(text));
      return parsed?.success === true ? parsed.data : null;
    },
    clear: (owner) => {
      storage().removeItem(tabKey(name, owner));
    },
  };
}

/** A browser may refuse its storage altogether: then nothing is stored there. */
function textIn(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off, or written by something else under our name: no schema accepts undefined.
    return undefined;
  }
}
