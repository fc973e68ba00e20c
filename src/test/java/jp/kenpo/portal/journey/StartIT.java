package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;

/** A server that starts, perhaps again, while members and their scripts ask it: the portal answers, or nobody does. */
class StartIT {

    private static final Duration LONGEST = Duration.ofSeconds(400);
    private static final String NOBODY = "nobody";
    private static final String PORTAL = "303 /sign-in/password.xhtml";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersNobodyBeforeThePortalIsThere() {
        int port = PortalProcess.freePort();
        Path data =
                Path.of("target", "journeys", "start-" + ProcessHandle.current().pid());
        Set<String> met = new TreeSet<>();

        CompletableFuture<PortalProcess> start = CompletableFuture.supplyAsync(() -> PortalProcess.start(port, data));
        Await.until("start of the portal", LONGEST, () -> {
            met.add(answer(port));
            return start.isDone();
        });
        try (PortalProcess portal = start.join()) {
            met.add(answer(portal.port()));
        }

        assertThat(met).containsExactly(PORTAL, NOBODY);
    }

    private String answer(int port) {
        HttpRequest first = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .build();
        try {
            HttpResponse<String> answer = client.send(first, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " "
                    + answer.headers().firstValue("Location").orElse(answer.body());
        } catch (IOException nobody) {
            return NOBODY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
