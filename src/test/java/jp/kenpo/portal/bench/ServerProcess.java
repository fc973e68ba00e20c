package jp.kenpo.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel tells of a process (proc(5)); nothing of one that is gone. */
record ServerProcess(long pid) {

    /** Of the kernel's clock, in which it counts processor time: a hundred a second on every Linux today. */
    private static final double MILLIS_PER_TICK = 10;

    /** Processor time that it has used so far, in milliseconds. */
    double cpuMillis() {
        String[] fields = stat(pid);
        return fields.length == 0 ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
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
        String[] fields = stat(pid);
        return fields.length == 0 ? 0 : Long.parseLong(fields[1]);
    }

    /** The fields from the third on: the second, the name, may hold anything. */
    private static String[] stat(long pid) {
        String line = new ServerProcess(pid).read("stat");
        return line.isEmpty()
                ? new String[0]
                : line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
