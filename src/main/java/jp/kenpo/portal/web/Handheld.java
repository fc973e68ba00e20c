package jp.kenpo.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What the browser says it runs on: only for a good first suggestion, nothing depends on it. */
public enum Handheld {
    IPHONE,
    ANDROID,
    /** A PC, or a tablet that says it is one; its authenticator app is on some phone. */
    NONE;

    /** The browser of a request. */
    public static Handheld of(HttpServletRequest request) {
        @Nullable String agent = request.getHeader("User-Agent");
        if (agent == null) {
            return NONE;
        }
        if (agent.contains("iPhone") || agent.contains("iPad")) {
            return IPHONE;
        }
        return agent.contains("Android") ? ANDROID : NONE;
    }

    public boolean isPhone() {
        return this != NONE;
    }

    /** The last part of the suggested name's key. */
    public String key() {
        return switch (this) {
            case IPHONE -> "iphone";
            case ANDROID -> "android";
            case NONE -> "phone";
        };
    }
}
