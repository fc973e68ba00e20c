// Marks which rules the password meets so far. The server decides; this only saves a round trip.
const list = document.querySelector(".password-rules");
const [password, again] = document.querySelectorAll("input[autocomplete=new-password]");

const checks = {
  length: (text) => [...text].length >= 8 && [...text].length <= 64,
  letter: (text) => /[A-Za-z]/.test(text),
  digit: (text) => /[0-9]/.test(text),
  characters: (text) => /^[A-Za-z0-9]+$/.test(text),
  same: (text) => text !== "" && text === again?.value.normalize("NFKC"),
};

const rules = [...(list?.querySelectorAll("[data-rule]") ?? [])];

function mark(rule, met) {
  rule.classList.toggle("rule-met", met);
  rule.querySelector(".rule-state").textContent = met ? list.dataset.met : list.dataset.unmet;
}

function markWhatIsSeenHere() {
  const text = password.value.normalize("NFKC");
  for (const rule of rules) {
    const check = checks[rule.dataset.rule];
    if (check || text === "") mark(rule, Boolean(check?.(text)));
  }
}

// What the member's data and the list of common passwords say is known to the server alone.
function markWhatTheServerSees(isKept) {
  for (const rule of rules) {
    if (!checks[rule.dataset.rule]) mark(rule, isKept(rule.dataset.rule));
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
    const seen = await answer.json();
    strength.textContent = seen.strength;
    markWhatTheServerSees((rule) => !seen.broken.includes(rule));
  } catch (failed) {
    // He typed on: the next answer counts. Or there is none, and nothing is said of it; the form itself will tell.
    if (failed.name !== "AbortError") markWhatTheServerSees(() => false);
  }
}

if (list && password) {
  password.addEventListener("input", markWhatIsSeenHere);
  password.addEventListener("input", estimateSoon);
  again?.addEventListener("input", markWhatIsSeenHere);
  markWhatIsSeenHere();
}
