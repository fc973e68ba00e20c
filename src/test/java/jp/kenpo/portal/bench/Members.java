package jp.kenpo.portal.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** The members who log in, one after the other and then from the first again; each no sooner than his app has a new code. */
final class Members {

    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLongArray lastStep;

    Members(int size) {
        lastStep = new AtomicLongArray(size);
    }

    /** Whoever comes next; where there are few, he waits for his next code. */
    int next() throws InterruptedException {
        int member = Math.floorMod(next.getAndIncrement(), lastStep.length());
        while (lastStep.get(member) >= AuthenticatorApp.step()) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        lastStep.set(member, AuthenticatorApp.step());
        return member;
    }

    /** So many of them at once, with their passwords alone. */
    int[] crowd(int size) {
        int first = next.getAndAdd(size);
        return IntStream.range(first, first + size)
                .map(number -> Math.floorMod(number, lastStep.length()))
                .toArray();
    }
}
