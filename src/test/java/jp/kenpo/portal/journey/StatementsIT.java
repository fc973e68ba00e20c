package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How much each page and form asks of the database. More is no fault by itself, but is to be noticed: what a login
 * costs beside its hash is mostly this.
 */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

    private static final String CODE = "/sign-in/second-factor.xhtml";
    private static final String HOME = "/member/home.xhtml";

    /** What connections are made and looked at with, this test's own, and what works in the background. */
    private static final String OTHERS =
            "^(commit|set |select setting_name)|query_statistics|information_schema_catalog"
                    + "|audit_seal|seal_id|lease|recovery_request|outgoing_mail";

    private final PortalWithDatabase both;
    private final DatabaseServer database;

    StatementsIT(PortalWithDatabase both) {
        this.both = both;
        this.database = both.database();
    }

    /** @param commits of whatever was changed; the database counts each as two, where it begins and where it is done */
    private record Cost(long statements, long commits) {

        static Cost least(Cost one, Cost other) {
            return new Cost(Math.min(one.statements, other.statements), Math.min(one.commits, other.commits));
        }
    }

    @BeforeAll
    void count() {
        database.run("set query_statistics_max_entries 10000");
        database.run("set query_statistics true");
    }

    @AfterAll
    void countNoMore() {
        database.run("set query_statistics false");
    }

    @Test
    void aReturningLoginCostsNoMoreThanThis() {
        Map<String, Cost> costs = new LinkedHashMap<>();
        // What works in the background may come between; hardly at every step of each of three.
        for (int i = 0; i < 3; i++) {
            Newcomer member = Newcomer.atDemo(both).asFarAs(HOME).signOut();
            logIn(member).forEach((step, cost) -> costs.merge(step, cost, Cost::least));
        }

        assertThat(costs)
                .isEqualTo(Map.of(
                        "login page", new Cost(1, 0),
                        "password", new Cost(14, 2),
                        "cookie", new Cost(1, 0),
                        "code page", new Cost(2, 0),
                        "code", new Cost(17, 3),
                        "home page", new Cost(3, 0),
                        "logo", new Cost(1, 0)));
    }

    private Map<String, Cost> logIn(Newcomer member) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        Visitor visitor = member.visitor();
        measure(costs, "login page", () -> visitor.get("/sign-in/password.xhtml"));
        WireRequest password = member.formOf("/sign-in/password.xhtml");
        measure(costs, "password", () -> visitor.ask(password));
        measure(costs, "cookie", () -> visitor.get("/sign-in/cookie"));
        measure(costs, "code page", () -> visitor.get(CODE));
        WireRequest code = member.formOf(CODE);
        measure(costs, "code", () -> visitor.ask(code));
        measure(costs, "home page", () -> visitor.get(HOME));
        measure(costs, "logo", () -> visitor.get("/brand/1/logo.svg"));
        return costs;
    }

    private void measure(Map<String, Cost> costs, String step, Supplier<Answer> request) {
        Cost before = soFar();
        int status = request.get().status();
        Cost after = soFar();
        assertThat(status).as(step).isLessThan(400);
        costs.put(step, new Cost(after.statements - before.statements, after.commits - before.commits));
    }

    private Cost soFar() {
        String counted = "select coalesce(sum(execution_count), 0) from information_schema.query_statistics where ";
        return new Cost(
                database.number(counted + "not regexp_like(sql_statement, '" + OTHERS + "', 'i')"),
                database.number(counted + "sql_statement = 'COMMIT'") / 2);
    }
}
