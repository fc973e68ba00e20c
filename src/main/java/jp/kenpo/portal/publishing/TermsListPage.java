package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.figures.Bar;
import jp.kenpo.portal.figures.TermsFigures;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDraft;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.terms.TermsInForce;
import jp.kenpo.portal.terms.TermsVersion;
import org.jspecify.annotations.Nullable;

/** M3 規約: which terms hold and who accepted them, and what is to hold next. */
@Named
@RequestScoped
public class TermsListPage {

    @Inject
    Terms terms;

    @Inject
    TermsDrafts drafts;

    @Inject
    TermsFigures figures;

    @Inject
    CurrentVisit visit;

    private @Nullable Optional<TermsDraft> draft;
    private TermsFigures.@Nullable Counted counted;

    /** All that were published, the last one first. */
    public List<TermsVersion> getVersions() {
        return terms.versions(visit.insurer()).stream()
                .sorted(Comparator.comparing(TermsVersion::number).reversed())
                .toList();
    }

    /** What is to hold next: {@code announced}, a {@code draft}, or {@code none}. */
    public String getNext() {
        if (getAnnounced() != null) {
            return "announced";
        }
        return getDraft() == null ? "none" : "draft";
    }

    public @Nullable TermsVersion getAnnounced() {
        return terms.announced(visit.insurer()).orElse(null);
    }

    public @Nullable TermsDraft getDraft() {
        if (draft == null) {
            draft = drafts.find(visit.insurer());
        }
        return draft.orElse(null);
    }

    public TermsFigures.Counted getFigures() {
        if (counted == null) {
            counted = figures.of(visit.insurer());
        }
        return counted;
    }

    /** Of all insured persons: who accepted the version in force, a former one, or none. */
    public List<Bar> getBars() {
        TermsInForce inForce = terms.inForce(visit.insurer());
        int present = inForce.current().number();
        int least = inForce.leastAccepted();
        TermsFigures.Counted now = getFigures();
        List<Bar> bars = new ArrayList<>();
        bars.add(Bar.of("present", now.acceptedFrom(present), now.people()));
        if (least < present) {
            bars.add(Bar.of("former", now.acceptedFrom(least) - now.acceptedFrom(present), now.people()));
        }
        if (least > inForce.versions().get(0).number()) {
            bars.add(Bar.of("asked-again", now.acceptedBefore(least), now.people()));
        }
        bars.add(Bar.of("none", now.people() - now.acceptedFrom(0), now.people()));
        return bars;
    }
}
