package jp.kenpo.portal.bench;

import java.util.List;
import java.util.Map;

/**
 * All that was measured, as it is printed and written down.
 *
 * @param rowsReadInSequence of each table, a login: what no index led to; empty where the database does not tell
 */
record Figures(
        String date,
        String machine,
        String server,
        String database,
        int members,
        List<Double> secondsToReady,
        double medianSecondsToReady,
        long residentIdleMegabytes,
        long residentAfterLoadMegabytes,
        double hashMillisBefore,
        double hashMillisOnAllProcessors,
        double hashMillisAfter,
        List<Level> returningLogin,
        Level firstLogin,
        Level passkeySignIn,
        Map<String, Level> pages,
        List<PageWeight> weights,
        List<StormFigures> storm,
        Map<String, Double> rowsReadInSequence) {

    /**
     * So many at once.
     *
     * @param compilerCpuMillis what of the JVM's its compilers took
     * @param ratioToHash processor time of the JVM for one unit, by that of the hash alone
     * @param statements of SQL a unit; -1 where the database does not tell
     */
    record Level(
            int atOnce,
            int units,
            int errors,
            double unitsPerSecond,
            double p50,
            double p95,
            double p99,
            double jvmCpuMillis,
            double compilerCpuMillis,
            double databaseCpuMillis,
            double ratioToHash,
            double statements,
            double commits,
            double garbageKilobytes) {}

    /** @param idealMillis how long the hashes alone take on all processors */
    record StormFigures(
            int members,
            int letIn,
            int errors,
            double longestMillis,
            double idealMillis,
            double pageP95Millis,
            long residentMegabytes) {}
}
