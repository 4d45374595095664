import { config } from "zod";

// zod probes `new Function` unless told not to, and our content security policy reports every probe. A file that makes a
// schema imports this first, and zod itself directly: passed on by another module, all of its languages come along.
config({ jitless: true });
