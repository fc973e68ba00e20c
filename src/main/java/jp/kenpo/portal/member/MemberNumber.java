package jp.kenpo.portal.member;

import jakarta.persistence.Embeddable;
import jp.kenpo.portal.platform.TypedText;

/**
 * 記号・番号・枝番: what an insured person is known by within the insurer.
 *
 * <p>The symbol (記号) may hold kana and kanji; symbol, number and branch keep their leading zeros.
 */
@Embeddable
public class MemberNumber {

    private String symbol;
    private String number;
    private String branch;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected MemberNumber() {}

    /**
     * A member's number.
     *
     * @param branch two digits that tell the members of one family apart
     */
    public MemberNumber(String symbol, String number, String branch) {
        this.symbol = TypedText.identifier(symbol);
        this.number = TypedText.identifier(number);
        this.branch = branch;
    }

    public String symbol() {
        return symbol;
    }

    public String number() {
        return number;
    }

    public String branch() {
        return branch;
    }
}
