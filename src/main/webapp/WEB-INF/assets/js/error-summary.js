// Reads the summary out and puts the keyboard there, as soon as the page is shown.
const summary = document.getElementById("error-summary");
summary?.focus();

// A page that answers a form counts as that form in the browser's history: Back to it, or a reload, would stop at
// the browser's own question whether to send it again. Replaced by itself, it is asked for like any page.
if (summary) history.replaceState(null, "", location.href);
