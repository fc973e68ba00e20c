package jp.kenpo.portal.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import jp.kenpo.portal.account.PasswordHash;

/** What this machine does by itself, for comparison: machines differ, and so does one from minute to minute. */
final class Yardstick {

    private static final int WARM_UP = 60;
    private static final int MEASURED = 100;

    private Yardstick() {}

    /** Processor time of one password hash with today's parameters, in milliseconds; nothing else may run. */
    static double hashMillis() {
        PasswordHash hash = PasswordHash.of(Population.PASSWORD, new byte[PasswordHash.saltBytes()]);
        verify(hash, WARM_UP);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        verify(hash, MEASURED);
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / MEASURED;
    }

    /** The same while every processor hashes: two that share a core, or its cache, slow each other down. */
    static double hashMillisOnAll() throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        double[] each = new double[processors];
        Thread[] threads = new Thread[processors];
        for (int i = 0; i < processors; i++) {
            int own = i;
            threads[i] = new Thread(() -> each[own] = hashMillis());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Arrays.stream(each).average().orElseThrow();
    }

    private static void verify(PasswordHash hash, int times) {
        for (int i = 0; i < times; i++) {
            if (!hash.matches(Population.PASSWORD)) {
                throw new IllegalStateException("The hash does not know its password");
            }
        }
    }
}
