package jp.kenpo.portal.roster;

import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.member.MemberNumber;

/**
 * One insured person as a roster has him.
 *
 * @param userId that he had before the portal, or that the insurer gives him; empty where the portal is to make one
 * @param email that nobody has confirmed
 * @param qualifiedOn the day on which the insurance began (資格取得日)
 * @param disqualifiedOn the first day without insurance (資格喪失日); empty while it lasts
 */
public record RosterRow(
        MemberNumber number,
        String name,
        String kana,
        BirthDate birthDate,
        Optional<UserId> userId,
        Optional<EmailAddress> email,
        LocalDate qualifiedOn,
        Optional<LocalDate> disqualifiedOn) {}
