package jp.kenpo.portal.roster;

import java.util.Locale;
import java.util.Set;

/** What a column of a roster holds, and by which names insurers' systems call it. */
public enum RosterColumn {
    SYMBOL(true, "記号", "被保険者記号", "被保険者証記号", "保険証記号"),
    NUMBER(true, "番号", "被保険者番号", "被保険者証番号", "保険証番号"),
    BRANCH(false, "枝番", "枝番号"),
    NAME(true, "氏名", "漢字氏名", "氏名(漢字)", "名前"),
    KANA(true, "カナ", "カナ氏名", "氏名カナ", "氏名(カナ)", "フリガナ", "ふりがな", "氏名フリガナ"),
    BIRTH_DATE(true, "生年月日"),
    USER_ID(false, "ユーザid", "ユーザーid", "ログインid"),
    EMAIL(false, "メールアドレス", "メール", "eメール", "e-mail", "email"),
    QUALIFIED_ON(true, "資格取得日", "資格取得年月日", "取得日", "取得年月日"),
    DISQUALIFIED_ON(false, "資格喪失日", "資格喪失年月日", "喪失日", "喪失年月日");

    private final boolean required;
    private final Set<String> headings;

    RosterColumn(boolean required, String... headings) {
        this.required = required;
        this.headings = Set.of(headings);
    }

    /** Whether no roster can do without it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether a heading says that it is this. @param heading as {@link RosterColumns} compares them */
    boolean isCalled(String heading) {
        return headings.contains(heading);
    }

    /** Names it in texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
