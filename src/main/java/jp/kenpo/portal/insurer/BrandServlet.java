package jp.kenpo.portal.insurer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the insurer's colour and logo, of the insurer whose host is asked and of no other. */
public class BrandServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CurrentInsurer insurer = CurrentInsurer.of(request);
        if (request.getRequestURI().endsWith("/" + BrandFiles.ACCENT)) {
            send(response, "text/css", accents(insurer.brand().accent()));
        } else if (request.getRequestURI().endsWith("/" + BrandFiles.LOGO)) {
            send(response, "image/svg+xml", insurer.brand().logo());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String accents(Accent accent) {
        return """
                :root { --accent: %s; }
                @media screen and (prefers-color-scheme: dark) { :root { --accent: %s; } }
                """.formatted(accent, accent.onDark());
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
