package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import org.junit.jupiter.api.Test;

@InContainer
class ConnectionPoolIT {

    /** More than a stock of row numbers holds, where there is one. */
    private static final int WAITING = 60;

    private static final AuditEvent EVENT = AuditEvent.SIGNED_OUT;

    @Inject
    ServletContext application;

    @Inject
    AuditLog audit;

    @Inject
    Recorded recorded;

    @Inject
    Transactions transactions;

    @Inject
    Given given;

    /**
     * All connections are held by requests that have yet to write a row, and further requests wait for one to
     * write theirs. Had these anything that those need, such as the lock of a stock of row numbers, nobody
     * would get on.
     */
    @Test
    void whoHoldsAConnectionNeverWaitsForWhoWaitsForOne() throws Exception {
        Account account = given.anAccount();
        int connections = poolSize();
        CountDownLatch arrived = new CountDownLatch(connections + WAITING);
        CountDownLatch held = new CountDownLatch(connections);
        Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
        Set<Thread> atRest = ConcurrentHashMap.newKeySet();
        Callable<AuditEvent> write = () -> {
            audit.record(EVENT, account.insurerId(), account.id());
            return EVENT;
        };
        Callable<AuditEvent> hold = () -> {
            arriveWithAll(arrived);
            return transactions.commit(() -> {
                transactions.rows("select 1");
                held.countDown();
                Await.until("The others wait for a connection", () -> allWait(waiting, atRest));
                return write.call();
            });
        };
        Callable<AuditEvent> wait = () -> {
            arriveWithAll(arrived);
            held.await();
            waiting.add(Thread.currentThread());
            return transactions.commit(write);
        };
        List<Callable<AuditEvent>> requests = new ArrayList<>();
        requests.addAll(Collections.nCopies(connections, hold));
        requests.addAll(Collections.nCopies(WAITING, wait));

        OwnRequests.atOnce(requests);

        assertThat(recorded.of(account.id())).hasSize(requests.size()).containsOnly(EVENT);
    }

    /** Every request asks the database who the caller is, before it comes here. */
    private static void arriveWithAll(CountDownLatch arrived) throws InterruptedException {
        arrived.countDown();
        arrived.await();
    }

    /** Whether each was seen at rest; some look up from time to time, to see whether they are stuck. */
    private static boolean allWait(Queue<Thread> threads, Set<Thread> atRest) {
        threads.stream()
                .filter(thread ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING)
                .forEach(atRest::add);
        return atRest.size() == WAITING;
    }

    private int poolSize() throws Exception {
        String size = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(application.getResourceAsStream("/WEB-INF/web.xml"))
                .getElementsByTagName("max-pool-size")
                .item(0)
                .getTextContent();
        return Integer.parseInt(size.strip());
    }
}
