package jp.kenpo.portal.recovery;

import java.time.LocalDate;
import java.util.List;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.member.BirthDate;

/** What a member forgot, and what he knows instead. */
public sealed interface Forgotten {

    BirthDate birthDate();

    /** Whom it is about, as it was typed. */
    String subject();

    /**
     * What is counted where it is asked for: with the birth date, since else a stranger who does not know it could keep
     * the member from asking.
     */
    default String counted() {
        return subject() + " " + birthDate().date();
    }

    /** The password. */
    record Password(UserId userId, BirthDate birthDate) implements Forgotten {
        @Override
        public String subject() {
            return "user-id " + userId;
        }
    }

    /** The user ID, but not the address that he confirmed. */
    record UserIdOfEmail(EmailAddress email, BirthDate birthDate) implements Forgotten {
        @Override
        public String subject() {
            return "email " + email.lowerCase();
        }
    }

    /** The user ID, but not 記号・番号. */
    record UserIdOfNumber(String symbol, String number, BirthDate birthDate) implements Forgotten {
        @Override
        public String subject() {
            return "number " + symbol + "\t" + number;
        }
    }

    /** As one text, parted by tabs, which nothing that was typed still holds. */
    default String text() {
        return subject().replaceFirst(" ", "\t") + "\t" + birthDate().date();
    }

    /** What {@link #text} wrote. */
    static Forgotten parse(String text) {
        List<String> parts = List.of(text.split("\t", -1));
        BirthDate birthDate = new BirthDate(LocalDate.parse(parts.get(parts.size() - 1)));
        return switch (parts.get(0)) {
            case "user-id" -> new Password(new UserId(parts.get(1)), birthDate);
            case "email" -> new UserIdOfEmail(new EmailAddress(parts.get(1)), birthDate);
            case "number" -> new UserIdOfNumber(parts.get(1), parts.get(2), birthDate);
            default -> throw new IllegalStateException("Nobody forgets " + parts.get(0));
        };
    }
}
