// Tells the browser's passkey store which keys still sign in, and under which user ID (WebAuthn L3 § 5.1.10).
for (const said of document.querySelectorAll("[data-passkey-signals]")) {
  const { accepted, user } = JSON.parse(said.dataset.passkeySignals);
  window.PublicKeyCredential?.signalAllAcceptedCredentials?.(accepted).catch(() => {});
  window.PublicKeyCredential?.signalCurrentUserDetails?.(user).catch(() => {});
}
