package jp.kenpo.portal.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Callable;

/** The transactions that a use case would open, for tests of what is called within one. */
@ApplicationScoped
public class Transactions {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    UserTransaction transaction;

    /** A {@link Callable} without a result. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Commits what the action did, unless it throws. */
    @Transactional(rollbackOn = Exception.class)
    public <T> T commit(Callable<T> action) throws Exception {
        return action.call();
    }

    /** Commits what the action did, unless it throws. */
    @Transactional(rollbackOn = Exception.class)
    public void commit(Action action) throws Exception {
        action.run();
    }

    /** Lets the action do everything, writes it to the database, and takes it back. */
    public void rollBack(Action action) throws Exception {
        transaction.begin();
        try {
            action.run();
            entities.flush();
        } finally {
            transaction.rollback();
        }
    }

    /** The rows of a query in the database's own SQL, past every mapping; its places are ?1, ?2… */
    @Transactional
    public List<?> rows(String sql, Object... arguments) {
        return query(sql, arguments).getResultList();
    }

    /** Changes rows by the database's own SQL, past every rule, as somebody with a hand on the database could. */
    @Transactional
    public void change(String sql, Object... arguments) {
        query(sql, arguments).executeUpdate();
    }

    private Query query(String sql, Object... arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query;
    }
}
