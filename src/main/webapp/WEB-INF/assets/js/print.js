// Prints the page.
for (const button of document.querySelectorAll("[data-print]")) {
  if (!button.hidden) continue;
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
