"use client";

import dynamic from "next/dynamic";
import { isSignInExpected } from "@/lib/identity/sign-in-expected";

const load = () => import("./overview-page");

// Nobody sees it before signing in, so it is no part of what the first route weighs; who is signed in loads it beside MSAL.
if (typeof window !== "undefined" && isSignInExpected()) void load();

/** The page of the start, loaded once somebody is about to see it. */
export const Overview = dynamic(() => load().then(({ OverviewPage }) => OverviewPage), {
  ssr: false,
});
