package jp.kenpo.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import jp.kenpo.portal.platform.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet and the script, read once, packed once, under an address that changes when they do.
 *
 * <p>The sources are many small files, one a need; the browser fetches one style sheet and one script, and keeps them
 * until the next release. Each source looks whether the page has what it is for.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/WEB-INF/assets/";

    /** Tokens first, since the rest stands on them; then whatever there is, in the order of the names. */
    private static final List<String> FIRST_STYLES = List.of("tokens.css", "page.css");

    @Inject
    ServletContext context;

    private @Nullable Map<String, Asset> files;
    private String version = "";

    /**
     * @param type the media type
     * @param packed the content, gzip
     */
    record Asset(String type, byte[] plain, byte[] packed) {}

    /** The address of a style sheet or script, such as {@code portal.css}. */
    public String address(String name) {
        files();
        return "/assets/" + version + "/" + name;
    }

    /** The file of that name; empty where there is none. */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(files().get(name));
    }

    private synchronized Map<String, Asset> files() {
        if (files == null) {
            Map<String, String> texts = new TreeMap<>();
            texts.put("portal.css", styleSheet());
            texts.put("portal.js", script());
            version = Sha256.hex(texts.toString()).substring(0, 12);
            Map<String, Asset> packed = new TreeMap<>();
            texts.forEach((name, text) -> packed.put(name, asset(name, text)));
            files = packed;
        }
        return files;
    }

    private String styleSheet() {
        StringBuilder all = new StringBuilder();
        FIRST_STYLES.forEach(name -> all.append(read(FOLDER + "css/" + name)));
        paths("css/").stream()
                .filter(path -> FIRST_STYLES.stream().noneMatch(path::endsWith))
                .forEach(path -> all.append(read(path)));
        return all.toString();
    }

    /** Each source in a block of its own, so that its names are its own. */
    private String script() {
        return paths("js/").stream().map(path -> "{\n" + read(path) + "}\n").collect(Collectors.joining());
    }

    private TreeSet<String> paths(String folder) {
        return new TreeSet<>(context.getResourcePaths(FOLDER + folder));
    }

    private String read(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(String name, String text) {
        String type = name.endsWith(".css") ? "text/css" : "text/javascript";
        byte[] plain = text.getBytes(UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Asset(type, plain, packed.toByteArray());
    }
}
