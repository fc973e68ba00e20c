package jp.kenpo.portal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many members who all press the button in the same moment, and one who looks at a page meanwhile. */
final class Storm {

    private Storm() {}

    /**
     * What came of it.
     *
     * @param millis of each who was let in, sorted
     * @param pageMillis of a page without a hash meanwhile, sorted
     */
    record Outcome(double[] millis, double[] pageMillis, List<String> errors) {

        double longest() {
            return millis.length == 0 ? 0 : millis[millis.length - 1];
        }

        double page95() {
            return pageMillis.length == 0 ? 0 : pageMillis[(int) (0.95 * (pageMillis.length - 1))];
        }
    }

    static Outcome breakOut(int port, int[] members) throws InterruptedException {
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> pages = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
        CountDownLatch button = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int member : members) {
            Thread thread = new Thread(null, () -> press(port, member, button, millis, errors), "storm", 128 * 1024);
            thread.start();
            threads.add(thread);
        }
        AtomicBoolean over = new AtomicBoolean();
        Thread onlooker = new Thread(() -> look(port, over, pages, errors), "onlooker");
        onlooker.start();
        button.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        over.set(true);
        onlooker.join();
        return new Outcome(sorted(millis), sorted(pages), List.copyOf(errors));
    }

    private static void press(
            int port,
            int member,
            CountDownLatch button,
            ConcurrentLinkedQueue<Double> millis,
            ConcurrentLinkedQueue<String> errors) {
        try (Wire wire = new Wire(port)) {
            button.await();
            long begin = System.nanoTime();
            Browser.expect(ReturningLogin.CODE, new ReturningLogin(wire, member).pressLogin());
            millis.add((System.nanoTime() - begin) / 1e6);
        } catch (IOException | InterruptedException e) {
            errors.add(member + ": " + e);
        }
    }

    private static void look(
            int port, AtomicBoolean over, ConcurrentLinkedQueue<Double> pages, ConcurrentLinkedQueue<String> errors) {
        while (!over.get()) {
            try (Wire wire = new Wire(port)) {
                long begin = System.nanoTime();
                int status = wire.get("/information/privacy.xhtml", "").status();
                pages.add((System.nanoTime() - begin) / 1e6);
                if (status != 200) {
                    errors.add("the page answered " + status);
                }
                Thread.sleep(50);
            } catch (IOException | InterruptedException e) {
                errors.add("the page: " + e);
            }
        }
    }

    private static double[] sorted(ConcurrentLinkedQueue<Double> values) {
        return values.stream().mapToDouble(one -> one).sorted().toArray();
    }
}
