package jp.kenpo.portal.helpdesk;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import jp.kenpo.portal.account.HelpReason;

/**
 * Why staff help a member, and how they recognised him; it stands in the record.
 *
 * @param checks at least one that nobody passes who only found the member's papers
 */
public record Grounds(HelpReason reason, Set<IdentityCheck> checks) {

    public Grounds {
        checks = Set.copyOf(checks);
    }

    /** Whether it is enough to change how somebody signs in. */
    static boolean suffice(Set<IdentityCheck> checks) {
        return checks.size() > 1 && checks.stream().anyMatch(IdentityCheck::isBeyondPapersAtHome);
    }

    /** What was checked, as the record has it, such as {@code name, called-back}. */
    String checksInShort() {
        return checks.stream().sorted().map(IdentityCheck::key).collect(joining(", "));
    }
}
