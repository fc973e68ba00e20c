package jp.kenpo.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The members of every insurer's roster. */
@ApplicationScoped
public class Members {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** Takes a new member into the roster. */
    public Member add(Member member) {
        entities.persist(member);
        return member;
    }
}
