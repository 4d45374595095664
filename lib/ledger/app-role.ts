/** The role under which the program works: it may read, add entries, add and erase cards, and add and change leases; nothing else. */
export const APP_ROLE = "guestlist_app";
