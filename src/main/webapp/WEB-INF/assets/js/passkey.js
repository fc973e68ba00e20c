// Asks the browser for a passkey when the button is pressed, or offers one in the field of the user ID, and sends what
// it answers with the form. What goes wrong is sent by its name: the page that follows says the cause in words.

const form = document.querySelector("[data-passkey]");
const { passkey: ceremony, options: address } = form?.dataset ?? {};
const button = form?.querySelector("button[type=submit]");
const state = form?.querySelector(".passkey-state");

// A challenge lives for five minutes.
const FRESH = 4 * 60 * 1000;
// As long a fetch may take.
const PATIENCE = 10 * 1000;
const TRIED = "passkey-tried";

// By hand, since parseCreationOptionsFromJSON and toJSON are missing from phones that are a few years old.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const known = (descriptors) => descriptors.map((one) => ({ ...one, id: bytes(one.id) }));

const creation = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  user: { ...options.user, id: bytes(options.user.id) },
  excludeCredentials: known(options.excludeCredentials),
});

const request = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  allowCredentials: known(options.allowCredentials),
});

function answerOf(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  if (ceremony === "create") {
    parts.attestationObject = text(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = text(response.authenticatorData);
    parts.signature = text(response.signature);
    if (response.userHandle) parts.userHandle = text(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}

// One tab after the other, so that the first one's cookie is there for the second.
const inTurn = (ask) => (navigator.locks ? navigator.locks.request("passkey-options", ask) : ask());

async function fetchOptions() {
  const stalled = new AbortController();
  const patience = setTimeout(() => stalled.abort(), PATIENCE);
  try {
    return await inTurn(async () => {
      const answer = await fetch(address, { method: "POST", redirect: "error", signal: stalled.signal });
      return answer.json();
    });
  } catch {
    throw new DOMException("The portal gave no challenge", "NetworkError");
  } finally {
    clearTimeout(patience);
  }
}

async function ask(more) {
  if (!window.PublicKeyCredential) throw new DOMException("No passkeys in this browser", "NotSupportedError");
  const { sealed, publicKey } = await fetchOptions();
  const credential =
    ceremony === "create"
      ? await navigator.credentials.create({ publicKey: creation(publicKey), ...more })
      : await navigator.credentials.get({ publicKey: request(publicKey), ...more });
  // For the case that the portal does not know it: the browser can then be told so.
  remembered((storage) => storage.setItem(TRIED, JSON.stringify({ rpId: publicKey.rpId, credentialId: credential.id })));
  return { challenge: sealed, credential: JSON.stringify(answerOf(credential)) };
}

// Some apps have no storage for the pages that they show.
function remembered(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

let waiting;
let asking = false;
let ready = false;

function send(fields) {
  for (const [name, value] of Object.entries(fields)) form.elements[`passkey-${name}`].value = value;
  asking = true;
  ready = true;
  // In a task of its own: while an event of the form is being dispatched, sending it again silently does nothing.
  setTimeout(() => button.click());
}

button?.addEventListener("click", async (event) => {
  if (ready) {
    // Once: a press while the answer is on its way would take its place.
    ready = false;
    return;
  }
  event.preventDefault();
  if (asking) return;
  asking = true;
  waiting?.abort();
  state.textContent = state.dataset.asking;
  try {
    send(await ask({}));
  } catch (failed) {
    send({ failure: failed.name });
  }
});

// The page may be shown once more as it was left.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || !form) return;
  asking = ready = false;
  state.textContent = "";
});

// Offers the member's passkeys where he types his user ID, as long as the page is open.
async function offerInField() {
  const able = await window.PublicKeyCredential?.getClientCapabilities?.();
  if (!able?.conditionalGet) return;
  while (!asking) {
    waiting = new AbortController();
    const { signal } = waiting;
    const renew = setTimeout(() => waiting.abort("renew"), FRESH);
    try {
      const answer = await ask({ mediation: "conditional", signal });
      if (!asking) send(answer);
      return;
    } catch (failed) {
      // The member pressed the button, or the browser offers nothing: then nothing is said of it.
      if (signal.reason !== "renew") return;
    } finally {
      clearTimeout(renew);
    }
  }
}

if (form?.dataset.autofill) offerInField();

// A request that is still open would be in the way of the next page's.
addEventListener("pagehide", () => waiting?.abort());

const unknown = document.querySelector("[data-unknown-passkey]");
const tried = unknown && remembered((storage) => storage.getItem(TRIED));
if (tried) window.PublicKeyCredential?.signalUnknownCredential?.(JSON.parse(tried)).catch(() => {});
