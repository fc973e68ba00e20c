package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the portal asks of its database, in the order in which it does, as H2's own trace tells it.
 *
 * <p>What works in the background is told by what it asks, and left out, as is what connections are made and looked
 * after with. One at a time may ask for pages meanwhile.
 */
final class StatementTrace implements AutoCloseable {

    static final String COMMIT = "COMMIT";

    private static final Pattern ENTRY =
            Pattern.compile("jdbc\\[(\\d+)]: \\R/\\*SQL[^*]*\\*/(.*?)(?: \\{1: .*)?;$", Pattern.MULTILINE);

    private static final Pattern OF_CONNECTIONS = matching("set .*|.*information_schema.*");

    /** The sealing of the record, the sending of mail, the answering of requests for recovery, imports: what they look at. */
    private static final Pattern BACKGROUND =
            matching(".*(seal_id is|from audit_seal|from outgoing_mail|from recovery_request).*"
                    + "|select id from roster_import where .* order by begun_at.*"
                    + "|select .* from audit_check .*order by case .*");

    /** The first change that each of them makes in a transaction, or the first row that it holds. */
    private static final Pattern BACKGROUND_CHANGE =
            matching("(insert into|update|delete from) (lease|audit_seal) .*|update audit_check .*"
                    + "|insert into audit_check .* select .*|update (outgoing_mail|recovery_request) .*"
                    + "|update audit_entry .*|.*recovery_request .*for update skip locked"
                    + "|select .* from roster_import where .*state = .* for update"
                    // What is left lying about is swept away every ten minutes, in a transaction for each kind of it.
                    + "|delete from \\w+ where (last_use_at|kept_at|last_sign_in_at|expires_at) <= .*"
                    + "|delete from guess_(crowd|budget) where .*");

    private final DatabaseServer database;
    private final PortalTime time;
    private final Map<String, Use> connections = new HashMap<>();
    private long read;

    /** Begins. */
    StatementTrace(PortalWithDatabase both) {
        this.database = both.database();
        this.time = both.time();
        database.run("set trace_max_file_size 1000");
        database.run("set trace_level_file 2");
    }

    private static Pattern matching(String statements) {
        return Pattern.compile(statements, Pattern.CASE_INSENSITIVE);
    }

    /** What a connection was used for since its last commit. */
    private enum Use {
        NOTHING,
        REQUEST,
        BACKGROUND
    }

    /** The statements that are asked during a request, with {@link #COMMIT} where a transaction ends. */
    List<String> during(Runnable request) {
        next();
        request.run();
        return next();
    }

    /** How the database goes about one of them. */
    String plan(String statement) {
        // The trace writes the end of a line as Java does.
        return statement.equals(COMMIT) || statement.startsWith("CALL ")
                ? ""
                : database.plan(statement.replace("\\n", " "));
    }

    /** A session that was used a moment ago counts as used now, so that no use is to be noted anew on a slow machine. */
    void use(Newcomer member) {
        Instant now = time.now();
        database.run("update sign_in_session set last_use_at = timestamp with time zone '" + now
                + "' where last_use_at > timestamp with time zone '" + now.minusSeconds(90) + "' and "
                + member.isAccount());
    }

    private List<String> next() {
        List<String> asked = new ArrayList<>();
        Matcher entry = ENTRY.matcher(news());
        while (entry.find()) {
            take(entry.group(1), entry.group(2), asked);
        }
        return asked;
    }

    private void take(String connection, String statement, List<String> asked) {
        Use use = connections.getOrDefault(connection, Use.NOTHING);
        if (statement.equals(COMMIT)) {
            // The pool commits once more when a connection comes back.
            if (use == Use.REQUEST) {
                asked.add(COMMIT);
            }
            connections.put(connection, Use.NOTHING);
        } else if (BACKGROUND_CHANGE.matcher(statement).matches()) {
            connections.put(connection, Use.BACKGROUND);
        } else if (use != Use.BACKGROUND
                && !OF_CONNECTIONS.matcher(statement).matches()
                && !BACKGROUND.matcher(statement).matches()) {
            asked.add(statement);
            connections.put(connection, Use.REQUEST);
        }
    }

    private String news() {
        try (InputStream file = Files.newInputStream(database.traceFile())) {
            file.skipNBytes(read);
            byte[] news = file.readAllBytes();
            read += news.length;
            return new String(news, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.run("set trace_level_file 1");
    }
}
