package jp.kenpo.portal.journey.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kenpo.portal.journey.CarriedDevice;

/** A member: what he knows and has from visit to visit, and what he has really done so far. */
final class Member {

    static final int FIRST = 70_000;
    static final String SURNAME = "植込";
    static final String BIRTH_DATE = "19710203";

    /** What has to be done in the first login. */
    private static final Set<Place> STEPS = EnumSet.of(
            Place.BIRTH_DATE, Place.TERMS, Place.USER_ID_AND_METHOD, Place.NEW_PASSWORD, Place.EMAIL, Place.EMAIL_CODE);

    private final int number;
    private final Guess userId;
    private final Guess password;
    private final Set<Place> tried = EnumSet.noneOf(Place.class);
    private final Authenticator authenticator = new Authenticator();
    private final List<String> recoveryCodes = new ArrayList<>();
    private final Set<String> codesUsed = new HashSet<>();
    private final Map<Boolean, CarriedDevice> devices = new HashMap<>();
    private final List<String> addresses = new ArrayList<>();

    private int furthest;
    private boolean secondFactor;
    private int changes;

    Member(int place) {
        this.number = FIRST + place;
        this.userId = new Guess("newcomer" + number);
        this.password = new Guess("9999" + number + BIRTH_DATE);
    }

    String name() {
        return SURNAME + " " + number;
    }

    String number() {
        return Integer.toString(number);
    }

    Guess userId() {
        return userId;
    }

    Guess password() {
        return password;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    /** The phone or the PC, each with its own passkeys. */
    CarriedDevice device(boolean phone) {
        return devices.computeIfAbsent(phone, which -> new CarriedDevice());
    }

    /** Something new of a kind each time, so that no change is to what there is already. */
    int nextChange() {
        return ++changes;
    }

    /** Where he was last told that mail is sent to; empty before any. */
    Optional<String> address() {
        return addresses.isEmpty() ? Optional.empty() : Optional.of(addresses.get(addresses.size() - 1));
    }

    /** Every address that he ever named, the newest first. */
    Stream<String> addresses() {
        List<String> newestFirst = new ArrayList<>(addresses);
        Collections.reverse(newestFirst);
        return newestFirst.stream();
    }

    void named(String address) {
        addresses.remove(address);
        addresses.add(address);
    }

    List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** The page shows new ones. */
    void reads(List<String> codes) {
        codes.stream()
                .filter(code -> !recoveryCodes.contains(code) && !codesUsed.contains(code))
                .forEach(recoveryCodes::add);
    }

    void usesRecoveryCode(String code) {
        recoveryCodes.remove(code);
        codesUsed.add(code);
    }

    boolean isRecoveryCode(String typed) {
        return recoveryCodes.contains(typed) || codesUsed.contains(typed);
    }

    /** He sent what finishes a step, whether or not it came in. */
    void tried(Place step) {
        tried.add(step);
    }

    boolean hasTried(Place step) {
        return tried.contains(step);
    }

    /** What he never finished of what comes before a page. */
    Optional<Place> firstMissingBefore(Place place) {
        return STEPS.stream()
                .filter(step -> step.ordinal() < place.ordinal() && !tried.contains(step))
                .findFirst();
    }

    /** The furthest step that the portal has let him come to, by {@link Place#step}. */
    int furthest() {
        return furthest;
    }

    void came(Place place) {
        if (place.isStep()) {
            furthest = Math.max(furthest, place.step());
        } else if (place.reach() == Reach.MEMBER) {
            furthest = Place.METHOD.ordinal();
            secondFactor = true;
        }
    }

    /** Whether he was ever let in with a second factor; from then on there always is one. */
    boolean hasSecondFactor() {
        return secondFactor;
    }

    @Override
    public String toString() {
        return userId.best();
    }
}
