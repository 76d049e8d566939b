// What the patient's pages gain where scripts run, written for phones of ten years ago. Every page works without.
import { startSearch } from "./search";
import { startSuggest } from "./suggest";

startSearch(document);
startSuggest(document);
