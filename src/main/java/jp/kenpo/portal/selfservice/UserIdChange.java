package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.firstlogin.UserIdChoice;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.signin.FreshlyProved.Locked;

/** Gives a signed-in member another user ID. */
@ApplicationScoped
public class UserIdChange {

    @Inject
    UserIdChoice choice;

    @Inject
    FreshlyProved proof;

    /**
     * Changes the user ID; one that he has already, as after a double click, is no fault. What was asked after before
     * counts on: whoever changes his user ID now and then could else ask after everybody's without end.
     */
    @Transactional
    public Change change(CurrentInsurer insurer, Caller caller, UserId wanted) {
        Optional<Locked> locked = proof.lock(caller, Action.CHANGE_USER_ID);
        if (locked.isEmpty()) {
            return new Change.NotNow();
        }
        return choice.take(insurer, locked.get().account(), wanted)
                .<Change>map(Change.Refused::new)
                .orElseGet(Change.Made::new);
    }
}
