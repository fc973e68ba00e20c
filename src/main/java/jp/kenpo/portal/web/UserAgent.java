package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Browser and system as a browser names them itself (RFC 9110 § 10.1.5), for its owner to know it again.
 *
 * <p>It may say what it likes, so nothing but words on a page depends on it, and of what it sends only these two names
 * are kept. An iPad that asks for pages as a computer does calls itself a Mac.
 */
public record UserAgent(Browser browser, OperatingSystem system) {

    public static final UserAgent UNKNOWN = new UserAgent(Browser.UNKNOWN, OperatingSystem.UNKNOWN);

    /** All that tells browsers apart stands within so many characters; whatever follows is not read. */
    private static final int READ = 1000;

    /**
     * Each by the words that only it sends. Nearly all call themselves Safari, and most of them Chrome too: so the
     * first one that is found counts.
     */
    public enum Browser {
        /** Pages that are opened within the messenger. */
        LINE("Line/"),
        SAMSUNG_INTERNET("SamsungBrowser/"),
        EDGE("Edg/", "EdgA/", "EdgiOS/", "Edge/"),
        FIREFOX("Firefox/", "FxiOS/"),
        /** Also those that would else be taken for Chrome or Safari: other browsers, and pages within apps. */
        UNKNOWN("OPR/", "OPT/", "Vivaldi/", "YaBrowser/", "DuckDuckGo/", "Ddg/", "GSA/", "YJApp", "Instagram", "; wv)"),
        CHROME("Chrome/", "CriOS/"),
        SAFARI("Safari/");

        private final List<String> words;

        Browser(String... words) {
            this.words = List.of(words);
        }

        /** The last part of its name's key. */
        public String key() {
            return UserAgent.key(this);
        }
    }

    /** Each by the words that it alone sends, but for Android, which calls itself Linux too, and so comes first. */
    public enum OperatingSystem {
        IPHONE("iPhone", "iPod"),
        IPAD("iPad"),
        ANDROID("Android"),
        CHROME_OS("CrOS"),
        WINDOWS("Windows"),
        MAC("Macintosh"),
        LINUX("Linux"),
        UNKNOWN;

        private final List<String> words;

        OperatingSystem(String... words) {
            this.words = List.of(words);
        }

        /** The last part of its name's key. */
        public String key() {
            return UserAgent.key(this);
        }
    }

    /** The browser of a request. */
    public static UserAgent of(HttpServletRequest request) {
        return read(request.getHeader("User-Agent"));
    }

    /** Reads the header. @param header whatever was sent; null for nothing */
    static UserAgent read(@Nullable String header) {
        if (header == null) {
            return UNKNOWN;
        }
        String said = header.substring(0, Math.min(header.length(), READ));
        return new UserAgent(
                Arrays.stream(Browser.values())
                        .filter(browser -> browser.words.stream().anyMatch(said::contains))
                        .findFirst()
                        .orElse(Browser.UNKNOWN),
                Arrays.stream(OperatingSystem.values())
                        .filter(system -> system.words.stream().anyMatch(said::contains))
                        .findFirst()
                        .orElse(OperatingSystem.UNKNOWN));
    }

    /** Both in short, such as {@code safari iphone}; at most forty characters. */
    public String inShort() {
        return browser.key() + " " + system.key();
    }

    /** Reads it again. @param inShort null where it was not written down; what is no name, or a later one, is unknown */
    public static UserAgent ofShort(@Nullable String inShort) {
        List<String> names = inShort == null ? List.of() : List.of(inShort.split(" "));
        return new UserAgent(
                Arrays.stream(Browser.values())
                        .filter(browser -> names.indexOf(browser.key()) == 0)
                        .findFirst()
                        .orElse(Browser.UNKNOWN),
                Arrays.stream(OperatingSystem.values())
                        .filter(system -> names.lastIndexOf(system.key()) == 1)
                        .findFirst()
                        .orElse(OperatingSystem.UNKNOWN));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
