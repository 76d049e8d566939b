// What the desk's pages gain where scripts run. Every page works without: this file only wires the rooms together.
import "htmx.org";
import { startClocks } from "./clocks";
import { startKeys } from "./keys";
import { startUndo } from "./undo";

startKeys(document);
startClocks(document);
startUndo(document);
