package jp.kenpo.portal.container;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.naming.InitialContext;

/** Does the same from many of the server's threads, let go at the same moment. */
public final class AtOnce {

    private static final int LONGEST_SECONDS = 120;

    private AtOnce() {}

    /** What each thread returned; an exception of one is thrown here. */
    public static <T> List<T> from(int threads, Callable<T> action) throws Exception {
        return all(IntStream.range(0, threads).mapToObj(thread -> action).toList());
    }

    /** What each of the actions returned, in their order; an exception of one is thrown here. */
    public static <T> List<T> all(List<Callable<T>> actions) throws Exception {
        ThreadFactory managed = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
        ExecutorService executor = Executors.newFixedThreadPool(actions.size(), managed);
        try {
            CountDownLatch ready = new CountDownLatch(actions.size());
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> action : actions) {
                futures.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return action.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
