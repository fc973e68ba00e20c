package jp.kenpo.portal.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.platform.Settings;
import jp.kenpo.portal.secondfactor.TotpSecret;

/** Members of the first demo insurer, written straight into the database, all with the same password. */
final class Population {

    static final String PASSWORD = "Hokenjo2026sho";

    /** All have the same key, so that whoever drives need not keep a million. */
    static final TotpSecret KEY = TotpSecret.of("bench-bench-bench-20".getBytes(StandardCharsets.US_ASCII));

    /** Far above what the portal gives out itself meanwhile. */
    private static final long FIRST_ID = 10_000_000_000L;

    private static final int AT_A_TIME = 2_000;

    private Population() {}

    static String userId(int member) {
        return "bench%08d".formatted(member);
    }

    /** The mark of the device that a member always uses. */
    static SecretToken device(int member) {
        byte[] bytes = "device-of-member-%08d-of-the-bench".formatted(member).getBytes(StandardCharsets.US_ASCII);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return SecretToken.parse(text.substring(text.length() - 43)).orElseThrow();
    }

    /** Adds as many; the portal must have made its tables before. */
    static void add(Database database, int members) throws SQLException {
        SecretBox box = Keyset.secretBox(demo());
        String hash =
                PasswordHash.of(PASSWORD, new byte[PasswordHash.saltBytes()]).phc();
        OffsetDateTime then = OffsetDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long insurer = insurer(connection);
            try (PreparedStatement person = connection.prepareStatement(
                            "insert into member (id, insurer_id, symbol, number, branch, name, kana, birth_date, qualified_on)"
                                    + " values (?, ?, '7777', ?, '01', ?, 'ケンポ', date '1971-02-03', date '2000-04-01')");
                    PreparedStatement account = connection.prepareStatement(
                            "insert into account (id, insurer_id, member_id, user_id, password_hash, password_set_at, epoch,"
                                    + " birth_date_confirmed_at, user_id_decided_at, method, email, email_state,"
                                    + " email_decided_at, first_login_completed_at, version)"
                                    + " values (?, ?, ?, ?, ?, ?, 0, ?, ?, 'OTP', ?, 'CONFIRMED', ?, ?, 0)");
                    PreparedStatement terms = connection.prepareStatement(
                            "insert into terms_acceptance (id, account_id, number, text_sha256, language, accepted_at)"
                                    + " select ?, ?, max(number), 'x', 'JA', ? from terms_version where insurer_id = ?");
                    PreparedStatement totp = connection.prepareStatement(
                            "insert into totp_device (id, account_id, name, sealed_secret, created_at, confirmed_at, last_step, drift)"
                                    + " values (?, ?, 'iPhone', ?, ?, ?, 0, 0)");
                    PreparedStatement device = connection.prepareStatement(
                            "insert into known_device (token_hash, account_id, known_since, last_sign_in_at) values (?, ?, ?, ?)")) {
                for (int member = 0; member < members; member++) {
                    long id = FIRST_ID + member;
                    set(person, id, insurer, "%08d".formatted(member), "試験 " + member);
                    String email = userId(member) + "@example.jp";
                    set(account, id, insurer, id, userId(member), hash, then, then, then, email, then, then);
                    set(terms, id, id, then, insurer);
                    byte[] secret = box.seal(KEY.base32(), "totp_device.secret." + id);
                    set(totp, id, id, secret, then, then);
                    set(device, device(member).hash(), id, then, OffsetDateTime.now());
                    if (member % AT_A_TIME == AT_A_TIME - 1 || member == members - 1) {
                        for (PreparedStatement one : new PreparedStatement[] {person, account, terms, totp, device}) {
                            one.executeBatch();
                        }
                        connection.commit();
                    }
                }
            }
            connection.setAutoCommit(true);
            try (PreparedStatement analyze = connection.prepareStatement("analyze")) {
                analyze.execute();
            }
        }
    }

    private static long insurer(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id from insurer where code = 'demo'");
                ResultSet found = query.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
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
}
