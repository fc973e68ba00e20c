// Says in a sentence what this browser and device can do with passkeys. Nothing depends on it.

const APPS = /\bLine\/|FBAN|FBAV|Instagram|; wv\)|YJApp|MicroMessenger/;

async function readiness() {
  if (/^[0-9.]+$|^\[/.test(location.hostname)) return "address";
  if (APPS.test(navigator.userAgent)) return "inApp";
  if (!window.PublicKeyCredential) return "none";
  const able = await PublicKeyCredential.getClientCapabilities?.();
  const here = able?.userVerifyingPlatformAuthenticator ?? (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());
  return here ? "here" : "phone";
}

for (const line of document.querySelectorAll(".readiness")) {
  readiness().then((what) => {
    line.hidden = false;
    line.textContent = line.dataset[what];
  });
}
