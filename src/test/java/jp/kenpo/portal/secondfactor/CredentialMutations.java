package jp.kenpo.portal.secondfactor;

import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with, or unusual in, the JSON of a credential (WebAuthn L3 § 5.1), after all was signed. */
final class CredentialMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CredentialMutations() {}

    static List<Mutation> ofRegistrations() {
        return Stream.of(whole(), members("/response", List.of("clientDataJSON", "attestationObject")), transports())
                .flatMap(mutations -> mutations)
                .toList();
    }

    static List<Mutation> ofSignIns() {
        return Stream.of(whole(), members("/response", List.of("clientDataJSON", "authenticatorData", "signature")))
                .flatMap(mutations -> mutations)
                .toList();
    }

    private static Stream<Mutation> whole() {
        return Stream.of(
                        members("", List.of("id", "rawId")),
                        Stream.of("", "Public-Key", "public-key ", "password")
                                .map(type -> tree("credential of type '" + type + "'", it -> it.put("type", type))),
                        Stream.of(
                                tree("id other than rawId", it -> it.put("id", "AAAA")),
                                tree("rawId other than id", it -> it.put("rawId", "AAAA")),
                                tree("no type", it -> it.remove("type")),
                                tree("type null", it -> it.putNull("type")),
                                tree("no response", it -> it.remove("response")),
                                tree("response null", it -> it.putNull("response")),
                                tree("response a list", it -> it.putArray("response")),
                                tree("no extension results", it -> it.remove("clientExtensionResults")),
                                tree("extension results null", it -> it.putNull("clientExtensionResults")),
                                tree("extension results a list", it -> it.putArray("clientExtensionResults")),
                                within(
                                        "clientExtensionResults",
                                        "credProps",
                                        it -> it.putObject("credProps").put("rk", true)),
                                within(
                                        "clientExtensionResults",
                                        "an unknown extension's result",
                                        it -> it.put("more", 1)),
                                tree("attachment platform", it -> it.put("authenticatorAttachment", "platform")),
                                tree("attachment other", it -> it.put("authenticatorAttachment", "other")),
                                tree("attachment null", it -> it.putNull("authenticatorAttachment")),
                                tree("a member more", it -> it.put("more", 1)),
                                within("response", "a member more in the response", it -> it.put("more", 1)),
                                json("nothing", it -> ""),
                                json("null", it -> "null"),
                                json("a list", it -> "[" + it + "]"),
                                json("a rest", it -> it + "{}"),
                                json("spaced around", it -> " \n" + it + "\n"),
                                json("a type more, wrong first", it -> it.replaceFirst("\\{", "{\"type\":\"x\",")),
                                json(
                                        "a deep member",
                                        it -> it.replaceFirst(
                                                "\\{", "{\"more\":" + "[".repeat(400) + "]".repeat(400) + ",")),
                                json(
                                        "half of an astral character",
                                        it -> it.replaceFirst("\\{", "{\"more\":\"\\\\ud800\",")),
                                new Mutation("cut off", (it, random) -> {
                                    double where = random.nextDouble();
                                    it.json = Mutation.then(
                                            it.json, json -> json.substring(0, (int) (where * json.length())));
                                })))
                .flatMap(mutations -> mutations);
    }

    private static Stream<Mutation> transports() {
        return Stream.of(
                within("response", "no transports", it -> it.remove("transports")),
                within("response", "transports null", it -> it.putNull("transports")),
                within("response", "transports none", it -> it.putArray("transports")),
                within(
                        "response",
                        "transports unknown",
                        it -> it.putArray("transports").add("telepathy")),
                within("response", "transports a text", it -> it.put("transports", "usb")),
                within(
                        "response",
                        "transports numbers",
                        it -> it.putArray("transports").add(1)));
    }

    /** What can be done to each member that is base64url. */
    private static Stream<Mutation> members(String parent, List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(
                        member(parent, name, "missing", (value, where) -> null),
                        member(parent, name, "null", (value, where) -> NODES.nullNode()),
                        member(parent, name, "a number", (value, where) -> NODES.numberNode(7)),
                        member(parent, name, "a list", (value, where) -> NODES.arrayNode()),
                        member(parent, name, "an object", (value, where) -> NODES.objectNode()),
                        member(parent, name, "empty", (value, where) -> NODES.stringNode("")),
                        member(parent, name, "padded", (value, where) -> NODES.stringNode(padded(value))),
                        member(parent, name, "padded too far", (value, where) -> NODES.stringNode(value + "====")),
                        member(
                                parent,
                                name,
                                "in base64",
                                (value, where) -> NODES.stringNode(
                                        padded(value).replace('-', '+').replace('_', '/'))),
                        member(parent, name, "with a space", (value, where) -> NODES.stringNode(" " + value)),
                        member(parent, name, "with a line's end", (value, where) -> NODES.stringNode(value + "\n")),
                        member(
                                parent,
                                name,
                                "with a foreign character",
                                (value, where) -> NODES.stringNode("あ" + value)),
                        member(
                                parent,
                                name,
                                "with a bit turned",
                                (value, where) -> NODES.stringNode(turned(value, where)))));
    }

    private interface Change {
        JsonNode of(String value, double where);
    }

    private static Mutation member(String parent, String name, String what, Change change) {
        return new Mutation(name + " " + what, (it, random) -> {
            double where = random.nextDouble();
            it.credential = Mutation.then(it.credential, tree -> {
                if (tree.at(parent) instanceof ObjectNode members
                        && members.path(name).isString()) {
                    JsonNode changed = change.of(members.path(name).asString(), where);
                    if (changed == null) {
                        members.remove(name);
                    } else {
                        members.set(name, changed);
                    }
                }
                return tree;
            });
        });
    }

    private static String padded(String base64Url) {
        return base64Url + "=".repeat((4 - base64Url.length() % 4) % 4);
    }

    private static String turned(String value, double where) {
        try {
            return SoftwareAuthenticator.base64Url(
                    Mutation.bitTurned(Base64.getUrlDecoder().decode(value), where));
        } catch (IllegalArgumentException notBase64Url) {
            return value;
        }
    }

    private static Mutation tree(String name, Consumer<ObjectNode> change) {
        return Mutation.of(
                name,
                it -> it.credential = Mutation.then(it.credential, tree -> {
                    change.accept(tree);
                    return tree;
                }));
    }

    /** Where another mutation took the object away, there is nothing to change. */
    private static Mutation within(String parent, String name, Consumer<ObjectNode> change) {
        return tree(name, it -> {
            if (it.path(parent) instanceof ObjectNode members) {
                change.accept(members);
            }
        });
    }

    private static Mutation json(String name, UnaryOperator<String> change) {
        return Mutation.of(name, it -> it.json = Mutation.then(it.json, change));
    }
}
