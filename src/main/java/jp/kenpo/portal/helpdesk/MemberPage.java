package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.AccountRecovery;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.figures.Stage;
import jp.kenpo.portal.guesses.AccountGuesses;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.selfservice.HistoryWord;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsAcceptance;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/**
 * M2 窓口: how far a member is, what he signs in with, and what happened, once staff have said why they look. Nothing of
 * it lets in but a letter that they had made for him. The address says who.
 */
@Named
@RequestScoped
public class MemberPage {

    private static final int MONTHS = 3;
    private static final int MOST = 30;

    @Inject
    Looks looks;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    SecondFactorDevices devices;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    Letters letters;

    @Inject
    Terms terms;

    @Inject
    AccountGuesses guesses;

    @Inject
    AuditHistory history;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    @Inject
    DateText dates;

    @Inject
    PageText text;

    @Inject
    Clock clock;

    private @Nullable Optional<Helped> member;
    private @Nullable Optional<AccountRecovery> recovery;
    private @Nullable List<SecondFactorDevice> own;
    private @Nullable List<Milestone> milestones;
    private @Nullable List<TermsAcceptance> accepted;
    private @Nullable String letter;
    private @Nullable Boolean heldUp;
    private @Nullable Boolean open;

    /** A stage of the first login. @param at when he reached it; null where he did not, or it is not known */
    public record Milestone(
            Stage stage, boolean reached, @Nullable Instant at) {

        static Milestone of(Stage stage, Optional<Instant> at) {
            return new Milestone(stage, at.isPresent(), at.orElse(null));
        }
    }

    /** A line of the history. */
    public record Line(Instant at, HistoryWord word) {}

    /** Whether the insurer has such a member. */
    public boolean isThere() {
        return find().isPresent();
    }

    /** The member; there is one, or the page does not ask for him. */
    public Helped getMember() {
        return find().orElseThrow();
    }

    private Optional<Helped> find() {
        if (member == null) {
            member = looks.find(
                    visit.insurer(),
                    AskedNumber.find(request, StaffPages.ACCOUNT).orElse(AskedNumber.NONE));
        }
        return member;
    }

    /** Whether the caller has said why he looks at the member; until then nothing of him is shown. */
    public boolean isOpen() {
        if (open == null) {
            open = isThere() && looks.hasSaidWhy(visit.caller(), getMember().accountId());
        }
        return open;
    }

    /**
     * How far he is: {@code not-begun}, {@code begun}, {@code reset} by staff, {@code no-factor} yet, back at the {@code
     * initial-password}, or {@code done}.
     */
    public String getState() {
        if (getMember().account().birthDateConfirmedAt().isEmpty()) {
            return "not-begun";
        }
        if (getMember().account().firstLoginCompletedAt().isEmpty()) {
            return "begun";
        }
        if (!getDevices().isEmpty()) {
            return isWithoutPassword() ? "initial-password" : "done";
        }
        return getMember().account().factorsResetAt().isPresent() ? "reset" : "no-factor";
    }

    /** The stages of the first login, in their order. */
    public List<Milestone> getMilestones() {
        if (milestones == null) {
            Account account = getMember().account();
            milestones = List.of(
                    Milestone.of(Stage.WRITTEN_TO, letters.firstTo(account.id())),
                    Milestone.of(Stage.BIRTH_DATE_CONFIRMED, account.birthDateConfirmedAt()),
                    Milestone.of(
                            Stage.TERMS_ACCEPTED,
                            accepted().stream().map(TermsAcceptance::acceptedAt).min(Comparator.naturalOrder())),
                    Milestone.of(Stage.USER_ID_DECIDED, account.userIdDecidedAt()),
                    firstPassword(account),
                    Milestone.of(Stage.FIRST_LOGIN_COMPLETED, account.firstLoginCompletedAt()),
                    new Milestone(Stage.SECOND_FACTOR, !getDevices().isEmpty(), null));
        }
        return milestones;
    }

    /** When he set his first is not known any more once he has set another. */
    private static Milestone firstPassword(Account account) {
        Optional<Instant> completed = account.firstLoginCompletedAt();
        return new Milestone(
                Stage.PASSWORD_SET,
                account.passwordSetAt().isPresent() || completed.isPresent(),
                account.passwordSetAt()
                        .filter(at -> !completed.orElse(Instant.MAX).isBefore(at))
                        .orElse(null));
    }

    private List<TermsAcceptance> accepted() {
        if (accepted == null) {
            accepted = terms.acceptedBy(getMember().accountId());
        }
        return accepted;
    }

    /** What he confirms with. */
    public List<SecondFactorDevice> getDevices() {
        if (own == null) {
            own = devices.of(getMember().accountId());
        }
        return own;
    }

    public int getCodesLeft() {
        return recoveryCodes.left(getMember().accountId());
    }

    /** From when on somebody is let in without the member's devices; empty where nobody waits for that. */
    public String getRecoveryOpensAt() {
        if (recovery == null) {
            recovery = recoveries.find(getMember().account());
        }
        return recovery.map(AccountRecovery::opensAt).map(dates::time).orElse("");
    }

    /** Whether he has to wait, or is not let try at all, since somebody mistyped too often. */
    public boolean isHeldUp() {
        if (heldUp == null) {
            heldUp = guesses.isHeldUp(
                    getMember().account(), visit.insurer().policy().guesses());
        }
        return heldUp;
    }

    /** The address of the letter that was made for him, as long as it is there to be printed; else empty. */
    public String getLetter() {
        if (letter == null) {
            letter = isWithoutPassword()
                    ? letters.findFor(visit.insurer(), getMember().accountId())
                            .map(there -> StaffPages.LETTER_FILE + "?" + StaffPages.ACCOUNT + "="
                                    + getMember().accountId())
                            .orElse("")
                    : "";
        }
        return letter;
    }

    /** Whether staff can have the initial password work: he has one of his own, or it is too old. */
    public boolean isPasswordResettable() {
        return !getMember().account().initialPasswordWorks(clock.instant());
    }

    /** Whether the initial password is the only one he has. */
    public boolean isWithoutPassword() {
        return getMember().account().passwordHash().isEmpty();
    }

    /** Which terms he accepted last, and when, in words. */
    public String getAcceptedTerms() {
        return accepted().stream()
                .findFirst()
                .map(last ->
                        text.of("administration_member.terms.accepted", last.number(), dates.time(last.acceptedAt())))
                .orElseGet(() -> text.of("administration_member.terms.none"));
    }

    /** The latest first. */
    public List<Line> getLines() {
        Instant since = clock.instant().atZone(Clocks.JAPAN).minusMonths(MONTHS).toInstant();
        return history.of(getMember().accountId(), HistoryWord.TOLD, since, MOST).stream()
                .map(entry -> new Line(entry.at(), HistoryWord.of(entry.event()).orElseThrow()))
                .toList();
    }
}
