package jp.kenpo.portal.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What every answer has in common, whatever was asked: the headers of ASVS 3.4, and that it is no fault. */
final class SafeAnswer {

    /** All that is ever answered; 411, 413 and 415 to what is no form of ours, 400 to what is no request. */
    private static final Set<Integer> STATUSES = Set.of(200, 303, 400, 404, 405, 411, 413, 415);

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "X-Frame-Options",
            "DENY");

    private static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";

    /** Of this host: {@code //elsewhere} and {@code /\elsewhere} are addresses of others (ASVS 3.7.2). */
    private static final Pattern OWN_ADDRESS = Pattern.compile("/(?![/\\\\]).*");

    private SafeAnswer() {}

    /** What is wrong with an answer; empty where nothing is. @param asked path and query */
    static List<String> faults(String asked, Answer answer) {
        List<String> faults = new ArrayList<>();
        for (String tale : List.of("Server", "X-Powered-By")) {
            answer.header(tale).ifPresent(told -> faults.add(tale + " " + told));
        }
        if (isServersOwn(answer)) {
            return faults;
        }
        faults.addAll(faultsOfHeaders(answer));
        if (!STATUSES.contains(answer.status())) {
            faults.add("status " + answer.status());
        }
        if (answer.status() == 303 && !OWN_ADDRESS.matcher(answer.location()).matches()) {
            faults.add("leads to " + answer.location());
        }
        if (!mayBeKeptLikeThat(asked, answer)) {
            faults.add("Cache-Control " + answer.headers("Cache-Control"));
        }
        return faults;
    }

    private static List<String> faultsOfHeaders(Answer answer) {
        List<String> faults = new ArrayList<>();
        HEADERS.forEach((name, value) -> {
            if (!answer.headers(name).equals(List.of(value))) {
                faults.add(name + " " + answer.headers(name));
            }
        });
        return faults;
    }

    /**
     * Whether a server refused what is no request by the letter before the portal was asked, which no setting changes:
     * without a word, so there is nothing that a browser could do with it. Payara does so to a wrong % in the path,
     * or the host with status 200.
     */
    static boolean isServersOwn(Answer answer) {
        return Set.of(200, 400, 405).contains(answer.status())
                && answer.body().isEmpty()
                && answer.header("Content-Type").isEmpty()
                && answer.header("Content-Security-Policy").isEmpty();
    }

    private static boolean mayBeKeptLikeThat(String asked, Answer answer) {
        List<String> said = answer.headers("Cache-Control");
        boolean found = answer.status() == 200 && !asked.contains("..");
        if (found && asked.startsWith("/assets/")) {
            return said.equals(List.of(KEPT_FOR_EVER)) || said.equals(List.of("no-cache"));
        }
        if (found && asked.startsWith("/brand/")) {
            return said.equals(List.of("public, max-age=86400"));
        }
        // Faces says once more of a part of a page that it is not to be kept.
        return said.contains("no-store") && Set.of("no-store", "no-cache").containsAll(said);
    }
}
