package jp.kenpo.portal.journey;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first morning: a thousand members log in at the same moment. */
class ThousandLoginsIT {

    private static final int MANY = 1_000;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Beside the heap of 512 MB, which bin/run grants: code, classes, threads. */
    private static final long MOST_MEGABYTES = 900;

    @Test
    @Tag("ASVS-6.3.1")
    void allAreAnsweredAndTheMemoryStaysBounded() throws Exception {
        Path data = Path.of(
                "target", "journeys", "thousand-" + ProcessHandle.current().pid());
        Files.createDirectories(data);
        try (DatabaseServer database = new DatabaseServer(data);
                PortalProcess portal = PortalProcess.start(data, database.url())) {
            admit(database);

            List<HttpResponse<String>> answers = logInAtOnce(portal.demo());

            assertThat(answers.stream().map(ThousandLoginsIT::inShort))
                    .hasSize(MANY)
                    .containsOnly("303 cookie");
            assertThat(database.number("select count(*) from sign_in_session")).isEqualTo(MANY);
            assertThat(portal.mostMegabytes()).isLessThan(MOST_MEGABYTES);
            assertThat(data.resolve("portal.log")).content().doesNotContain("OutOfMemoryError");
        }
    }

    /** Members like those of the demo, with numbers and user IDs of their own. */
    private static void admit(DatabaseServer database) {
        database.run(
                "insert into member select 1000000 + \"X\", m.insurer_id, '9999', cast(50000 + \"X\" as varchar), '01',"
                        + " m.name, m.kana, date '1980-12-01', m.qualified_on, null, null"
                        + " from system_range(1, " + MANY
                        + "), member m where m.symbol = '9999' and m.number = '43210'");
        database.run("insert into account (id, insurer_id, member_id, user_id, epoch, email_state, version)"
                + " select m.id, m.insurer_id, m.id, concat('storm-', m.number), 0, 'NONE', 0"
                + " from member m where m.id > 1000000");
    }

    private static List<HttpResponse<String>> logInAtOnce(String portal) {
        HttpClient browsers =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> logins = IntStream.rangeClosed(1, MANY)
                .map(member -> 50_000 + member)
                .mapToObj(number -> HttpRequest.newBuilder(URI.create(portal + "/sign-in/password.xhtml"))
                        .timeout(LONGEST)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(number)))
                        .build())
                .map(login -> browsers.sendAsync(login, HttpResponse.BodyHandlers.ofString()))
                .toList();
        return logins.stream().map(CompletableFuture::join).toList();
    }

    private static String form(int number) {
        return List.of(
                        "form=form",
                        "jakarta.faces.ViewState=stateless",
                        "button-sign-in=",
                        "user-id=storm-" + number,
                        "password=9999" + number + "19801201")
                .stream()
                .collect(joining("&"));
    }

    private static String inShort(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() + " " + location.replaceAll("[?#].*", "").replaceAll(".*/", "");
    }
}
