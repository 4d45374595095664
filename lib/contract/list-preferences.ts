import "./jitless";
import { z } from "zod";

/** The columns that a person hid in a list, by id. */
export const hiddenColumnsSchema = z.array(z.string());

export const VIEW_NAME_MAX = 60;

const savedView = z.object({
  name: z.string().min(1).max(VIEW_NAME_MAX),
  /** The address's query without the question mark. */
  query: z.string(),
});

/** The views that a person saved of a list, in the order in which they were saved; each is parsed by itself. */
export const savedViewsSchema = z.array(z.unknown()).transform((views) =>
  views.flatMap((view) => {
    const parsed = savedView.safeParse(view);
    return parsed.success ? [parsed.data] : [];
  }),
);

export type SavedView = Readonly<z.infer<typeof savedView>>;
