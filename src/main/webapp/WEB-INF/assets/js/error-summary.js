// Reads the summary out and puts the keyboard there, as soon as the page is shown.
document.getElementById("error-summary")?.focus();
