package jp.kenpo.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel tells of a process (proc(5)); nothing of one that is gone. */
record ServerProcess(long pid) {

    /** Of the kernel's clock, in which it counts processor time: a hundred a second on every Linux today. */
    private static final double MILLIS_PER_TICK = 10;

    /** Processor time that it has used so far, in milliseconds. */
    double cpuMillis() {
        return cpuMillis(read("stat"));
    }

    /** What of it a JVM's compilers have used, in which it differs most from what it will use once it has settled. */
    double compilerCpuMillis() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.map(thread -> read("task/" + thread.getFileName() + "/stat"))
                    .filter(stat -> stat.contains(" CompilerThre"))
                    .mapToDouble(ServerProcess::cpuMillis)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The memory that it holds now. */
    long residentMegabytes() {
        return read("status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .sum();
    }

    static long parentOf(long pid) {
        String[] fields = fields(new ServerProcess(pid).read("stat"));
        return fields.length == 0 ? 0 : Long.parseLong(fields[1]);
    }

    private static double cpuMillis(String stat) {
        String[] fields = fields(stat);
        return fields.length == 0 ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    /** The fields from the third on: the second, the name, may hold anything. */
    private static String[] fields(String stat) {
        return stat.isEmpty()
                ? new String[0]
                : stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
