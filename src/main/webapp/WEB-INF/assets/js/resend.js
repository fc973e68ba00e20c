// Counts down until a code may be sent again. The button stays usable: who presses early is told so by the server.
for (const line of document.querySelectorAll("[data-wait-for]")) {
  if (line.dataset.counting) continue;
  line.dataset.counting = "true";
  const until = Date.now() + 1000 * document.getElementById(line.dataset.waitFor).dataset.waitSeconds;
  const timer = setInterval(() => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left > 0) {
      line.textContent = line.dataset.text.replace("%s", left);
    } else {
      clearInterval(timer);
      line.setAttribute("role", "status");
      line.textContent = line.dataset.over;
    }
  }, 1000);
}
