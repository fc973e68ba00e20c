package jp.kenpo.portal.member;

import java.time.LocalDate;

/** Makes members for tests; the unnamed rest is the manual's example. */
public final class MemberBuilder {

    private String symbol = "9999";
    private String number = "43210";
    private String name = "健保 花子";
    private String kana = "ケンポ ハナコ";
    private LocalDate birthDate = LocalDate.of(1980, 12, 1);

    private MemberBuilder() {}

    public static MemberBuilder aMember() {
        return new MemberBuilder();
    }

    public MemberBuilder numbered(String newSymbol, String newNumber) {
        symbol = newSymbol;
        number = newNumber;
        return this;
    }

    public MemberBuilder named(String newName, String newKana) {
        name = newName;
        kana = newKana;
        return this;
    }

    public MemberBuilder bornOn(String date) {
        birthDate = LocalDate.parse(date);
        return this;
    }

    public Member build() {
        return new Member(
                1,
                new MemberNumber(symbol, number, "00"),
                name,
                kana,
                new BirthDate(birthDate),
                LocalDate.of(2020, 4, 1),
                null);
    }
}
