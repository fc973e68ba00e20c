package jp.kenpo.portal.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.insurer.HelpApproval;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What there is to choose from, each under the word that stands in the field and in the keys of its texts.
 *
 * @param all in the order in which they are offered
 */
record Choice<T>(List<Map.Entry<String, T>> all) {

    static final Choice<PasswordProfile> PASSWORD_PROFILES =
            new Choice<>(List.of(Map.entry("manual", PasswordProfile.MANUAL), Map.entry("open", PasswordProfile.OPEN)));

    static final Choice<InitialPasswordKind> INITIAL_PASSWORDS = new Choice<>(List.of(
            Map.entry("derived", InitialPasswordKind.DERIVED), Map.entry("letter", InitialPasswordKind.LETTER)));

    static final Choice<Set<SecondFactorMethod>> METHODS = new Choice<>(List.of(
            Map.entry("both", Set.of(SecondFactorMethod.PASSKEY, SecondFactorMethod.OTP)),
            Map.entry("passkey", Set.of(SecondFactorMethod.PASSKEY)),
            Map.entry("otp", Set.of(SecondFactorMethod.OTP))));

    static final Choice<HandOver> HAND_OVERS =
            new Choice<>(List.of(Map.entry("choice", HandOver.CHOICE), Map.entry("log-out", HandOver.LOG_OUT)));

    static final Choice<HelpApproval> HELP_APPROVALS =
            new Choice<>(List.of(Map.entry("one", HelpApproval.ONE), Map.entry("two", HelpApproval.TWO)));

    static final Choice<Set<Language>> LANGUAGES = new Choice<>(
            List.of(Map.entry("both", Set.of(Language.JA, Language.EN)), Map.entry("japanese", Set.of(Language.JA))));

    Stream<String> words() {
        return all.stream().map(Map.Entry::getKey);
    }

    /** The word of one of them. */
    String word(T value) {
        return all.stream()
                .filter(one -> one.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Which one was chosen; empty where none was. */
    Optional<T> find(@Nullable String word) {
        return all.stream()
                .filter(one -> one.getKey().equals(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
