package jp.kenpo.portal.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.secondfactor.PasskeyChallenges.Bond;
import jp.kenpo.portal.secondfactor.PasskeyCheck.Failed;
import jp.kenpo.portal.secondfactor.PasskeyCheck.Passed;

/** Takes an authenticator's answer: for a new passkey, or to sign in with one (WebAuthn L3 § 7). */
@ApplicationScoped
public class PasskeyCeremonies {

    @Inject
    PasskeyChallenges challenges;

    @Inject
    Passkeys passkeys;

    @Inject
    Clock clock;

    /**
     * Keeps the new passkey of a member who is known (WebAuthn L3 § 7.1).
     *
     * @param otherwise the name where the authenticator's make has none that is known
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PasskeyCheck<Passkey> register(PasskeyAnswer answer, Bond bond, String otherwise) {
        PasskeyCheck<byte[]> challenge = challenge(answer, bond);
        if (challenge instanceof Failed<byte[]> failed) {
            return new Failed<>(failed.why());
        }
        PasskeyCheck<PasskeyRegistration> verified = PasskeyRegistration.verify(
                answer.credential(), bond.relyingParty(), ((Passed<byte[]>) challenge).value());
        if (verified instanceof Failed<PasskeyRegistration> failed) {
            return new Failed<>(failed.why());
        }
        return keep(((Passed<PasskeyRegistration>) verified).value(), bond, otherwise);
    }

    /** Uses up the challenge that was answered, and returns it; none is used up where the browser gave no answer. */
    private PasskeyCheck<byte[]> challenge(PasskeyAnswer answer, Bond bond) {
        if (answer.isFailure()) {
            return new Failed<>(answer.whyNot());
        }
        Optional<byte[]> challenge = challenges.use(answer.challenge(), bond);
        if (challenge.isEmpty()) {
            return new Failed<>(PasskeyFailure.STALE);
        }
        return answer.isTooLarge() ? new Failed<>(PasskeyFailure.INVALID) : new Passed<>(challenge.get());
    }

    private PasskeyCheck<Passkey> keep(PasskeyRegistration made, Bond bond, String otherwise) {
        if (passkeys.isKnown(made.credentialId()) || !challenges.reserve(made.credentialId())) {
            return new Failed<>(PasskeyFailure.INVALID);
        }
        long accountId = bond.accountId().orElseThrow();
        String wished = PasskeyProviders.name(made.aaguid()).orElse(otherwise);
        DeviceName name = new DeviceName(DeviceName.unused(
                wished, passkeys.of(accountId).stream().map(Passkey::name).toList()));
        return new Passed<>(passkeys.add(accountId, bond.relyingParty(), made, name));
    }

    /**
     * Accepts a sign-in and keeps what the authenticator says of itself (WebAuthn L3 § 7.2).
     *
     * <p>Where the account is known already, the passkey must be one of its own; otherwise the authenticator must
     * say whose it is, and be right (step 6).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PasskeyCheck<Passkey> signIn(PasskeyAnswer answer, Bond bond) {
        PasskeyCheck<byte[]> challenge = challenge(answer, bond);
        if (challenge instanceof Failed<byte[]> failed) {
            return new Failed<>(failed.why());
        }
        PasskeyCheck<PasskeyAssertion> read = PasskeyAssertion.read(answer.credential());
        if (read instanceof Failed<PasskeyAssertion> failed) {
            return new Failed<>(failed.why());
        }
        PasskeyAssertion assertion = ((Passed<PasskeyAssertion>) read).value();
        Optional<Passkey> passkey = passkeys.lock(assertion.credentialId(), bond.relyingParty())
                .filter(found -> isTheirs(found, assertion, bond));
        if (passkey.isEmpty()) {
            return new Failed<>(
                    passkeys.isKnown(assertion.credentialId())
                            ? PasskeyFailure.FOREIGN_KEY
                            : PasskeyFailure.UNKNOWN_KEY);
        }
        return verify(assertion, passkey.get(), bond, ((Passed<byte[]>) challenge).value());
    }

    private boolean isTheirs(Passkey passkey, PasskeyAssertion assertion, Bond bond) {
        boolean ofTheAccount = bond.accountId()
                .map(id -> id == passkey.accountId())
                .orElse(assertion.userHandle().isPresent());
        return ofTheAccount
                && assertion
                        .userHandle()
                        .map(handle ->
                                passkeys.findUserHandle(passkey.accountId()).equals(Optional.of(handle)))
                        .orElse(true);
    }

    private PasskeyCheck<Passkey> verify(PasskeyAssertion assertion, Passkey passkey, Bond bond, byte[] challenge) {
        PasskeyCheck<PasskeyAssertion> verified = assertion.verify(passkey, bond.relyingParty(), challenge);
        if (verified instanceof Failed<PasskeyAssertion> failed) {
            return new Failed<>(failed.why());
        }
        passkey.use(assertion, clock.instant());
        return new Passed<>(passkey);
    }
}
