// What scripts add to every page; each part works without them.
import { createAll, Button, ErrorSummary, PasswordInput, SkipLink } from "govuk-frontend";
import { awaitParts } from "./awaited.js";
import { compareFiles } from "./compare.js";
import { offerCopies } from "./copy.js";
import { showChosenFiles } from "./files.js";
import { offerListening } from "./listen.js";
import { suggestWhileTyping } from "./suggest.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, ErrorSummary, PasswordInput, SkipLink]) createAll(component);
offerCopies(document);
showChosenFiles(document);
compareFiles(document);
awaitParts(document);
suggestWhileTyping(document);
offerListening(document);
document.querySelector('[data-module="mc-focus"]')?.focus();
