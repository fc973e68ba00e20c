package jp.kenpo.portal.demo;

import java.time.LocalDate;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * A made-up member who never signed in.
 *
 * @param qualifiedOn the day on which the insurance began (資格取得日)
 * @param rosterEmail null: the insurer has no address of his
 */
record DemoPerson(
        UserId userId,
        MemberNumber number,
        String name,
        String kana,
        LocalDate birthDate,
        LocalDate qualifiedOn,
        @Nullable String rosterEmail) {

    Member member(long insurerId) {
        return new Member(insurerId, number, name, kana, new BirthDate(birthDate), qualifiedOn, rosterEmail);
    }
}
