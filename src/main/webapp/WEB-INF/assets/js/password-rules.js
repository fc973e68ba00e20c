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

if (list && password) {
  password.addEventListener("input", mark);
  again?.addEventListener("input", mark);
  mark();
}
