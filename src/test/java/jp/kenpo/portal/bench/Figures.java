package jp.kenpo.portal.bench;

import java.util.List;
import java.util.Map;

/** All that was measured, as it is printed and written down. */
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
        Map<String, Level> pages,
        List<PageWeight> weights,
        List<StormFigures> storm) {

    /**
     * So many at once.
     *
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
