package jp.kenpo.portal.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.Kana;
import jp.kenpo.portal.member.MemberNumber;
import jp.kenpo.portal.member.WrittenDate;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** Reads what a row says of an insured person, and names all that is wrong with it at once. */
public final class RosterRowReader {

    private static final int LONGEST_SYMBOL_OR_NUMBER = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_USER_ID = 64;

    /** Of rosters of before members of one family were numbered. */
    private static final String NO_BRANCH = "00";

    private static final Pattern BRANCH = Pattern.compile("[0-9]{1,2}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsKatakana}ー・ ]+");
    private static final Pattern USER_ID = Pattern.compile("[a-z0-9\\-_.@]+");

    /** What a spreadsheet would take for a reckoning, and no roster has (CWE-1236). */
    private static final String BEGINS_A_FORMULA = "=+@";

    private final RosterColumns columns;
    private final LocalDate today;

    /** @param today nobody is born after it */
    public RosterRowReader(RosterColumns columns, LocalDate today) {
        this.columns = columns;
        this.today = today;
    }

    /** What a row came to. */
    public sealed interface Outcome {
        /** It says of somebody. */
        record Read(RosterRow row) implements Outcome {}

        /** It cannot be taken; there is at least one fault. */
        record Faulty(List<RosterFault> faults) implements Outcome {}
    }

    /** Reads a row. */
    public Outcome read(RosterRecord record) {
        Fields fields = new Fields(record);
        String symbol = fields.text(RosterColumn.SYMBOL, TypedText::identifier, LONGEST_SYMBOL_OR_NUMBER);
        String number = fields.text(RosterColumn.NUMBER, TypedText::identifier, LONGEST_SYMBOL_OR_NUMBER);
        String branch = fields.branch();
        String name = fields.text(RosterColumn.NAME, TypedText::line, LONGEST_NAME);
        String kana = fields.kana();
        @Nullable BirthDate birthDate = fields.birthDate();
        Optional<UserId> userId = fields.userId();
        Optional<EmailAddress> email = fields.email();
        @Nullable LocalDate qualifiedOn = fields.date(RosterColumn.QUALIFIED_ON);
        @Nullable LocalDate disqualifiedOn = fields.date(RosterColumn.DISQUALIFIED_ON);
        if (qualifiedOn != null && disqualifiedOn != null && disqualifiedOn.isBefore(qualifiedOn)) {
            fields.refuse(RosterColumn.DISQUALIFIED_ON, Refusal.of("roster.left-before"));
        }
        if (birthDate == null || qualifiedOn == null || !fields.faults.isEmpty()) {
            return new Outcome.Faulty(List.copyOf(fields.faults));
        }
        return new Outcome.Read(new RosterRow(
                new MemberNumber(symbol, number, branch),
                name,
                kana,
                birthDate,
                userId,
                email,
                qualifiedOn,
                Optional.ofNullable(disqualifiedOn)));
    }

    /** The fields of one row, and what was found wrong with them so far. */
    private final class Fields {

        private final RosterRecord record;
        private final List<RosterFault> faults = new ArrayList<>();

        Fields(RosterRecord record) {
            this.record = record;
        }

        void refuse(RosterColumn column, Refusal why) {
            faults.add(new RosterFault(record.line(), column, why));
        }

        /** As it stands in the file; nothing where it must not be looked at any further. */
        private String raw(RosterColumn column) {
            String raw = columns.place(column).isPresent()
                    ? record.at(columns.place(column).getAsInt()).strip()
                    : "";
            if (!raw.isEmpty() && BEGINS_A_FORMULA.indexOf(raw.charAt(0)) >= 0) {
                refuse(column, Refusal.of("roster.formula"));
                return "";
            }
            if (raw.isEmpty() && column.isRequired()) {
                refuse(column, Refusal.of("roster.missing"));
            }
            return raw;
        }

        String text(RosterColumn column, Function<String, String> form, int longest) {
            String text = form.apply(raw(column));
            if (text.length() > longest) {
                refuse(column, Refusal.of("roster.too-long", longest));
            }
            return text;
        }

        /** Spreadsheets take leading zeros away. */
        String branch() {
            String branch = TypedText.identifier(raw(RosterColumn.BRANCH));
            if (branch.isEmpty()) {
                return NO_BRANCH;
            }
            if (!BRANCH.matcher(branch).matches()) {
                refuse(RosterColumn.BRANCH, Refusal.of("roster.branch"));
            }
            return branch.length() == 1 ? "0" + branch : branch;
        }

        String kana() {
            String kana = Kana.katakana(text(RosterColumn.KANA, TypedText::line, LONGEST_NAME));
            if (!kana.isEmpty() && !KANA.matcher(kana).matches()) {
                refuse(RosterColumn.KANA, Refusal.of("roster.kana"));
            }
            return kana;
        }

        @Nullable
        BirthDate birthDate() {
            String raw = raw(RosterColumn.BIRTH_DATE);
            return raw.isEmpty() ? null : taken(RosterColumn.BIRTH_DATE, BirthDate.parse(raw, today));
        }

        Optional<UserId> userId() {
            UserId userId = UserId.typed(raw(RosterColumn.USER_ID));
            if (userId.isMissing()) {
                return Optional.empty();
            }
            if (userId.value().length() > LONGEST_USER_ID) {
                refuse(RosterColumn.USER_ID, Refusal.of("roster.too-long", LONGEST_USER_ID));
            } else if (!USER_ID.matcher(userId.value()).matches()) {
                refuse(RosterColumn.USER_ID, Refusal.of("roster.user-id"));
            }
            return Optional.of(userId);
        }

        Optional<EmailAddress> email() {
            String raw = raw(RosterColumn.EMAIL);
            return raw.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(taken(RosterColumn.EMAIL, EmailAddress.parse(raw)));
        }

        @Nullable
        LocalDate date(RosterColumn column) {
            String raw = raw(column);
            if (raw.isEmpty()) {
                return null;
            }
            Parsed<LocalDate> date = WrittenDate.read(
                    raw,
                    Parsed::of,
                    fault -> fault == WrittenDate.Fault.NO_SUCH_DAY
                            ? Parsed.refused("roster.no-such-date")
                            : Parsed.refused("roster.date"));
            return taken(column, date);
        }

        private <T> @Nullable T taken(RosterColumn column, Parsed<T> parsed) {
            return parsed.<@Nullable T>either(value -> value, why -> {
                refuse(column, why);
                return null;
            });
        }
    }
}
