package jp.kenpo.portal.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import jp.kenpo.portal.journey.PortalProcess;

/** What a running portal and its database use while members do something. */
final class Gauge {

    private final ServerProcess process;
    private final Database database;
    private final GarbageLog garbage;
    private final double hashMillis;
    private final PrintStream out;

    /** @param hashMillis the hash alone, measured in the same run */
    Gauge(PortalProcess portal, Database database, GarbageLog garbage, double hashMillis, PrintStream out) {
        this.process = new ServerProcess(portal.serverPid());
        this.database = database;
        this.garbage = garbage;
        this.hashMillis = hashMillis;
        this.out = out;
    }

    long residentMegabytes() {
        return process.residentMegabytes();
    }

    double hashMillis() {
        return hashMillis;
    }

    /** Lets so many at once do it for a while, and tells what one unit of it cost. */
    Figures.Level measure(String what, int atOnce, Duration duration, Load load, Load.Unit unit)
            throws InterruptedException {
        double cpu = process.cpuMillis();
        double compiler = process.compilerCpuMillis();
        Database.Work work = database.work();
        long allocated = garbage.allocatedMegabytes();
        Load.Outcome outcome = load.run(atOnce, duration, unit);
        double units = Math.max(1, outcome.units());
        double jvm = (process.cpuMillis() - cpu) / units;
        Database.Work done = database.work().since(work);
        Figures.Level level = new Figures.Level(
                atOnce,
                outcome.units(),
                outcome.errors().size(),
                outcome.perSecond(),
                outcome.percentile(0.5),
                outcome.percentile(0.95),
                outcome.percentile(0.99),
                jvm,
                (process.compilerCpuMillis() - compiler) / units,
                done.cpuMillis() / units,
                jvm / hashMillis,
                done.statements().map(all -> all / units).orElse(-1.0),
                done.commits().map(all -> all / units).orElse(-1.0),
                (garbage.allocatedMegabytes() - allocated) * 1024 / units);
        tell(what, level);
        outcome.tellErrors(out);
        return level;
    }

    private void tell(String what, Figures.Level level) {
        out.println(String.format(
                Locale.ROOT,
                "%s, %d at once: %.1f/s, p50 %.0f p95 %.0f p99 %.0f ms, JVM %.2f ms CPU (%.2f hashes; %.2f the compiler),"
                        + " database %.2f ms, %.1f statements, %.1f commits, %.0f kB garbage",
                what,
                level.atOnce(),
                level.unitsPerSecond(),
                level.p50(),
                level.p95(),
                level.p99(),
                level.jvmCpuMillis(),
                level.ratioToHash(),
                level.compilerCpuMillis(),
                level.databaseCpuMillis(),
                level.statements(),
                level.commits(),
                level.garbageKilobytes()));
    }
}
