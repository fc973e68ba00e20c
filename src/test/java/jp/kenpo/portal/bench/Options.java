package jp.kenpo.portal.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import jp.kenpo.portal.journey.PortalServer;

/**
 * What is to be measured.
 *
 * @param database of H2 or PostgreSQL; the latter is named by the environment as for {@code psql}
 * @param members who have a password and an authenticator app
 * @param levels how many log in at once
 * @param warmUp before anything is measured
 * @param measured each level for so long
 * @param starts of which the median is told
 * @param storm who all press the button at once; 0: nobody
 */
record Options(
        PortalServer server,
        Database.Kind database,
        int members,
        List<Integer> levels,
        Duration warmUp,
        Duration measured,
        int starts,
        int storm) {

    static final String USAGE = "usage: bin/bench [--server payara-micro|wildfly] [--db h2|postgresql]"
            + " [--members N] [--levels N,N…] [--warm-up SECONDS] [--seconds SECONDS] [--starts N] [--storm N]"
            + ", or bin/bench --micro [PATTERN]";

    static Options standard() {
        return new Options(
                PortalServer.PAYARA_MICRO,
                Database.Kind.H2,
                10_000,
                List.of(1, 4, 16),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                5,
                2_000);
    }

    /** @throws IllegalArgumentException with the usage, where they are not understood */
    static Options parse(String... arguments) {
        Options options = standard();
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            try {
                options = options.with(arguments[i], arguments[i + 1]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(arguments[i] + " " + arguments[i + 1] + "? " + USAGE, e);
            }
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--server" -> new Options(server(value), database, members, levels, warmUp, measured, starts, storm);
            case "--db" ->
                new Options(server, Database.Kind.parse(value), members, levels, warmUp, measured, starts, storm);
            case "--members" -> new Options(server, database, number(value), levels, warmUp, measured, starts, storm);
            case "--levels" -> new Options(server, database, members, numbers(value), warmUp, measured, starts, storm);
            case "--warm-up" -> new Options(server, database, members, levels, seconds(value), measured, starts, storm);
            case "--seconds" -> new Options(server, database, members, levels, warmUp, seconds(value), starts, storm);
            case "--starts" -> new Options(server, database, members, levels, warmUp, measured, number(value), storm);
            case "--storm" ->
                new Options(server, database, members, levels, warmUp, measured, starts, Integer.parseInt(value));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PortalServer server(String name) {
        return switch (name) {
            case "payara-micro" -> PortalServer.PAYARA_MICRO;
            case "wildfly" -> PortalServer.WILDFLY;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Options::number).toList();
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(number(text));
    }
}
