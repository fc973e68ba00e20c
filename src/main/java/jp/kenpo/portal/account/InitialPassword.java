package jp.kenpo.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * 記号+番号+生年月日: the reset password of a member who has none of his own.
 *
 * <p>It follows from the roster, so it is stored nowhere, not even as a hash. The branch (枝番) is no part of it.
 */
public final class InitialPassword {

    private InitialPassword() {}

    /** Whether this was typed; hyphens, slashes and blanks between the parts do not matter. */
    public static boolean matches(Member member, @Nullable String typed) {
        return MessageDigest.isEqual(
                bare(of(member)).getBytes(UTF_8), bare(typed).getBytes(UTF_8));
    }

    /** Symbol, number and the birth date's eight digits, one after the other. */
    static String of(Member member) {
        return member.number().symbol()
                + member.number().number()
                + member.birthDate().eightDigits();
    }

    private static String bare(@Nullable String text) {
        return TypedText.identifier(text).replaceAll("[-/]", "");
    }
}
