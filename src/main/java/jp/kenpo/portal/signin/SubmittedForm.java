package jp.kenpo.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeMap;
import jp.kenpo.portal.platform.Sha256;

/** Knows a form again that comes in twice, without keeping what was typed. */
final class SubmittedForm {

    private SubmittedForm() {}

    /** Hash of the address and of everything that was submitted; equal for both halves of a double click. */
    static String fingerprint(HttpServletRequest request) {
        StringBuilder form = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) ->
                        form.append('\n').append(name).append('=').append(String.join("\t", values)));
        return Sha256.base64Url(form.toString());
    }
}
