package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Somebody who sends forms without looking at pages, as a program would; with cookies of his own. */
final class Visitor {

    /** By HTTP/1.1, else the client first asks each server for HTTP/2. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private final String portal;

    Visitor(String portal) {
        this.portal = portal;
    }

    void logIn(String userId, String password) {
        send("/sign-in/password.xhtml", "button-sign-in", "user-id", userId, "password", password)
                .join();
    }

    /** Asks for an address; the status. */
    int get(String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(portal + address)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    /** Sends the form of a page; the path that it leads to, or where it was refused the page itself. */
    CompletableFuture<String> send(String page, String button, String... namesAndValues) {
        StringBuilder form = new StringBuilder("form=form&jakarta.faces.ViewState=stateless&" + button + "=");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=');
            form.append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return send(page, HttpRequest.BodyPublishers.ofString(form.toString()))
                .thenApply(answer -> answer.headers().firstValue("Location").orElseGet(answer::body));
    }

    /** Sends anything at all to a page. */
    CompletableFuture<HttpResponse<String>> send(String page, HttpRequest.BodyPublisher form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + page))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
