import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EntriesAnswer, EntriesRequest } from "@/lib/contract/entries";
import type { ReviewTemplatesAnswer } from "@/lib/contract/review-templates";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { type CallApi, appendEntries } from "@/lib/services/api";
import { type Services, useServices } from "@/lib/services/services";
import { keys } from "./keys";

export type ReviewTemplate = ReviewTemplatesAnswer["templates"][number];

/** A template as it is to be from now on. */
export interface TemplateChange {
  /** Created when the form opens, so that sending it twice saves it once. */
  readonly id: string;
  /** A fresh one makes a template, a known one changes it. */
  readonly templateId: string;
  readonly name: string;
  /** Null deletes it. The history keeps it. */
  readonly draft: ReviewDraft | null;
}

function readReviewTemplates(api: CallApi, signal?: AbortSignal): Promise<ReviewTemplatesAnswer> {
  const schema = async () =>
    (await import("@/lib/contract/review-templates")).reviewTemplatesAnswer;
  return api<ReviewTemplatesAnswer>("/api/review-templates", schema, { ...(signal && { signal }) });
}

function reviewTemplatesQuery({ api, me }: Services) {
  return queryOptions({
    queryKey: keys.reviewTemplates(me),
    queryFn: async ({ signal }) => (await readReviewTemplates(api, signal)).templates,
    staleTime: 60_000,
  });
}

/** The templates for reviews that people of this tenant saved, by name. */
export function useReviewTemplates() {
  return useQuery(reviewTemplatesQuery(useServices()));
}

/** Saves a template or takes it away; it is an entry of the history like any decision. */
export function useSaveReviewTemplate() {
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation<EntriesAnswer, Error, TemplateChange>({
    mutationFn: (change) => appendEntries(api, requestFor(change)),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.reviewTemplates(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}

function requestFor({ id, templateId, name, draft }: TemplateChange): EntriesRequest {
  // The contract's type is the same but for being mutable.
  const copy = structuredClone(draft) as ReviewTemplate["draft"] | null;
  return { entries: [{ id, kind: "template-saved", templateId, name, draft: copy }], cards: [] };
}
