// Lets a password be read while it is typed; it is hidden again before it is sent, so that browsers keep it as one.
for (const button of document.querySelectorAll("[data-reveal]")) {
  const input = document.getElementById(button.dataset.reveal);
  const show = (shown) => {
    if (shown === (input.type === "text")) return;
    input.type = shown ? "text" : "password";
    const { otherText, otherLabel } = button.dataset;
    button.dataset.otherText = button.textContent;
    button.dataset.otherLabel = button.getAttribute("aria-label");
    button.textContent = otherText;
    button.setAttribute("aria-label", otherLabel);
  };
  if (button.hidden) {
    button.hidden = false;
    button.addEventListener("click", () => show(input.type === "password"));
    input.form?.addEventListener("submit", () => show(false));
  }
}
