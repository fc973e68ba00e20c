// Two minutes before the session ends, asks whether it is to go on, and keeps what was typed should nobody be there.
// How much time is left only the server knows: other tabs use the session as well.
const dialog = document.getElementById("session-ending");
const AHEAD = 120;
const text = dialog?.querySelector("[data-text]");
const goOn = dialog?.querySelector("[data-go-on]");

async function secondsLeft(form) {
  const answer = await fetch("/session", { method: form ? "POST" : "GET", body: form, cache: "no-store" });
  return (await answer.json()).secondsLeft;
}

function keepTyped() {
  const form = document.getElementById("form");
  const typed = new URLSearchParams({ page: location.pathname });
  for (const [name, value] of form ? new FormData(form) : []) {
    if (!["password", "hidden"].includes(form.elements[name].type)) typed.append(name, value);
  }
  return secondsLeft(typed);
}

// The server leads from here to the page that says what happened.
const leave = () => location.replace(location.pathname);

// By the time of day, since a device that sleeps stops its timers.
function watch(seconds) {
  const end = Date.now() + 1000 * seconds;
  const look = async () => {
    const left = (end - Date.now()) / 1000;
    if (left > AHEAD) return setTimeout(look, 1000 * Math.min(left - AHEAD, 15));
    try {
      const now = await secondsLeft();
      if (now > AHEAD) watch(now);
      else if (now > 0) ask(now);
      else leave();
    } catch {
      // Without a connection nothing can be known of it.
      setTimeout(look, 5000);
    }
  };
  look();
}

function ask(seconds) {
  const end = Date.now() + 1000 * seconds;
  const count = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) leave();
    // A screen reader hears it at the beginning, at each half minute and in the last ten seconds.
    else if (!dialog.open || left % 30 === 0 || left <= 10) text.textContent = text.dataset.text.replace("%s", left);
  };
  count();
  dialog.showModal();
  keepTyped().catch(() => {});
  const timer = setInterval(count, 1000);
  goOn.onclick = async () => {
    const now = await secondsLeft(new URLSearchParams()).catch(() => AHEAD);
    if (now <= AHEAD) {
      goOn.hidden = true;
      dialog.querySelector(".session-final").hidden = false;
      return;
    }
    clearInterval(timer);
    dialog.close();
    watch(now);
  };
}

if (dialog) {
  // Escape says that somebody is there.
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    goOn.click();
  });
  watch(Number(dialog.dataset.secondsLeft));
}
