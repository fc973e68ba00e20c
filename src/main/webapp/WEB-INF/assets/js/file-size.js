// Says of a file that is too large before it is sent: the server refuses it without reading it, which browsers take for
// a connection that broke.
for (const input of document.querySelectorAll("[data-most-bytes]")) {
  const look = () => {
    const tooLarge = [...input.files].some((file) => file.size > input.dataset.mostBytes);
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : "");
    return input.reportValidity();
  };
  input.addEventListener("change", look);
  input.form.addEventListener("submit", (event) => look() || event.preventDefault());
}
