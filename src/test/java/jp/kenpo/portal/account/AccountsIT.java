package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Insurer;
import org.junit.jupiter.api.Test;

@InContainer
class AccountsIT {

    @Inject
    Accounts accounts;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Test
    void theSameUserIdLeadsToEachInsurersOwnMember() {
        Insurer one = given.anInsurer();
        Insurer other = given.anInsurer();
        Account ofOne = given.anAccount(one, "testuser");
        Account ofOther = given.anAccount(other, "testuser");

        Accounts.Found foundAtOne =
                accounts.find(one.id(), new UserId("testuser")).orElseThrow();
        Accounts.Found foundAtOther =
                accounts.find(other.id(), new UserId("testuser")).orElseThrow();

        assertThat(foundAtOne.account().id()).isEqualTo(ofOne.id());
        assertThat(foundAtOne.owner().insured().orElseThrow().id())
                .isEqualTo(ofOne.memberId().orElseThrow());
        assertThat(foundAtOther.account().id()).isEqualTo(ofOther.id());
        assertThat(foundAtOther.account().insurerId()).isEqualTo(other.id());
    }

    @Test
    void aUserIdIsTakenOnlyWithinItsInsurerAndOnlyForOthers() {
        Insurer insurer = given.anInsurer();
        Account holder = given.anAccount(insurer, "hanako");
        Account colleague = given.anAccount(insurer, "taro");
        Account elsewhere = given.anAccount(given.anInsurer(), "taro");

        UserId hanako = new UserId("hanako");

        assertThat(accounts.isTaken(colleague, hanako)).isTrue();
        assertThat(accounts.isTaken(holder, hanako)).isFalse();
        assertThat(accounts.isTaken(elsewhere, hanako)).isFalse();
    }

    @Test
    void ofTwoWhoChooseTheSameUserIdAtOnceOneGetsIt() throws Exception {
        Insurer insurer = given.anInsurer();
        Account first = given.anAccount(insurer, "first");
        Account second = given.anAccount(insurer, "second");

        List<Boolean> chosen = AtOnce.all(List.of(choosing(first, "wanted"), choosing(second, "wanted")));

        assertThat(chosen).containsExactlyInAnyOrder(true, false);
        assertThat(transactions.rows("select user_id from account where insurer_id = ?1", insurer.id()))
                .asString()
                .containsOnlyOnce("wanted");
    }

    private Callable<Boolean> choosing(Account account, String userId) {
        return () -> {
            try {
                transactions.commit(() -> accounts.lock(account.id()).chooseUserId(new UserId(userId)));
                return true;
            } catch (Exception refusedByTheDatabase) {
                return false;
            }
        };
    }
}
