// Marks which rules the password meets so far. The server decides; this only saves a round trip.
const list = document.querySelector(".password-rules");
const [password, again] = document.querySelectorAll("input[autocomplete=new-password]");
const userId = () => document.querySelector("input[autocomplete=username]")?.value.toLowerCase() ?? "";

const checks = {
  length: (text) => [...text].length >= 8 && [...text].length <= 64,
  letter: (text) => /[A-Za-z]/.test(text),
  digit: (text) => /[0-9]/.test(text),
  characters: (text) => /^[A-Za-z0-9]+$/.test(text),
  "user-id": (text) => text !== "" && text.toLowerCase() !== userId(),
  same: (text) => text !== "" && text === again?.value.normalize("NFKC"),
};

function mark() {
  const text = password.value.normalize("NFKC");
  for (const rule of list.querySelectorAll("[data-rule]")) {
    const check = checks[rule.dataset.rule];
    if (!check) continue;
    const met = check(text);
    rule.classList.toggle("rule-met", met);
    rule.querySelector(".rule-state").textContent = met ? list.dataset.met : list.dataset.unmet;
  }
}

const strength = document.querySelector(".password-strength");
let pause;
let asking;

// Once the member rests for a moment; the answer to what he typed before is not waited for.
function estimateSoon() {
  clearTimeout(pause);
  asking?.abort();
  strength.textContent = "";
  if (password.value !== "") pause = setTimeout(estimate, 400);
}

async function estimate() {
  asking = new AbortController();
  const body = new URLSearchParams({ password: password.value });
  try {
    const answer = await fetch(strength.dataset.address, { method: "POST", body, redirect: "error", signal: asking.signal });
    if (answer.ok) strength.textContent = await answer.text();
  } catch {
    // Typed on, or the server cannot be reached: then nothing is said of it. The form itself will tell.
  }
}

if (list && password) {
  password.addEventListener("input", mark);
  password.addEventListener("input", estimateSoon);
  again?.addEventListener("input", mark);
  mark();
}
