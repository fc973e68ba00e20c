package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of a page, as a program reads it.
 *
 * @param fields names with what they hold, hidden ones too; a check box or radio button holds nothing
 * @param buttons what it can be sent with
 */
record PageForm(String action, Map<String, String> fields, List<String> buttons) {

    private static final Pattern FORM = Pattern.compile("<form ([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|button) ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    /** The portal's own forms for a step, which Faces takes; not those for language and signing out. */
    static List<PageForm> in(Answer page) {
        return FORM.matcher(page.body())
                .results()
                .map(form -> read(attributes(form.group(1)), form.group(2)))
                .filter(form -> form.fields.containsKey("jakarta.faces.ViewState"))
                .toList();
    }

    /** The one that has a button. */
    static PageForm with(String button, Answer page) {
        return in(page).stream()
                .filter(form -> form.buttons.contains(button))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + button + " on " + page));
    }

    private static PageForm read(Map<String, String> form, String inside) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> buttons = new ArrayList<>();
        FIELD.matcher(inside).results().forEach(found -> {
            Map<String, String> field = attributes(found.group(2));
            boolean chosen = List.of("checkbox", "radio").contains(field.getOrDefault("type", ""));
            if (found.group(1).equals("input")) {
                fields.put(field.get("name"), chosen ? "" : field.getOrDefault("value", ""));
            } else if (field.containsKey("name")) {
                buttons.add(field.get("name"));
            }
        });
        return new PageForm(form.get("action"), fields, buttons);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            attributes.put(attribute.group(1), asTyped(attribute.group(2)));
        }
        return attributes;
    }

    private static String asTyped(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The same with another value in a field. */
    PageForm type(String name, String value) {
        Map<String, String> typed = new LinkedHashMap<>(fields);
        typed.put(name, value);
        return new PageForm(action, typed, buttons);
    }

    /** What is sent when the button is pressed. */
    WireRequest press(String button) {
        return WireRequest.post(action, encoded() + "&" + button + "=");
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
