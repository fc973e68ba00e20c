// Shows how far an import is, and the page that follows once the portal is through with it.
for (const box of document.querySelectorAll("[data-progress]")) {
  const bar = box.querySelector("progress");
  const words = document.getElementById("progress-words");
  box.querySelector(".progress-again").hidden = true;
  const look = async () => {
    try {
      const now = await (await fetch(box.dataset.progress, { cache: "no-store" })).json();
      if (now.state !== box.dataset.state) return location.replace(location.href);
      bar.value = now.percent;
      words.textContent = now.words;
    } catch {
      // Without a connection, or signed out: the link leads to the page that says so.
      box.querySelector(".progress-again").hidden = false;
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
