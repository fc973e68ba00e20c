package jp.kenpo.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An answer of one line instead of a page: where no insurer is known yet, or where a script asked. */
public final class PlainAnswer {

    private PlainAnswer() {}

    /** 404, as text. */
    public static void notFound(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        text(response, "404 Not Found\n");
    }

    /** 405, as text. @param allowed the methods that are taken, separated by commas */
    static void methodNotAllowed(HttpServletResponse response, String allowed) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", allowed);
        text(response, "405 Method Not Allowed\n");
    }

    /** 413, or 411 where the form does not say its length: one sentence, as text. @param key of the sentence */
    public static void tooLarge(HttpServletRequest request, HttpServletResponse response, String key) {
        response.setStatus(
                request.getContentLengthLong() < 0
                        ? HttpServletResponse.SC_LENGTH_REQUIRED
                        : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        text(response, Messages.text(Preferences.languageOf(request), key) + "\n");
    }

    /** 415, as text. */
    public static void notAForm(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        text(response, "415 Unsupported Media Type\n");
    }

    /** The line, as text. */
    public static void text(HttpServletResponse response, String line) {
        send(response, "text/plain", line);
    }

    /** The object, for a script. */
    public static void json(HttpServletResponse response, JsonObject object) {
        send(response, "application/json", object.toString());
    }

    private static void send(HttpServletResponse response, String type, String line) {
        byte[] body = line.getBytes(UTF_8);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            // Sent at once: WildFly puts its error page in the place of a refusal that the mechanism only wrote.
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
