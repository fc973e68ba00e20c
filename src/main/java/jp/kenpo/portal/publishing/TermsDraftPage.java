package jp.kenpo.portal.publishing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.member.WrittenDate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDraft;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.terms.TermsWording;
import jp.kenpo.portal.terms.TermsWording.Twice;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.NumberText;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** M3 規約: where managers write the next terms; at first they are those that hold. */
@Named
@RequestScoped
public class TermsDraftPage {

    /** Both together, percent-encoded, are less than what a form may have. */
    private static final int LONGEST_TEXT = 40_000;

    private static final int LONGEST_CHANGES = 1_000;

    private static final String MATERIAL = "yes";
    private static final String NOT_MATERIAL = "no";

    @Inject
    Terms terms;

    @Inject
    TermsDrafts drafts;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    @Inject
    NumberText numbers;

    @Inject
    TypedBefore before;

    @Inject
    HttpServletRequest request;

    private @Nullable String effectiveOn;
    private @Nullable String material;
    private @Nullable String japanese;
    private @Nullable String english;
    private @Nullable String changesInJapanese;
    private @Nullable String changesInEnglish;
    private @Nullable String seenBefore;
    private @Nullable Optional<TermsDraft> draft;

    @PostConstruct
    void takeUp() {
        effectiveOn = before.find("effective-on");
        material = before.find("material");
        changesInJapanese = before.find("changes-ja");
        changesInEnglish = before.find("changes-en");
        japanese = before.find("text-ja");
        english = before.find("text-en");
        seenBefore = before.find(AskedNumber.SEEN);
    }

    /** Saves what was written, finished or not. */
    public void save() {
        Twice words = new Twice(TypedText.paragraphs(japanese), TypedText.paragraphs(english));
        Twice changes = new Twice(TypedText.paragraphs(changesInJapanese), TypedText.paragraphs(changesInEnglish));
        check("changes-ja", changes.japanese(), LONGEST_CHANGES);
        check("changes-en", changes.english(), LONGEST_CHANGES);
        check("text-ja", words.japanese(), LONGEST_TEXT);
        check("text-en", words.english(), LONGEST_TEXT);
        Optional<LocalDate> day = WrittenDate.read(effectiveOn, Optional::of, this::noDay);
        if (errors.isAny()) {
            return;
        }
        TermsWording wording = TermsWording.of(day, words).telling(changes);
        drafts.save(
                        visit.insurer(),
                        visit.caller().accountId(),
                        getSeen(),
                        MATERIAL.equals(material) ? wording.askedAgain() : wording)
                .ifPresentOrElse(
                        why -> errors.at("button-save-and-preview", why), () -> leaveTo(StaffPages.TERMS_PREVIEW));
    }

    private Optional<LocalDate> noDay(WrittenDate.Fault fault) {
        if (fault != WrittenDate.Fault.MISSING) {
            errors.at("effective-on", Refusal.of("terms.no-such-day"));
        }
        return Optional.empty();
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

    /** The number of the draft that is written on; 0 where a new one is begun. */
    public long getSeen() {
        return AskedNumber.find(request, AskedNumber.SEEN)
                .or(() -> AskedNumber.read(seenBefore))
                .orElseGet(() -> draft().map(TermsDraft::number).orElse(0L));
    }

    private Optional<TermsDraft> draft() {
        if (draft == null) {
            draft = drafts.find(visit.insurer());
        }
        return draft;
    }

    /** What is there already: the draft, or without one the terms that hold, which are to be changed. */
    private TermsWording present() {
        return draft().map(TermsDraft::wording)
                .orElseGet(
                        () -> TermsWording.of(Optional.empty(), new Twice(inForce(Language.JA), inForce(Language.EN))));
    }

    private String inForce(Language language) {
        return terms.inForce(visit.insurer()).current().text(language);
    }

    public List<Option> getMaterials() {
        return Option.all(text, "administration_terms_draft.material.", Stream.of(MATERIAL, NOT_MATERIAL));
    }

    public String getEffectiveOn() {
        return effectiveOn != null
                ? effectiveOn
                : present().effectiveOn().map(LocalDate::toString).orElse("");
    }

    public void setEffectiveOn(@Nullable String effectiveOn) {
        this.effectiveOn = effectiveOn;
    }

    public String getMaterial() {
        return material != null ? material : present().isMaterial() ? MATERIAL : NOT_MATERIAL;
    }

    public void setMaterial(@Nullable String material) {
        this.material = material;
    }

    public String getJapanese() {
        return japanese != null ? japanese : present().text(Language.JA);
    }

    public void setJapanese(@Nullable String japanese) {
        this.japanese = japanese;
    }

    public String getEnglish() {
        return english != null ? english : present().text(Language.EN);
    }

    public void setEnglish(@Nullable String english) {
        this.english = english;
    }

    public String getChangesInJapanese() {
        return changesInJapanese != null ? changesInJapanese : present().changes(Language.JA);
    }

    public void setChangesInJapanese(@Nullable String changesInJapanese) {
        this.changesInJapanese = changesInJapanese;
    }

    public String getChangesInEnglish() {
        return changesInEnglish != null ? changesInEnglish : present().changes(Language.EN);
    }

    public void setChangesInEnglish(@Nullable String changesInEnglish) {
        this.changesInEnglish = changesInEnglish;
    }
}
