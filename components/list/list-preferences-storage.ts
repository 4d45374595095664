import { hiddenColumnsSchema, savedViewsSchema } from "@/lib/contract/list-preferences";
import { browserStorage } from "@/lib/services/browser-storage";

/** Where the browser remembers which columns a person hid in a list. */
export const hiddenColumnsStorage = (list: string) =>
  browserStorage(`columns.${list}`, hiddenColumnsSchema);

/** Where the browser remembers the views that a person saved of a list. */
export const savedViewsStorage = (list: string) =>
  browserStorage(`views.${list}`, savedViewsSchema);
