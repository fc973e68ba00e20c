package jp.kenpo.portal.firstlogin;

import java.util.Arrays;
import java.util.Optional;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import org.jspecify.annotations.Nullable;

/** Reads which second factor was chosen. */
final class MethodChoice {

    private MethodChoice() {}

    /** The method; empty where none was chosen, or one that the insurer does not offer. */
    static Optional<SecondFactorMethod> find(@Nullable String chosen, InsurerPolicy policy) {
        return Arrays.stream(SecondFactorMethod.values())
                .filter(method -> method.name().equals(chosen))
                .filter(policy.methods()::contains)
                .findFirst();
    }
}
