package jp.kenpo.portal.settings;

import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.InsurerProfile;

/** What held once, and can hold again. */
sealed interface Former {

    /** How the insurer showed itself. */
    record Profile(InsurerProfile profile) implements Former {

        @Override
        public Decided decided() {
            return Decided.of(profile);
        }

        @Override
        public Decided present(CurrentInsurer insurer) {
            return Decided.of(insurer.insurer().profile());
        }
    }

    /** How its members signed in. */
    record Policy(InsurerPolicy policy) implements Former {

        @Override
        public Decided decided() {
            return Decided.of(policy);
        }

        @Override
        public Decided present(CurrentInsurer insurer) {
            return Decided.of(insurer.policy());
        }
    }

    Decided decided();

    /** What holds in its place now. */
    Decided present(CurrentInsurer insurer);
}
