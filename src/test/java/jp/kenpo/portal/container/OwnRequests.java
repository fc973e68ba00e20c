package jp.kenpo.portal.container;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does something within requests of its own, for what reads the present one: its form, its address.
 *
 * <p>A thread of {@link AtOnce} has none.
 */
@WebServlet("/own-requests")
public class OwnRequests extends HttpServlet {

    private static final int LONGEST_SECONDS = 120;
    private static final Map<String, Runnable> WAITING = new ConcurrentHashMap<>();
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the action returned within a request that submits the form. @param form such as {@code code=123456} */
    public static <T> T submit(String form, Callable<T> action) throws Exception {
        return send(form, action).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** What the action returned in each of so many requests, which submit the same form at the same moment. */
    public static <T> List<T> atOnce(int requests, Callable<T> action) throws Exception {
        return atOnce(Collections.nCopies(requests, action));
    }

    /** What each of the actions returned, each in a request; they submit the same form at the same moment. */
    public static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
        List<Future<T>> answers = new ArrayList<>();
        for (Callable<T> action : actions) {
            answers.add(send("same", action));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> answer : answers) {
            results.add(answer.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        }
        return results;
    }

    private static <T> Future<T> send(String form, Callable<T> action) {
        String key = UUID.randomUUID().toString();
        CompletableFuture<T> result = new CompletableFuture<>();
        WAITING.put(key, () -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        URI address =
                URI.create("http://localhost:" + System.getProperty("portal.demo.port") + "/own-requests?" + form);
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Own-Request", key).build();
        return BROWSER.sendAsync(request, BodyHandlers.discarding()).thenCompose(answer -> {
            if (answer.statusCode() != HttpServletResponse.SC_NO_CONTENT) {
                throw new IllegalStateException("The request was answered with " + answer.statusCode());
            }
            return result;
        });
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Runnable task = WAITING.remove(request.getHeader("Own-Request"));
        task.run();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
