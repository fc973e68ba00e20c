package jp.kenpo.portal.letters;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Letters as they are to be printed: nothing more is asked of the database, however slowly they are taken. */
public final class LetterPrint {

    private final LetterHead head;
    private final List<AccountLetter> letters;

    LetterPrint(LetterHead head, List<AccountLetter> letters) {
        this.head = head;
        this.letters = List.copyOf(letters);
    }

    /** As a PDF, all at once. */
    public void writeTo(OutputStream out) throws IOException {
        try (LetterFile file = new LetterFile(head)) {
            for (AccountLetter letter : letters) {
                file.add(letter);
            }
            file.writeTo(out);
        }
    }
}
