// What the desk's pages gain where scripts run. Every page works without: this file only wires the rooms together.
import "htmx.org";
import { startClocks } from "./clocks";
import { startDrafts } from "./drafts";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startPalette } from "./palette";
import { startPresence } from "./presence";
import { startRing } from "./ring";
import { startUndo } from "./undo";

startKeys(document);
startClocks(document);
startUndo(document);
startRing(document);
startDrafts(document);
startPalette(document);
startPresence(document);
startLive(document);
