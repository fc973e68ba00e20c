package jp.kenpo.portal.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.kenpo.portal.insurer.Insurer;

/**
 * What somebody who knows the owner, or who has a list, tries first: no password may be one of it (ASVS 6.2.4,
 * 6.2.11, 6.2.12), in the order in which it is told.
 */
public enum EasyGuess {
    USER_ID("user-id") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            return userId.value().length() >= TELLING_NAME && lower(password).contains(userId.value());
        }
    },
    INITIAL_PASSWORD("initial") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            return owner.insured()
                    .filter(member -> InitialPassword.matches(member, password))
                    .isPresent();
        }
    },
    MEMBER_NUMBER("member-number") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            return owner.insured()
                    .map(member ->
                            joined(member.number().symbol() + member.number().number()))
                    .filter(number ->
                            number.length() >= TELLING && joined(password).contains(number))
                    .isPresent();
        }
    },
    BIRTH_DATE("birth-date") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            String text = joined(password);
            return owner.insured().stream()
                    .flatMap(member -> WrittenBirthDate.of(member.birthDate()).stream())
                    .anyMatch(text::contains);
        }
    },
    NAME("name") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            return OwnWords.areNearlyAllOf(password, OwnWords.ofName(owner));
        }
    },
    INSURER("insurer") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            return OwnWords.areNearlyAllOf(password, OwnWords.ofInsurer(insurer));
        }
    },
    COMMON("common") {
        @Override
        boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer) {
            return CommonPasswords.contain(password);
        }
    };

    /** So long a symbol and number is not in a password by chance. */
    private static final int TELLING = 4;

    /** User IDs from before the portal may be as short as that. */
    private static final int TELLING_NAME = 5;

    private static final Pattern SEPARATORS = Pattern.compile("[-/._ ・年月日]");

    private final String key;

    EasyGuess(String key) {
        this.key = key;
    }

    abstract boolean is(String password, UserId userId, AccountOwner owner, Insurer insurer);

    /**
     * All that hold of a password.
     *
     * @param password in NFKC
     */
    public static List<EasyGuess> in(String password, UserId userId, AccountOwner owner, Insurer insurer) {
        return Arrays.stream(values())
                .filter(guess -> guess.is(password, userId, owner, insurer))
                .toList();
    }

    /** Names it in texts. */
    public String key() {
        return key;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Also with something between the parts, as on the card. */
    private static String joined(String text) {
        return SEPARATORS.matcher(lower(text)).replaceAll("");
    }
}
