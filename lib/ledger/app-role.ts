/** The role under which the program works: it may add entries and add and erase cards, nothing else. */
export const APP_ROLE = "guestlist_app";
