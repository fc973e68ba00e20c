package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import jp.kenpo.portal.account.CountedHashing;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import org.junit.jupiter.api.Test;

/** What becomes of logins that come faster than their passwords can be hashed. */
@InContainer
class HashingGateIT {

    /** More than there are connections. */
    private static final NetworkAddress ADDRESS = NetworkAddress.of("192.0.2.7");

    private static final int MANY = 60;

    @Inject
    SignIn signIn;

    @Inject
    CountedHashing hashing;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Test
    void whoWaitsAtTheGateHoldsNoConnection() throws Exception {
        CurrentInsurer insurer = visiting.insurer(given.anInsurer().id());

        Future<List<Proving>> logins = hashing.whileClosed(() -> {
            Future<List<Proving>> waiting = loginsAtOnce(insurer);
            Await.until("all wait at the gate", () -> hashing.waiting() == MANY);
            assertThat(transactions.rows("select 1")).hasSize(1);
            return waiting;
        });

        assertThat(logins.get()).hasSize(MANY).doesNotContainNull();
    }

    @Test
    void noMoreHashesRunAtOnceThanThereAreProcessors() throws Exception {
        CurrentInsurer insurer = visiting.insurer(given.anInsurer().id());
        Future<List<Proving>> logins = hashing.whileClosed(() -> {
            Future<List<Proving>> waiting = loginsAtOnce(insurer);
            Await.until("all wait at the gate", () -> hashing.waiting() == MANY);
            return waiting;
        });
        long most = 0;

        while (hashing.waiting() > 0) {
            most = Math.max(most, hashesThatRun());
        }

        assertThat(logins.get()).hasSize(MANY);
        assertThat(most).isBetween(1L, (long) Runtime.getRuntime().availableProcessors());
    }

    private Future<List<Proving>> loginsAtOnce(CurrentInsurer insurer) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return OwnRequests.atOnce(
                        MANY, () -> signIn.withPassword(insurer, new UserId("nobody-1"), "wrong", ADDRESS, ""));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long hashesThatRun() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().endsWith("Argon2BytesGenerator")))
                .count();
    }
}
