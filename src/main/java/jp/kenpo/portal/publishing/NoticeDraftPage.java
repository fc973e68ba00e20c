package jp.kenpo.portal.publishing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.portal.member.WrittenDate;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDraft.Days;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.NoticeWording;
import jp.kenpo.portal.notices.NoticeWording.Words;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.NumberText;
import org.jspecify.annotations.Nullable;

/** M4 お知らせ: where managers write what members are to be told. The address or the form says which; none: a new one. */
@Named
@RequestScoped
public class NoticeDraftPage {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 10_000;

    @Inject
    NoticeDrafts drafts;

    @Inject
    NoticeDesk desk;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    NumberText numbers;

    @Inject
    TypedBefore before;

    @Inject
    HttpServletRequest request;

    private @Nullable String japaneseTitle;
    private @Nullable String englishTitle;
    private @Nullable String japaneseText;
    private @Nullable String englishText;
    private @Nullable String symbol;
    private @Nullable String firstDay;
    private @Nullable String lastDay;
    private @Nullable Boolean important;
    private @Nullable String draftBefore;
    private @Nullable String seenBefore;
    private @Nullable Optional<NoticeDraft> draft;

    @PostConstruct
    void takeUp() {
        japaneseTitle = before.find("title-ja");
        japaneseText = before.find("notice-ja");
        englishTitle = before.find("title-en");
        englishText = before.find("notice-en");
        firstDay = before.find("first-day");
        lastDay = before.find("last-day");
        symbol = before.find("notice-symbol");
        draftBefore = before.find(StaffPages.DRAFT);
        seenBefore = before.find(AskedNumber.SEEN);
        if (draftBefore != null) {
            important = before.isTicked("important");
        }
    }

    /** Saves what was written, finished or not. */
    public void save() {
        Words japanese = words("ja", japaneseTitle, japaneseText);
        Words english = words("en", englishTitle, englishText);
        String only = TypedText.identifier(symbol);
        if (!only.isEmpty() && !desk.isSymbol(visit.insurer(), only)) {
            errors.at("notice-symbol", Refusal.of("notice.no-such-symbol"));
        }
        Days days = new Days(day("first-day", firstDay), day("last-day", lastDay));
        if (errors.isAny()) {
            return;
        }
        NoticeWording wording = NoticeWording.of(japanese, english);
        wording = isImportant() ? wording.important() : wording;
        save(only.isEmpty() ? wording : wording.onlyFor(only), days);
    }

    private void save(NoticeWording wording, Days days) {
        long insurer = visit.insurer().id();
        long by = visit.caller().accountId();
        if (getId() == 0) {
            leaveTo(preview(drafts.begin(insurer, by, wording, days).id()));
        } else {
            drafts.save(insurer, by, getId(), getSeen(), wording, days)
                    .ifPresentOrElse(why -> errors.at("button-save-and-preview", why), () -> leaveTo(preview(getId())));
        }
    }

    private static String preview(long draft) {
        return StaffPages.NOTICE_PREVIEW + "?" + StaffPages.DRAFT + "=" + draft;
    }

    private Words words(String language, @Nullable String title, @Nullable String text) {
        Words words = new Words(TypedText.line(title), TypedText.paragraphs(text));
        check("title-" + language, words.title(), LONGEST_TITLE);
        check("notice-" + language, words.text(), LONGEST_TEXT);
        return words;
    }

    private void leaveTo(String page) {
        before.forget();
        onward.to(page);
    }

    private void check(String field, String typed, int longest) {
        if (typed.length() > longest) {
            errors.at(field, Refusal.of("text.too-long", numbers.of(longest)));
        }
    }

    private Optional<LocalDate> day(String field, @Nullable String typed) {
        return WrittenDate.read(typed, Optional::of, fault -> {
            if (fault != WrittenDate.Fault.MISSING) {
                errors.at(field, Refusal.of("notice.no-such-day"));
            }
            return Optional.empty();
        });
    }

    /** Which draft; 0 for one that is not begun. */
    public long getId() {
        @Nullable String sent = request.getParameter(StaffPages.DRAFT);
        // What is no number is no draft's, as is zero.
        return AskedNumber.read(sent == null ? draftBefore : sent).orElse(0L);
    }

    /** Whether there is such a draft, a new one is begun, or something was written that is not to be lost. */
    public boolean isThere() {
        return getId() == 0 || draftBefore != null || draft().isPresent();
    }

    /** Which saving of it is written on. */
    public long getSeen() {
        return AskedNumber.find(request, AskedNumber.SEEN)
                .or(() -> AskedNumber.read(seenBefore))
                .orElseGet(() -> (long) draft().map(NoticeDraft::number).orElse(0));
    }

    private Optional<NoticeDraft> draft() {
        if (draft == null) {
            draft = getId() == 0
                    ? Optional.empty()
                    : drafts.find(visit.insurer().id(), getId());
        }
        return draft;
    }

    private String present(Function<NoticeDraft, String> what) {
        return draft().map(what).orElse("");
    }

    private static String written(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    public String getJapaneseTitle() {
        return japaneseTitle != null
                ? japaneseTitle
                : present(saved -> saved.wording().title(Language.JA));
    }

    public void setJapaneseTitle(@Nullable String japaneseTitle) {
        this.japaneseTitle = japaneseTitle;
    }

    public String getEnglishTitle() {
        return englishTitle != null
                ? englishTitle
                : present(saved -> saved.wording().title(Language.EN));
    }

    public void setEnglishTitle(@Nullable String englishTitle) {
        this.englishTitle = englishTitle;
    }

    public String getJapaneseText() {
        return japaneseText != null
                ? japaneseText
                : present(saved -> saved.wording().text(Language.JA));
    }

    public void setJapaneseText(@Nullable String japaneseText) {
        this.japaneseText = japaneseText;
    }

    public String getEnglishText() {
        return englishText != null
                ? englishText
                : present(saved -> saved.wording().text(Language.EN));
    }

    public void setEnglishText(@Nullable String englishText) {
        this.englishText = englishText;
    }

    public String getSymbol() {
        return symbol != null
                ? symbol
                : present(saved -> saved.wording().symbol().orElse(""));
    }

    public void setSymbol(@Nullable String symbol) {
        this.symbol = symbol;
    }

    public String getFirstDay() {
        return firstDay != null
                ? firstDay
                : present(saved -> written(saved.days().first()));
    }

    public void setFirstDay(@Nullable String firstDay) {
        this.firstDay = firstDay;
    }

    public String getLastDay() {
        return lastDay != null ? lastDay : present(saved -> written(saved.days().last()));
    }

    public void setLastDay(@Nullable String lastDay) {
        this.lastDay = lastDay;
    }

    public boolean isImportant() {
        return important != null
                ? important
                : draft().map(saved -> saved.wording().isImportant()).orElse(false);
    }

    public void setImportant(boolean important) {
        this.important = important;
    }
}
