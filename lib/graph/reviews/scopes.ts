import { ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_WRITE_ALL } from "@/lib/domain/graph-scopes";

/** https://learn.microsoft.com/graph/api/accessreviewset-list-definitions#permissions */
export const REVIEW_READ_SCOPES = [ACCESS_REVIEW_READ_ALL] as const;

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions#permissions */
export const REVIEW_WRITE_SCOPES = [ACCESS_REVIEW_READ_WRITE_ALL] as const;
