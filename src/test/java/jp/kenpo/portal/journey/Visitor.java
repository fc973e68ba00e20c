package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who sends forms without looking at pages, as a program would; with cookies of his own. */
final class Visitor {

    /** As many as are sent at once. */
    static final ExecutorService SENDERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "visitor");
        thread.setDaemon(true);
        return thread;
    });

    private final URI portal;
    private final List<Integer> ports;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

    Visitor(String portal) {
        this(portal, List.of(URI.create(portal).getPort()));
    }

    private Visitor(String portal, List<Integer> ports) {
        this.portal = URI.create(portal);
        this.ports = ports;
    }

    /** Of one portal with several nodes, each of which takes the next request in its turn. */
    static Visitor inTurn(String portal, PortalProcess... nodes) {
        return new Visitor(portal, Stream.of(nodes).map(PortalProcess::port).toList());
    }

    void logIn(String userId, String password) {
        send("/sign-in/password.xhtml", "button-sign-in", "user-id", userId, "password", password)
                .join();
    }

    /** Sends the form of a page; the path that it leads to, or where it was refused the page itself. */
    CompletableFuture<String> send(String page, String button, String... namesAndValues) {
        WireRequest request = WireRequest.post(page, form(button, namesAndValues));
        return CompletableFuture.supplyAsync(() -> ask(request), SENDERS)
                .thenApply(answer -> answer.header("Location").orElseGet(answer::body));
    }

    /** What a page's form holds when the button is pressed. */
    static String form(String button, String... namesAndValues) {
        StringBuilder form = new StringBuilder("form=form&jakarta.faces.ViewState=stateless&" + button + "=");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=');
            form.append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return form.toString();
    }

    /** Sends anything at all, with the host and the cookies unless it has its own, and keeps what cookies come back. */
    Answer ask(WireRequest request) {
        Answer answer = asOwn(request).send(nextPort());
        answer.cookiesSet().forEach(this::keep);
        return answer;
    }

    /** Sends the head of a form and so many bytes of it, no more. */
    Socket begin(WireRequest form, int bytes) {
        return asOwn(form).begin(nextPort(), bytes);
    }

    private WireRequest asOwn(WireRequest request) {
        if (!request.has("Host")) {
            request.with("Host", portal.getAuthority());
        }
        if (!request.has("Cookie") && !cookies.isEmpty()) {
            request.with("Cookie", cookies());
        }
        return request;
    }

    private int nextPort() {
        return ports.get(asked.getAndIncrement() % ports.size());
    }

    Answer get(String page) {
        return ask(WireRequest.get(page));
    }

    /** The page that is open now. */
    String step() {
        return get("/").location();
    }

    /** All cookies, as a browser sends them. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Somebody at the same host who has no cookies. */
    Visitor withoutCookies() {
        return new Visitor(portal.toString());
    }

    /** Another tab of the same browser, or whoever got hold of its cookies; at any of the hosts. */
    Visitor copyAt(String host) {
        Visitor copy = new Visitor(host);
        copy.cookies.putAll(cookies);
        return copy;
    }

    private void keep(String cookie) {
        String[] nameAndValue = cookie.split(";")[0].split("=", 2);
        if (cookie.contains("01-Jan-1970") || cookie.contains("01 Jan 1970")) {
            cookies.remove(nameAndValue[0]);
        } else {
            cookies.put(nameAndValue[0], nameAndValue[1]);
        }
    }
}
