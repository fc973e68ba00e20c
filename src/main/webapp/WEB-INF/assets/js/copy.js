// Copies what is shown elsewhere on the page, and says whether that worked.
for (const button of document.querySelectorAll("[data-copy-from]")) {
  if (!button.hidden || !navigator.clipboard) continue;
  button.hidden = false;
  const state = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copyFrom);
    state.textContent = "";
    try {
      await navigator.clipboard.writeText(source.dataset.copy ?? source.innerText.trim());
      state.textContent = button.dataset.done;
    } catch {
      state.textContent = button.dataset.failed;
    }
  });
}
