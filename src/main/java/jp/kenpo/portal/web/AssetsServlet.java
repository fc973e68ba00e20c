package jp.kenpo.portal.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves the style sheet and the script; their address names their content, so they may be kept for ever. */
public class AssetsServlet extends HttpServlet {

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable String path = request.getPathInfo();
        String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        Optional<Assets.Asset> asset = assets.find(name);
        if (asset.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // A page of the former release may still ask under the former address: it gets today's file, not to keep.
        boolean current = request.getRequestURI().equals(assets.address(name));
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(asset.get().type());
        response.setCharacterEncoding("UTF-8");
        byte[] body = asset.get().plain();
        if (takesGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            body = asset.get().packed();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        @Nullable String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
