package jp.kenpo.portal.journey.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees after a move whether the portal kept to the rules. */
final class Judge {

    /** Where no page is; all of them say so on a page of the portal's own, or in a line to a script. */
    static final Set<String> NO_PAGES = Set.of("/no/such/page", "/member/no-such.xhtml", "/nowhere.xhtml");

    private static final Pattern SOMEBODY = Pattern.compile(Member.SURNAME + " ([0-9]+)");

    private Judge() {}

    /** What is wrong with any page at all. */
    static List<String> faultsOfPage(Seen seen, Member member, Standing standing) {
        List<String> faults = new ArrayList<>();
        boolean expectedNowhere = NO_PAGES.contains(seen.path());
        if (seen.status() != 200 && !(expectedNowhere && seen.status() == 404)) {
            faults.add("answered " + seen.status());
        }
        if (seen.place().isEmpty() && !expectedNowhere) {
            faults.add("a page that the model does not know: a line for it in Place is missing");
        }
        if (seen.headings().size() != 1 || seen.heading().isBlank()) {
            faults.add("headings: " + seen.headings());
        }
        faults.addAll(faultsOfWaysOn(seen));
        faults.addAll(faultsOfData(seen, member, standing));
        return faults;
    }

    /** Exactly one where something is asked; where nothing is, at least one way on and not two main ones. */
    private static List<String> faultsOfWaysOn(Seen seen) {
        int most = seen.primaries().size();
        return most > 1 || seen.asks() && most != 1 || seen.ways() == 0
                ? List.of("main ways on: " + seen.primaries() + ", ways: " + seen.ways())
                : List.of();
    }

    private static List<String> faultsOfData(Seen seen, Member member, Standing standing) {
        Matcher somebody = SOMEBODY.matcher(seen.text());
        List<String> faults = new ArrayList<>();
        while (somebody.find()) {
            if (!somebody.group(1).equals(member.number())) {
                faults.add("shows another member: " + somebody.group());
            } else if (!standing.isFullyProved()) {
                faults.add("shows the member's name before the second factor");
            }
        }
        return faults;
    }

    /** What is wrong with a page that has just come in, and what the model learns from it. */
    static List<String> faultsOfNewPage(Seen seen, Member member, Standing standing, Instant now) {
        Optional<Place> place = seen.place();
        List<String> faults = new ArrayList<>();
        if (place.isPresent()) {
            Optional<String> refusal = place.get().reach().refusal(place.get(), member, standing);
            refusal.ifPresent(why -> faults.add(place.get() + ": " + why));
            member.came(place.get());
            switch (place.get().reach()) {
                case NOBODY -> standing.isNobody();
                case FIRST_LOGIN, SET_UP, MEMBER -> standing.isKnown(now);
                default -> {}
            }
        }
        return faults;
    }
}
