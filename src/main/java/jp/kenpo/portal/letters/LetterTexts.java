package jp.kenpo.portal.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Messages;

/** What each insurer says in its letters. */
@ApplicationScoped
public class LetterTexts {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    FreshlyProved proof;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What it said last, or what the portal says where it never said anything. */
    public LetterWords of(CurrentInsurer insurer) {
        return entities.createQuery(
                        "select w from WrittenWords w where w.insurerId = :insurer order by w.id desc",
                        WrittenWords.class)
                .setParameter("insurer", insurer.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(WrittenWords::words)
                .orElseGet(() -> standard(insurer.policy().initialPassword()));
    }

    /** What letters say until an insurer wants them to say something else. */
    public static LetterWords standard(InitialPasswordKind password) {
        return switch (password) {
            case DERIVED ->
                new LetterWords(
                        Messages.text(Language.JA, "letter.opening"), Messages.text(Language.JA, "letter.closing"));
            case LETTER ->
                new LetterWords(
                        Messages.text(Language.JA, "letter.opening.printed"),
                        Messages.text(Language.JA, "letter.closing.printed"));
        };
    }

    /** Whether one of the two leaves room for the rest of a letter. */
    public static boolean fits(String text) {
        return LetterFile.hasRoomFor(text);
    }

    /** Has it said from now on. The words were found to fit. */
    @Transactional
    public Change change(CurrentInsurer insurer, Caller staff, LetterWords words) {
        if (proof.lock(staff, Action.MAKE_LETTERS).isEmpty()) {
            return new Change.NotNow();
        }
        entities.persist(new WrittenWords(insurer.id(), clock.instant(), staff.accountId(), words));
        audit.record(
                AuditEvent.LETTER_WORDS_CHANGED,
                insurer.id(),
                null,
                staff.deed(Optional.empty()).inShort());
        return new Change.Made();
    }
}
