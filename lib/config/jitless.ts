import { config } from "zod";

// As in the other rooms, which are apart: zod shall probe `new Function` in none.
config({ jitless: true });
