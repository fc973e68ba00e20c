package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.letters.LetterTexts;
import jp.kenpo.portal.letters.LetterWords;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** ID・初期パスワードのお知らせ: what the insurer itself says in its letters. */
@Named
@RequestScoped
public class LetterWordsPage {

    private static final int LONGEST = 1_000;

    @Inject
    LetterTexts texts;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private @Nullable String opening;
    private @Nullable String closing;
    private @Nullable LetterWords present;

    /** Has it said from now on. */
    public void save() {
        LetterWords words = new LetterWords(TypedText.paragraphs(opening), TypedText.paragraphs(closing));
        check("opening", words.opening());
        check("closing", words.closing());
        if (!errors.isAny()) {
            Change outcome = texts.change(visit.insurer(), visit.caller(), words);
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.LETTER_WORDS_SAVED.on(StaffPages.LETTERS)
                            : StaffPages.LETTERS_WORDS);
        }
    }

    private void check(String field, String typed) {
        if (typed.isEmpty()) {
            errors.at(field, Refusal.of("letter-words.missing"));
        } else if (typed.length() > LONGEST || !LetterTexts.fits(typed)) {
            errors.at(field, Refusal.of("letter-words.too-long"));
        }
    }

    private LetterWords present() {
        if (present == null) {
            present = texts.of(visit.insurer());
        }
        return present;
    }

    public String getOpening() {
        return opening == null ? present().opening() : opening;
    }

    public void setOpening(@Nullable String opening) {
        this.opening = opening;
    }

    public String getClosing() {
        return closing == null ? present().closing() : closing;
    }

    public void setClosing(@Nullable String closing) {
        this.closing = closing;
    }
}
