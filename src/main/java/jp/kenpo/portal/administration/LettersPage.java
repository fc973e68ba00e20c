package jp.kenpo.portal.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.letters.LetterBatch;
import jp.kenpo.portal.letters.LetterSelection;
import jp.kenpo.portal.letters.Letters;
import jp.kenpo.portal.letters.Letters.Making;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** ID・初期パスワードのお知らせ: where managers have letters made, and take away those that were. */
@Named
@RequestScoped
public class LettersPage {

    private static final int MOST = 20;

    @Inject
    Letters letters;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private @Nullable String selection;
    private @Nullable String symbol;
    private @Nullable List<LetterBatch> latest;

    /** Has letters made. */
    public void make() {
        Optional<LetterSelection> chosen = LetterSelection.find(selection);
        if (chosen.isEmpty()) {
            errors.at("selection", Refusal.of("letters.selection-missing"));
        } else {
            show(letters.make(visit.insurer(), visit.caller(), chosen.get(), TypedText.identifier(symbol)));
        }
    }

    private void show(Making outcome) {
        if (outcome instanceof Making.Refused refused) {
            errors.at("selection", refused.why());
        } else if (outcome instanceof Making.Made made) {
            onward.to((made.more() ? Notice.LETTERS_MADE_IN_PART : Notice.LETTERS_MADE).on(StaffPages.LETTERS));
        } else {
            onward.to(StaffPages.LETTERS_NEW);
        }
    }

    /** The latest, the last one first. */
    public List<LetterBatch> getLatest() {
        if (latest == null) {
            latest = letters.latest(visit.insurer(), MOST);
        }
        return latest;
    }

    public List<Option> getSelections() {
        return Option.all(
                text,
                "administration.letter-selection.",
                Arrays.stream(LetterSelection.values()).map(LetterSelection::key));
    }

    public @Nullable String getSelection() {
        return selection;
    }

    public void setSelection(@Nullable String selection) {
        this.selection = selection;
    }

    public @Nullable String getSymbol() {
        return symbol;
    }

    public void setSymbol(@Nullable String symbol) {
        this.symbol = symbol;
    }
}
