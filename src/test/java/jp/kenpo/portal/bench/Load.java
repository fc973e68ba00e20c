package jp.kenpo.portal.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Members who come one after the other, so many at once. */
final class Load {

    private final int port;
    private final Turns turns;

    Load(int port, Turns turns) {
        this.port = port;
        this.turns = turns;
    }

    /** Who comes next. */
    @FunctionalInterface
    interface Turns {
        int next() throws InterruptedException;
    }

    /** What is done again and again, each time by the next member. */
    @FunctionalInterface
    interface Unit {
        void run(Wire wire, int member) throws IOException;
    }

    /** What came of it. @param millis of each unit, sorted */
    record Outcome(double[] millis, double seconds, List<String> errors) {

        int units() {
            return millis.length;
        }

        double perSecond() {
            return units() / seconds;
        }

        /** Some of what went wrong. */
        void tellErrors(PrintStream out) {
            errors.stream().limit(3).forEach(error -> out.println("  error: " + error));
        }

        /** @param share such as 0.95 */
        double percentile(double share) {
            return units() == 0 ? 0 : millis[(int) Math.min(units() - 1L, Math.round(share * (units() - 1)))];
        }
    }

    /** Lets so many at once do it for a while; each finishes what he began. */
    Outcome run(int atOnce, Duration duration, Unit unit) throws InterruptedException {
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            Thread thread = new Thread(() -> repeat(end, unit, millis, errors), "member");
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double[] sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
        return new Outcome(sorted, (System.nanoTime() - begin) / 1e9, List.copyOf(errors));
    }

    private void repeat(
            long end, Unit unit, ConcurrentLinkedQueue<Double> millis, ConcurrentLinkedQueue<String> errors) {
        try (Wire wire = new Wire(port)) {
            while (System.nanoTime() < end) {
                int member = turns.next();
                long begin = System.nanoTime();
                try {
                    unit.run(wire, member);
                    millis.add((System.nanoTime() - begin) / 1e6);
                } catch (IOException e) {
                    errors.add(member + ": " + e.getMessage());
                    wire.close();
                }
            }
        } catch (IOException | InterruptedException e) {
            errors.add(e.toString());
        }
    }
}
