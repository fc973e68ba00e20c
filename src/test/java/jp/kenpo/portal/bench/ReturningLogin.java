package jp.kenpo.portal.bench;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One unit: a member who was there before logs in: login page, password, code, home page, with every redirect between
 * them, from a device that the portal knows.
 */
final class ReturningLogin {

    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String CODE = "/sign-in/second-factor.xhtml";
    private static final String HOME = "/member/home.xhtml";
    private static final String FORM = "form=form&jakarta.faces.ViewState=stateless&";
    private static final int STEP_SECONDS = 30;

    private final Wire wire;
    private final int member;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    ReturningLogin(Wire wire, int member) {
        this.wire = wire;
        this.member = member;
        cookies.put("device", Population.device(member).value());
    }

    /** The thirty seconds in which each member can log in once. */
    static long step() {
        return System.currentTimeMillis() / 1000 / STEP_SECONDS;
    }

    /** Goes the whole way; the session that it ends with, as a cookie. */
    String run() throws IOException {
        expect(get(LOGIN), 200);
        Wire.Reply password = pressLogin();
        Wire.Reply probe = get(leads(password));
        expect(get(leads(probe)), 200);
        Wire.Reply code = post(CODE, "button-submit=&one-time-password=" + code());
        if (!leads(code).equals(HOME)) {
            throw new IOException("Leads to " + leads(code));
        }
        expect(get(HOME), 200);
        return cookies();
    }

    /** The form with the password alone. */
    Wire.Reply pressLogin() throws IOException {
        return post(LOGIN, "button-sign-in=&user-id=" + Population.userId(member) + "&password=" + Population.PASSWORD);
    }

    private static String code() {
        try {
            return new DefaultCodeGenerator(HashingAlgorithm.SHA1, 6).generate(Population.KEY.base32(), step());
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Wire.Reply get(String path) throws IOException {
        return keep(wire.get(path, cookies()));
    }

    private Wire.Reply post(String path, String fields) throws IOException {
        return keep(wire.post(path, cookies(), FORM + fields));
    }

    private Wire.Reply keep(Wire.Reply reply) {
        for (String line : reply.headers()) {
            if (line.regionMatches(true, 0, "Set-Cookie:", 0, 11)) {
                String[] nameAndValue = line.substring(11).strip().split(";")[0].split("=", 2);
                cookies.put(nameAndValue[0], nameAndValue[1]);
            }
        }
        return reply;
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Where a form that was taken leads. */
    static String leads(Wire.Reply reply) throws IOException {
        expect(reply, 303);
        return reply.header("Location").orElse("");
    }

    private static void expect(Wire.Reply reply, int status) throws IOException {
        if (reply.status() != status) {
            throw new IOException("Answered " + reply.status() + " instead of " + status);
        }
    }
}
