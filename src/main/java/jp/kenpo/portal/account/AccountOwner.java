package jp.kenpo.portal.account;

import java.util.Optional;
import jp.kenpo.portal.member.Member;

/** Whom an account belongs to. */
public sealed interface AccountOwner {

    /** How the portal calls him once he has shown who he is. */
    String name();

    /** The insured person; empty for staff. */
    default Optional<Member> insured() {
        return Optional.empty();
    }

    /** The member of staff; empty for an insured person. */
    default Optional<Staff> staff() {
        return Optional.empty();
    }

    /** An insured person, as the roster has him. */
    record Insured(Member member) implements AccountOwner {
        @Override
        public String name() {
            return member.name();
        }

        @Override
        public Optional<Member> insured() {
            return Optional.of(member);
        }
    }

    /** One of the insurer's own staff, who is no member here whatever he is elsewhere. */
    record Staff(String name, StaffRole role) implements AccountOwner {
        @Override
        public Optional<Staff> staff() {
            return Optional.of(this);
        }
    }
}
