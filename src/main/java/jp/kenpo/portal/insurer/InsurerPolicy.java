package jp.kenpo.portal.insurer;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.web.Language;

/**
 * What an insurer decides about how its members sign in.
 *
 * @param initialPasswordLife how long the initial password works; empty: until the first login
 * @param methods the second factors to choose from
 * @param languages in which members may read; Japanese is always among them
 * @param idleLimit a session ends when it was not used for so long
 * @param absoluteLimit a session ends so long after it was begun
 * @param recoveryWait so long a member waits who has none of his devices any more; whole hours
 */
public record InsurerPolicy(
        PasswordProfile passwordProfile,
        InitialPasswordKind initialPassword,
        Optional<Duration> initialPasswordLife,
        Set<SecondFactorMethod> methods,
        HandOver handOver,
        Set<Language> languages,
        Duration idleLimit,
        Duration absoluteLimit,
        Duration recoveryWait,
        HelpApproval helpApproval,
        GuessPolicy guesses,
        CrowdPolicy crowds) {

    public InsurerPolicy {
        methods = Set.copyOf(methods);
        languages = Set.copyOf(languages);
    }

    /** The second factor to be set up by whoever chose one: another one than his if his is not offered any more. */
    public SecondFactorMethod offeredInsteadOf(SecondFactorMethod chosen) {
        return methods.contains(chosen) ? chosen : methods.iterator().next();
    }

    /** What holds until the insurer decides otherwise: the manual's ways, ninety days for the initial password. */
    public static InsurerPolicy standard() {
        return new InsurerPolicy(
                PasswordProfile.MANUAL,
                InitialPasswordKind.DERIVED,
                Optional.of(Duration.ofDays(90)),
                Set.of(SecondFactorMethod.PASSKEY, SecondFactorMethod.OTP),
                HandOver.CHOICE,
                Set.of(Language.JA, Language.EN),
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                Duration.ofHours(24),
                HelpApproval.ONE,
                new GuessPolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(15), 10, 100),
                new CrowdPolicy(100, 1000));
    }
}
