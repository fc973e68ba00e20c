package jp.kenpo.portal.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.kenpo.portal.container.OutsideProgram;

/** A PDF as other programs read it. */
public final class PrintedLetters {

    private final Path file;

    private PrintedLetters(Path file) {
        this.file = file;
    }

    /** The bytes of a PDF. */
    public static PrintedLetters of(byte[] pdf) throws IOException {
        Path file = Files.createTempFile("letters", ".pdf");
        file.toFile().deleteOnExit();
        return new PrintedLetters(Files.write(file, pdf));
    }

    /** What stands on each page (pdftotext), without blanks. */
    public List<String> pages() {
        // A form feed ends each page.
        return Arrays.stream(OutsideProgram.run("pdftotext", "-layout", file.toString(), "-")
                        .split("\f"))
                .map(page -> page.replaceAll("[\\s\\u3000]", ""))
                .toList();
    }

    /** The lines of the first page, with the blanks within them. */
    public List<String> lines() {
        return OutsideProgram.run("pdftotext", "-layout", "-l", "1", file.toString(), "-")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What a telephone reads from the first page (pdftoppm, zbarimg). */
    public String qr() throws IOException {
        String picture = file.toString().replace(".pdf", "");
        OutsideProgram.run("pdftoppm", "-r", "150", "-png", "-singlefile", file.toString(), picture);
        Path drawn = Path.of(picture + ".png");
        try {
            return OutsideProgram.run("zbarimg", "--quiet", "--raw", drawn.toString())
                    .strip();
        } finally {
            Files.delete(drawn);
        }
    }

    /** The names of its fonts, and whether each is part of it (pdffonts). */
    public String fonts() {
        return OutsideProgram.run("pdffonts", file.toString());
    }
}
