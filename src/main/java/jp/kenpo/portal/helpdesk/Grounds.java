package jp.kenpo.portal.helpdesk;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.StaffDeed;

/**
 * Why staff help a member, and how they recognised him; it stands in the record.
 *
 * @param checks at least one that nobody passes who only found the member's papers
 * @param askedBy the account of whoever of the staff recognised him, where somebody else approves it
 */
public record Grounds(HelpReason reason, Set<IdentityCheck> checks, Optional<Long> askedBy) {

    private static final Pattern ASKED_BY = Pattern.compile("; asked by ([0-9]+)$");

    public Grounds {
        checks = Set.copyOf(checks);
    }

    /** Of whoever does himself what he recognised the member for. */
    public Grounds(HelpReason reason, Set<IdentityCheck> checks) {
        this(reason, checks, Optional.empty());
    }

    /** The account of whoever of the staff recognised a member for what was done; empty where none of them did it. */
    static Optional<Long> recognisedBy(String recorded) {
        Matcher asked = ASKED_BY.matcher(recorded);
        return asked.find()
                ? Optional.of(Long.valueOf(asked.group(1)))
                : StaffDeed.of(recorded).map(StaffDeed::staffId);
    }

    /** Whether it is enough to change how somebody signs in. */
    static boolean suffice(Set<IdentityCheck> checks) {
        return checks.size() > 1 && checks.stream().anyMatch(IdentityCheck::isBeyondPapersAtHome);
    }

    /** What was checked, as the record has it, such as {@code name, called-back; asked by 12}. */
    String checksInShort() {
        return checks.stream().sorted().map(IdentityCheck::key).collect(joining(", "))
                + askedBy.map(staff -> "; asked by " + staff).orElse("");
    }
}
