package jp.kenpo.portal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every address of the portal, as its sources tell them, and what people make of them who look for another way in. */
public final class Addresses {

    private static final Path ROOT = Path.of("src", "main", "webapp");
    private static final Pattern MAPPING = Pattern.compile("<url-pattern>(/.*?)</url-pattern>");

    /** Of what answers itself; not of Faces, nor of what only says that there is nothing. */
    private static final Pattern SERVLET =
            Pattern.compile("<servlet-name>(?!faces<|nowhere<)[a-z-]+</servlet-name>\\s*<url-pattern>(/[^*<]*)");

    private static final Pattern BUTTON = Pattern.compile("<k:(?:submit|go|passkey) [^>]*?name=\"([^\"]+)\"");

    private Addresses() {}

    /** The pages, such as {@code /member/home.xhtml}. */
    public static List<String> pages() throws IOException {
        return files().filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF/"))
                .toList();
    }

    /** Each page with each of the buttons by which its forms are sent, such as {@code /member/x.xhtml button-y}. */
    static List<String> forms() throws IOException {
        List<String> forms = new ArrayList<>();
        for (String page : pages()) {
            BUTTON.matcher(Files.readString(ROOT.resolve(page.substring(1))))
                    .results()
                    .forEach(button -> forms.add(page + " button-" + button.group(1)));
        }
        return forms;
    }

    /** Where the portal's own servlets are; with a slash at the end where they take all that begins so. */
    static List<String> servlets() throws IOException {
        return SERVLET.matcher(Files.readString(ROOT.resolve("WEB-INF/web.xml")))
                .results()
                .map(servlet -> servlet.group(1))
                .toList();
    }

    /** What no address leads to. */
    static List<String> innerFiles() throws IOException {
        return Stream.concat(
                        files().filter(file -> file.startsWith("/WEB-INF/")),
                        Stream.of(
                                "/WEB-INF/classes/db/migration/V001__first_login_and_sign_in.sql",
                                "/META-INF/MANIFEST.MF"))
                .toList();
    }

    /** Each folder without its slash and with it. */
    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.walk(ROOT)) {
            return Stream.concat(
                            folders.filter(Files::isDirectory)
                                    .map(folder -> "/" + ROOT.relativize(folder))
                                    .filter(folder -> !folder.equals("/")),
                            Stream.of("/WEB-INF/classes", "/WEB-INF/classes/jp/kenpo", "/WEB-INF/lib", "/META-INF"))
                    .flatMap(folder -> Stream.of(folder, folder + "/"))
                    .toList();
        }
    }

    /** What servlets take, and what browsers and curious people ask of any host. */
    static List<String> services() throws IOException {
        Stream<String> mapped = MAPPING.matcher(Files.readString(ROOT.resolve("WEB-INF/web.xml")))
                .results()
                .map(MatchResult::toString)
                .map(pattern -> pattern.replaceAll("</?url-pattern>", "").replace("/*", "/any"));
        Stream<String> others = Stream.of(
                "/",
                "/sign-in/cookie",
                "/assets/any/portal.css",
                "/assets/any/portal.js",
                "/brand/1/accent.css",
                "/brand/1/logo.svg",
                "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
                "/javax.faces.resource/jsf.js.xhtml?ln=javax.faces",
                "/nowhere",
                "/nowhere.xhtml",
                "/robots.txt",
                "/favicon.ico",
                "/.well-known/security.txt",
                "/.git/config",
                "/console",
                "/health");
        return Stream.concat(mapped, others).distinct().toList();
    }

    /**
     * Other spellings of a path by which a guard and what it guards have been known to differ. Not {@code /folder/..;}:
     * Payara itself takes what stands before the semicolon for a folder, and leads to it before the portal is asked.
     */
    static List<String> tricks(String path) {
        int slash = path.indexOf('/', 1);
        String folder = path.substring(0, slash);
        String file = path.substring(slash + 1);
        return List.of(
                "/" + path,
                "/." + path,
                "/../" + path,
                "/%2e%2e" + path,
                "/information/.." + path,
                "/information/%2e%2e" + path,
                "/information/contact.xhtml/.." + path,
                "/;" + path,
                folder + "//" + file,
                folder + "/./" + file,
                folder + "/%2e/" + file,
                folder + ";a=b/" + file,
                folder + "%2f" + file,
                folder + "%5c" + file,
                folder + "\\" + file,
                path + "/",
                path + "/information/contact.xhtml",
                path + ";jsessionid=x",
                path + ";/information/contact.xhtml",
                path + ".",
                path + "%20",
                path + "%00",
                path + "%00.css",
                path + "?/information/contact.xhtml",
                path + "#x",
                path.replace(".xhtml", ".XHTML"),
                path.replace(".xhtml", "%2exhtml"),
                path.replace(".xhtml", ".jsf"),
                path.replace(".xhtml", ".faces"),
                path.toUpperCase(Locale.ROOT),
                "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                "/faces" + path,
                "/assets/.." + path,
                "/assets/x;" + path,
                "/jakarta.faces.resource" + path,
                "/jakarta.faces.resource/.." + path,
                path + "?jfwid=x&jffi=first-login&jftfdi=x",
                path + "?jakarta.faces.ViewState=x",
                path + "?%zz=%ff",
                path + "%zz",
                path + "%ff");
    }

    private static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> "/" + ROOT.relativize(file))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
