import { expose } from "comlink";
import { WorkerInventory } from "./worker-inventory";
expose(new WorkerInventory());
