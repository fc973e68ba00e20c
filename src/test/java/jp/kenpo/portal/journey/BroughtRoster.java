package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A file of members as a manager's browser sends it. */
final class BroughtRoster {

    static final String PAGE = "/administration/roster/imports.xhtml";
    static final String FILE = "/administration/roster/file";

    private static final String LINE = "\r\n";

    private BroughtRoster() {}

    /** A file of changes with these rows: 記号,番号,氏名,カナ,生年月日,資格取得日. */
    static WireRequest ofChanges(String rows) {
        return form("--b", "scope\"" + LINE + LINE + "changes", "記号,番号,氏名,カナ,生年月日,資格取得日" + LINE + rows);
    }

    private static WireRequest form(String boundary, String scope, String file) {
        String head = boundary + LINE + "Content-Disposition: form-data; name=\"";
        String body = head + scope + LINE + head + "file\"; filename=\"members.csv\"" + LINE + "Content-Type: text/csv"
                + LINE + LINE + file + LINE + boundary + "--" + LINE;
        return WireRequest.post(FILE, "").body("multipart/form-data; boundary=b", body.getBytes(UTF_8));
    }
}
