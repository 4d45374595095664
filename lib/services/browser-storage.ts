import { storedIn, type StoredSchema, type TabStorage } from "./tab-storage";

/** One thing that this browser remembers for each account, also after the tab is closed. */
export type BrowserStorage<Value> = TabStorage<Value>;

/** A place in the browser's local storage, apart for each account of each tenant; what is read back is parsed. */
export function browserStorage<Value>(
  name: string,
  schema: StoredSchema<Value>,
): BrowserStorage<Value> {
  return storedIn(() => localStorage, name, schema);
}
