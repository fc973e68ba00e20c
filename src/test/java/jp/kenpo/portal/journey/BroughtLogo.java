package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A logo as a manager's browser sends it. */
final class BroughtLogo {

    static final String PAGE = "/administration/settings/logo.xhtml";
    static final String FILE = "/administration/settings/logo";
    static final String TYPE = "multipart/form-data; boundary=b";

    static final String HEAD = "--b\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.svg\"\r\n\r\n";
    static final String END = "\r\n--b--\r\n";

    private BroughtLogo() {}

    /** A drawing of this colour. */
    static WireRequest of(String colour) {
        return form(HEAD + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z' fill='"
                + colour + "'/></svg>" + END);
    }

    /** Whatever there is in the place of a form. */
    static WireRequest form(String form) {
        return WireRequest.post(FILE, "").body(TYPE, form.getBytes(UTF_8));
    }
}
