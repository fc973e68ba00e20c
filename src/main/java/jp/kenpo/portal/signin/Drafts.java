package jp.kenpo.portal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kenpo.portal.platform.SecretBox;

/**
 * What members had typed when their session was over, until they are back: of each page the latest, sealed, for an
 * hour.
 *
 * <p>Named fields of named pages only, so that no password, code or birth date is ever kept, and nobody can fill the
 * table; a new field that is no secret belongs here.
 */
@ApplicationScoped
public class Drafts {

    private static final Map<String, Fields> FIELDS = Map.ofEntries(
            Map.entry("/first-login/user-id-and-method.xhtml", Fields.of("user-id", "method")),
            Map.entry("/first-login/new-password.xhtml", Fields.of("sign-out-everywhere")),
            Map.entry("/first-login/email.xhtml", Fields.of("email", "sign-out-everywhere")),
            Map.entry("/mfa-setup/one-time-password.xhtml", Fields.of("device-name", "sign-out-everywhere")),
            Map.entry("/mfa-setup/passkey-name.xhtml", Fields.of("device-name")),
            Map.entry(AccountPages.EMAIL, Fields.of("email")),
            Map.entry(AccountPages.PASSWORD, Fields.of("sign-out-everywhere")),
            Map.entry(AccountPages.USER_ID, Fields.of("user-id")),
            Map.entry(StaffPages.SETTINGS_BRAND, Fields.of("seen", "insurer-name", "insurer-name-en", "accent")),
            Map.entry(
                    StaffPages.SETTINGS_CONTACT,
                    Fields.of(
                            "seen",
                            "phone",
                            "hours",
                            "hours-en",
                            "post",
                            "post-en",
                            "sender-address",
                            "alarm-address")),
            Map.entry(
                    StaffPages.SETTINGS_POLICY,
                    Fields.of(
                            "seen",
                            "password-profile",
                            "initial-password-days",
                            "offered-methods",
                            "hand-over",
                            "recovery-wait-hours",
                            "help-approval",
                            "initial-password",
                            "offered-languages",
                            "idle-minutes",
                            "absolute-hours",
                            "free-tries",
                            "first-wait-seconds",
                            "longest-wait-minutes",
                            "tell-after",
                            "most-failures",
                            "address-failures",
                            "alarm-failures")),
            Map.entry(
                    StaffPages.TERMS_DRAFT,
                    Fields.ofTexts(
                            "seen", "effective-on", "material", "changes-ja", "changes-en", "text-ja", "text-en")),
            Map.entry(
                    StaffPages.NOTICE_DRAFT,
                    Fields.ofTexts(
                            StaffPages.DRAFT,
                            "seen",
                            "title-ja",
                            "notice-ja",
                            "title-en",
                            "notice-en",
                            "first-day",
                            "last-day",
                            "notice-symbol",
                            "important")));

    /** The fields of a page that are kept. @param longest what is longer was not typed there */
    private record Fields(List<String> names, int longest) {

        /** As long as the longest address. */
        static Fields of(String... names) {
            return new Fields(List.of(names), 254);
        }

        /** Twice as long as the longest text of staff: its lines end with two characters each, and it may be too long. */
        static Fields ofTexts(String... names) {
            return new Fields(List.of(names), 80_000);
        }
    }

    static final Duration LIFE = Duration.ofHours(1);

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    SecretBox secretBox;

    @Inject
    Clock clock;

    /**
     * Keeps what was typed on a page.
     *
     * @return false where the page has no field that may be kept
     */
    @Transactional
    public boolean keep(long accountId, String page, Map<String, String[]> form) {
        Fields kept = FIELDS.getOrDefault(page, Fields.of());
        String fields = kept.names().stream()
                .filter(form::containsKey)
                .filter(name -> form.get(name)[0].length() <= kept.longest())
                .map(name -> name + "=" + URLEncoder.encode(form.get(name)[0], UTF_8))
                .collect(Collectors.joining("&"));
        if (fields.isEmpty()) {
            return false;
        }
        byte[] sealed = secretBox.seal(fields, place(accountId, page));
        write(
                "insert into draft (account_id, page, sealed_fields, kept_at) values (?1, ?2, ?3, ?4)"
                        + " on conflict do nothing",
                accountId,
                page,
                sealed);
        write(
                "update draft set sealed_fields = ?3, kept_at = ?4 where account_id = ?1 and page = ?2",
                accountId,
                page,
                sealed);
        return true;
    }

    private void write(String sql, long accountId, String page, byte[] sealed) {
        entities.createNativeQuery(sql)
                .setParameter(1, accountId)
                .setParameter(2, page)
                .setParameter(3, sealed)
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** What was typed on a page, by the name of the field; empty where nothing is kept. */
    Map<String, String> find(long accountId, String page) {
        List<?> kept = entities.createNativeQuery(
                        "select sealed_fields from draft where account_id = ?1 and page = ?2 and kept_at > ?3")
                .setParameter(1, accountId)
                .setParameter(2, page)
                .setParameter(3, clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .getResultList();
        return kept.isEmpty()
                ? Map.of()
                : Arrays.stream(secretBox
                                .open((byte[]) kept.get(0), place(accountId, page))
                                .split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    /** Forgets what was typed on a page: it is saved. */
    @Transactional
    public void forget(long accountId, String page) {
        entities.createNativeQuery("delete from draft where account_id = ?1 and page = ?2")
                .setParameter(1, accountId)
                .setParameter(2, page)
                .executeUpdate();
    }

    /** Forgets whatever was typed by whoever was signed in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(long accountId) {
        entities.createNativeQuery("delete from draft where account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
    }

    private static String place(long accountId, String page) {
        return "draft.fields." + accountId + "." + page;
    }
}
