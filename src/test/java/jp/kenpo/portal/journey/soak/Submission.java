package jp.kenpo.portal.journey.soak;

import java.util.Map;

/**
 * A form as it was sent.
 *
 * @param typed by the id of the field
 * @param button its id, or where it has none its text
 * @param passkey whether the member's device was asked and he confirmed
 * @param rightly whether all was typed as it should be, so that it has to be taken
 */
record Submission(Place place, Map<String, String> typed, String button, boolean passkey, boolean rightly) {

    static final String SIGN_OUT = "sign-out";

    Submission {
        typed = Map.copyOf(typed);
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean by(String name) {
        return button.equals("button-" + name);
    }
}
