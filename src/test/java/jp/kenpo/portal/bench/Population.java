package jp.kenpo.portal.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.platform.Settings;
import jp.kenpo.portal.secondfactor.SoftwareAuthenticator;
import jp.kenpo.portal.secondfactor.TotpSecret;

/** Members of the first demo insurer, written straight into the database, all with the same password. */
final class Population implements AutoCloseable {

    static final String PASSWORD = "Hokenjo2026sho";

    static final String BIRTH_DATE = "19710203";

    /** Those who were never there; each comes once. */
    static final int NEWCOMERS = 5_000;

    /** All have the same key, so that whoever drives need not keep a million. */
    static final TotpSecret KEY = TotpSecret.of("bench-bench-bench-20".getBytes(StandardCharsets.US_ASCII));

    /** Far above what the portal gives out itself meanwhile. */
    private static final long FIRST_ID = 10_000_000_000L;

    private static final long FIRST_NEWCOMER = 20_000_000_000L;
    private static final long FIRST_WITH_PASSKEY = 30_000_000_000L;

    private static final int AT_A_TIME = 2_000;

    private static final OffsetDateTime THEN = OffsetDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String PERSON =
            "insert into member (id, insurer_id, symbol, number, branch, name, kana, birth_date, qualified_on)"
                    + " values (?, ?, ?, ?, '01', ?, 'ケンポ', ?, date '2000-04-01')";
    private static final String NEW_ACCOUNT =
            "insert into account (id, insurer_id, member_id, user_id, epoch, email_state, version)"
                    + " values (?, ?, ?, ?, 0, 'NONE', 0)";
    private static final String ACCOUNT =
            "insert into account (id, insurer_id, member_id, user_id, password_hash, password_set_at, epoch,"
                    + " birth_date_confirmed_at, user_id_decided_at, method, email, email_state,"
                    + " email_decided_at, first_login_completed_at, version)"
                    + " values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 'CONFIRMED', ?, ?, 0)";
    private static final String TERMS =
            "insert into terms_acceptance (id, account_id, number, text_sha256, language, accepted_at)"
                    + " select ?, ?, max(number), 'x', 'JA', ? from terms_version where insurer_id = ?";
    private static final String DEVICE =
            "insert into known_device (token_hash, account_id, known_since, last_sign_in_at) values (?, ?, ?, ?)";
    private static final String TOTP =
            "insert into totp_device (id, account_id, name, sealed_secret, created_at, confirmed_at, last_step, drift)"
                    + " values (?, ?, 'iPhone', ?, ?, ?, 0, 0)";
    private static final String PASSKEY_USER = "insert into passkey_user (account_id, handle) values (?, ?)";
    private static final String PASSKEY =
            "insert into passkey (id, account_id, insurer_id, rp_id, credential_id, attested_credential_data, sign_count,"
                    + " backup_eligible, backed_up, transports, name, created_at, last_used_at)"
                    + " values (?, ?, ?, 'localhost', ?, ?, 1, false, false, 'internal', 'iPhone', ?, ?)";

    private final Connection connection;
    private final long insurer;
    private final SecretBox box = Keyset.secretBox(demo());
    private final String hash =
            PasswordHash.of(PASSWORD, new byte[PasswordHash.saltBytes()]).phc();
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private int waiting;

    private Population(Connection connection) throws SQLException {
        this.connection = connection;
        this.insurer = insurer(connection);
        connection.setAutoCommit(false);
        // In the order of what refers to what.
        for (String sql : new String[] {PERSON, NEW_ACCOUNT, ACCOUNT, TERMS, DEVICE, TOTP, PASSKEY_USER, PASSKEY}) {
            statements.put(sql, connection.prepareStatement(sql));
        }
    }

    static String userId(int member) {
        return "bench%08d".formatted(member);
    }

    static String newcomersUserId(int newcomer) {
        return "newcomer%08d".formatted(newcomer);
    }

    /** The number is the newcomer's, the symbol that of all of them. */
    static String initialPassword(int newcomer) {
        return "8888%08d".formatted(newcomer) + BIRTH_DATE;
    }

    /** The mark of the device that a member always uses. */
    static SecretToken device(int member) {
        byte[] bytes = "device-of-member-%08d-of-the-bench".formatted(member).getBytes(StandardCharsets.US_ASCII);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return SecretToken.parse(text.substring(text.length() - 43)).orElseThrow();
    }

    /** Adds as many with an authenticator app, and the others; the portal must have made its tables before. */
    static void add(Database database, int members, PasskeyMembers passkeys) throws SQLException {
        try (Connection connection = database.connect();
                Population population = new Population(connection)) {
            for (int member = 0; member < members; member++) {
                population.withApp(member);
            }
            for (int newcomer = 0; newcomer < NEWCOMERS; newcomer++) {
                population.newcomer(newcomer);
            }
            for (int member = 0; member < PasskeyMembers.SIZE; member++) {
                population.withPasskey(member, passkeys.device(member));
            }
            population.write();
        }
        try (Connection connection = database.connect();
                PreparedStatement analyze = connection.prepareStatement("analyze")) {
            analyze.execute();
        }
    }

    private void withApp(int member) throws SQLException {
        long id = FIRST_ID + member;
        completed(id, "7777", member, userId(member), "OTP");
        set(DEVICE, device(member).hash(), id, THEN, OffsetDateTime.now());
        byte[] secret = box.seal(KEY.base32(), "totp_device.secret." + id);
        set(TOTP, id, id, secret, THEN, THEN);
        written();
    }

    private void newcomer(int newcomer) throws SQLException {
        long id = FIRST_NEWCOMER + newcomer;
        person(id, "8888", newcomer);
        set(NEW_ACCOUNT, id, insurer, id, newcomersUserId(newcomer));
        written();
    }

    private void withPasskey(int member, SoftwareAuthenticator device) throws SQLException {
        long id = FIRST_WITH_PASSKEY + member;
        completed(id, "9999", member, "passkey%08d".formatted(member), "PASSKEY");
        byte[] handle = "%064d".formatted(member).getBytes(StandardCharsets.US_ASCII);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
        set(PASSKEY_USER, id, text);
        set(PASSKEY, id, id, insurer, device.credentialId(), device.attestedCredentialData(), THEN, THEN);
        device.belongTo(text);
        written();
    }

    private void completed(long id, String symbol, int number, String userId, String method) throws SQLException {
        person(id, symbol, number);
        String email = userId + "@example.jp";
        set(ACCOUNT, id, insurer, id, userId, hash, THEN, THEN, THEN, method, email, THEN, THEN);
        set(TERMS, id, id, THEN, insurer);
    }

    private void person(long id, String symbol, int number) throws SQLException {
        LocalDate birthDate = LocalDate.of(1971, 2, 3);
        set(PERSON, id, insurer, symbol, "%08d".formatted(number), "試験 " + number, birthDate);
    }

    private void set(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private void written() throws SQLException {
        if (++waiting == AT_A_TIME) {
            write();
        }
    }

    private void write() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.executeBatch();
        }
        connection.commit();
        waiting = 0;
    }

    private static long insurer(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id from insurer where code = 'demo'");
                ResultSet found = query.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    /** The settings of a demo, whose keys everybody has. */
    private static Settings demo() {
        return new Settings(
                new Settings.Database("", "", ""),
                new Settings.MailServer("", 25, Optional.empty(), "", false),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Settings.Demo(8080, Path.of("."))));
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
