package jp.kenpo.portal.insurer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** An insurer's policy as it was decided at some time; a later decision is another row. */
@Entity
@Table(name = "insurer_policy")
@SequenceGenerator(name = "insurer_policy", sequenceName = "id_sequence", allocationSize = 1)
public class PolicyRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "insurer_policy")
    private long id;

    private long insurerId;
    private int revision;
    private Instant since;

    private @Nullable Long decidedBy;

    @Enumerated(EnumType.STRING)
    private PasswordProfile passwordProfile;

    @Enumerated(EnumType.STRING)
    private InitialPasswordKind initialPassword;

    private @Nullable Integer initialPasswordDays;
    private String methods;

    @Enumerated(EnumType.STRING)
    private HandOver handOver;

    private String languages;
    private int idleMinutes;
    private int absoluteMinutes;
    private int recoveryWaitHours;

    @Enumerated(EnumType.STRING)
    private HelpApproval helpApproval;

    private int freeTries;
    private int firstWaitSeconds;
    private int longestWaitSeconds;
    private int tellAfter;
    private int mostFailures;
    private int addressFailures;
    private int alarmFailures;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PolicyRevision() {}

    /**
     * What the insurer decided, from its given revision on.
     *
     * @param decidedBy the account of the manager who did; null where the installation came with it
     */
    PolicyRevision(Insurer insurer, InsurerPolicy policy, @Nullable Long decidedBy, Instant since) {
        this.insurerId = insurer.id();
        this.revision = insurer.revision();
        this.since = since;
        this.decidedBy = decidedBy;
        this.passwordProfile = policy.passwordProfile();
        this.initialPassword = policy.initialPassword();
        this.initialPasswordDays =
                policy.initialPasswordLife().map(life -> (int) life.toDays()).orElse(null);
        this.methods = joined(policy.methods());
        this.languages = joined(policy.languages());
        this.handOver = policy.handOver();
        this.idleMinutes = (int) policy.idleLimit().toMinutes();
        this.absoluteMinutes = (int) policy.absoluteLimit().toMinutes();
        this.recoveryWaitHours = (int) policy.recoveryWait().toHours();
        this.helpApproval = policy.helpApproval();
        this.freeTries = policy.guesses().freeTries();
        this.firstWaitSeconds = (int) policy.guesses().firstWait().toSeconds();
        this.longestWaitSeconds = (int) policy.guesses().longestWait().toSeconds();
        this.tellAfter = policy.guesses().tellAfter();
        this.mostFailures = policy.guesses().mostFailures();
        this.addressFailures = policy.crowds().addressFailures();
        this.alarmFailures = policy.crowds().alarmFailures();
    }

    private static String joined(Set<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static <T> Set<T> parted(String some, Function<String, T> read) {
        return Arrays.stream(some.split(",")).map(read).collect(Collectors.toSet());
    }

    /** Grows with each decision, and is no former profile's. */
    public long id() {
        return id;
    }

    public Instant since() {
        return since;
    }

    /** The policy as the rules read it. */
    public InsurerPolicy policy() {
        return new InsurerPolicy(
                passwordProfile,
                initialPassword,
                Optional.ofNullable(initialPasswordDays).map(Duration::ofDays),
                parted(methods, SecondFactorMethod::valueOf),
                handOver,
                parted(languages, Language::valueOf),
                Duration.ofMinutes(idleMinutes),
                Duration.ofMinutes(absoluteMinutes),
                Duration.ofHours(recoveryWaitHours),
                helpApproval,
                new GuessPolicy(
                        freeTries,
                        Duration.ofSeconds(firstWaitSeconds),
                        Duration.ofSeconds(longestWaitSeconds),
                        tellAfter,
                        mostFailures),
                new CrowdPolicy(addressFailures, alarmFailures));
    }
}
