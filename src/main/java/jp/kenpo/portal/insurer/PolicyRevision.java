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
import java.util.stream.Collectors;
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

    @Enumerated(EnumType.STRING)
    private PasswordProfile passwordProfile;

    private @Nullable Integer initialPasswordDays;
    private String methods;

    @Enumerated(EnumType.STRING)
    private HandOver handOver;

    private int idleMinutes;
    private int absoluteMinutes;
    private int recoveryWaitHours;
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

    /** What the insurer decided, from its given revision on. */
    public PolicyRevision(Insurer insurer, InsurerPolicy policy, Instant since) {
        this.insurerId = insurer.id();
        this.revision = insurer.revision();
        this.since = since;
        this.passwordProfile = policy.passwordProfile();
        this.initialPasswordDays =
                policy.initialPasswordLife().map(life -> (int) life.toDays()).orElse(null);
        this.methods = policy.methods().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        this.handOver = policy.handOver();
        this.idleMinutes = (int) policy.idleLimit().toMinutes();
        this.absoluteMinutes = (int) policy.absoluteLimit().toMinutes();
        this.recoveryWaitHours = (int) policy.recoveryWait().toHours();
        this.freeTries = policy.guesses().freeTries();
        this.firstWaitSeconds = (int) policy.guesses().firstWait().toSeconds();
        this.longestWaitSeconds = (int) policy.guesses().longestWait().toSeconds();
        this.tellAfter = policy.guesses().tellAfter();
        this.mostFailures = policy.guesses().mostFailures();
        this.addressFailures = policy.crowds().addressFailures();
        this.alarmFailures = policy.crowds().alarmFailures();
    }

    /** The policy as the rules read it. */
    public InsurerPolicy policy() {
        return new InsurerPolicy(
                passwordProfile,
                Optional.ofNullable(initialPasswordDays).map(Duration::ofDays),
                Arrays.stream(methods.split(","))
                        .map(SecondFactorMethod::valueOf)
                        .collect(Collectors.toSet()),
                handOver,
                Duration.ofMinutes(idleMinutes),
                Duration.ofMinutes(absoluteMinutes),
                Duration.ofHours(recoveryWaitHours),
                new GuessPolicy(
                        freeTries,
                        Duration.ofSeconds(firstWaitSeconds),
                        Duration.ofSeconds(longestWaitSeconds),
                        tellAfter,
                        mostFailures),
                new CrowdPolicy(addressFailures, alarmFailures));
    }
}
