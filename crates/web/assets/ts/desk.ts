// What the desk's pages gain where scripts run. Every page works without: this file only wires the rooms together.
import "htmx.org";
import { startChoose } from "./choose";
import { startClocks } from "./clocks";
import { startCopy } from "./copy";
import { startDrafts } from "./drafts";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startPalette } from "./palette";
import { startPresence } from "./presence";
import { startRing } from "./ring";
import { startUndo } from "./undo";

startKeys(document);
startChoose(document);
startClocks(document);
startCopy(document);
startUndo(document);
startRing(document);
startDrafts(document);
startPalette(document);
startPresence(document);
startLive(document);
