package jp.kenpo.portal.secondfactor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with, or unusual in, the client data that a browser writes (WebAuthn L3 § 5.8.1). */
final class ClientDataMutations {

    private static final String ORIGIN = "\"origin\":\"https://portal.example.jp\"";

    private ClientDataMutations() {}

    static List<Mutation> all() {
        return Stream.of(types(), challenges(), origins(), frames(), shapes())
                .flatMap(mutations -> mutations)
                .toList();
    }

    private static Stream<Mutation> types() {
        return Stream.of("webauthn.create", "webauthn.get", "payment.get", "Webauthn.Get", "webauthn.create ", "")
                .map(type -> Mutation.of("type '" + type + "'", it -> it.type = type));
    }

    private static Stream<Mutation> challenges() {
        return Stream.of(
                new Mutation("challenge other", (it, random) -> random.nextBytes(it.challenge)),
                Mutation.of("challenge cut off", it -> it.challenge = Mutation.cutOff(it.challenge, 0.9)),
                Mutation.of("challenge empty", it -> it.challenge = new byte[0]),
                text("challenge padded", data -> data.replaceFirst("(\"challenge\":\"[^\"]*)\"", "$1=\"")),
                text("challenge null", data -> data.replaceFirst("\"challenge\":\"[^\"]*\"", "\"challenge\":null")),
                text("challenge a number", data -> data.replaceFirst("\"challenge\":\"[^\"]*\"", "\"challenge\":7")),
                text("challenge missing", data -> data.replaceFirst("\"challenge\":\"[^\"]*\",", "")));
    }

    private static Stream<Mutation> origins() {
        return Stream.of(
                        Stream.of(
                                        "http://portal.example.jp",
                                        "https://portal.example.jp:443",
                                        "https://portal.example.jp:8443",
                                        "https://portal.example.jp/",
                                        "https://PORTAL.example.jp",
                                        "HTTPS://portal.example.jp",
                                        "https://portal.example.jp.",
                                        "https://www.portal.example.jp",
                                        "https://portal.example.jp.evil.example",
                                        "https://portal.example.jp@evil.example",
                                        "https://example.jp",
                                        "android:apk-key-hash:AAAA",
                                        "null",
                                        "")
                                .map(origin -> Mutation.of("origin '" + origin + "'", it -> it.origin = origin)),
                        Stream.of(
                                text("origin null", data -> data.replace(ORIGIN, "\"origin\":null")),
                                text(
                                        "origin a list",
                                        data -> data.replace(ORIGIN, "\"origin\":[\"https://portal.example.jp\"]")),
                                text("origin missing", data -> data.replace(ORIGIN + ",", "")),
                                text("origin escaped", data -> data.replace("https:", "\\u0068ttps:")),
                                text(
                                        "origin twice, right last",
                                        data -> data.replace(ORIGIN, "\"origin\":\"x\"," + ORIGIN)),
                                text(
                                        "origin twice, right first",
                                        data -> data.replace(ORIGIN, ORIGIN + ",\"origin\":\"x\""))))
                .flatMap(mutations -> mutations);
    }

    private static Stream<Mutation> frames() {
        return Stream.of(
                Mutation.of("crossOrigin missing", it -> it.crossOrigin = null),
                Mutation.of("crossOrigin true", it -> it.crossOrigin = true),
                text("crossOrigin null", data -> data.replace("\"crossOrigin\":false", "\"crossOrigin\":null")),
                text("crossOrigin a text", data -> data.replace("\"crossOrigin\":false", "\"crossOrigin\":\"false\"")),
                Mutation.of("topOrigin", it -> it.topOrigin = "https://portal.example.jp"),
                Mutation.of("topOrigin in a frame", it -> {
                    it.crossOrigin = true;
                    it.topOrigin = "https://other.example";
                }));
    }

    private static Stream<Mutation> shapes() {
        return Stream.of(
                text(
                        "client data with more",
                        data -> data.replaceFirst(
                                "}$", ",\"other_keys_can_be_added_here\":\"do not compare clientDataJSON\"}")),
                text("client data with more in depth", data -> data.replaceFirst("}$", ",\"more\":{\"a\":[{}]}}")),
                text("client data spaced", data -> data.replace(",", " ,\n ")),
                text("client data spaced around", data -> " \n" + data + "\t"),
                text("client data with a byte order mark", data -> "\uFEFF" + data),
                text("client data with a rest", data -> data + "}"),
                text("client data twice", data -> data + data),
                text("client data cut off", data -> data.substring(0, Math.max(0, data.length() - 1))),
                text("client data with a comma too many", data -> data.replaceFirst("}$", ",}")),
                text("client data in a list", data -> "[" + data + "]"),
                text("client data in single quotes", data -> data.replace('"', '\'')),
                text("client data with NUL", data -> data + "\u0000"),
                text("client data null", data -> "null"),
                text("client data empty", data -> ""),
                tokenBinding("{\"status\":\"supported\"}"),
                tokenBinding("{\"status\":\"present\",\"id\":\"AAAA\"}"),
                tokenBinding("{\"status\":\"other\"}"),
                tokenBinding("{}"),
                tokenBinding("\"supported\""),
                tokenBinding("null"));
    }

    private static Mutation tokenBinding(String value) {
        return text("tokenBinding " + value, data -> data.replaceFirst("}$", ",\"tokenBinding\":" + value + "}"));
    }

    private static Mutation text(String name, UnaryOperator<String> change) {
        return Mutation.of(name, it -> it.clientData = Mutation.then(it.clientData, change));
    }
}
