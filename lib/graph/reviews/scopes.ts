/** https://learn.microsoft.com/graph/api/accessreviewset-list-definitions#permissions */
export const REVIEW_READ_SCOPES = ["AccessReview.Read.All"] as const;

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions#permissions */
export const REVIEW_WRITE_SCOPES = ["AccessReview.ReadWrite.All"] as const;
