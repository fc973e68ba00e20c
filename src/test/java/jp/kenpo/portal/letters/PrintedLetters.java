package jp.kenpo.portal.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.OutsideProgram;

/** A PDF as other programs read it. */
public final class PrintedLetters {

    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">(.*)</word>");

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

    /** Where something stands on the sheet, in millimetres from its upper left corner. */
    public record Box(double left, double top, double right, double bottom) {}

    /** Where the first word of the first page stands that holds some letters (pdftotext -bbox). */
    public Box boxOf(String letters) {
        Matcher word = WORD.matcher(OutsideProgram.run("pdftotext", "-bbox", "-l", "1", file.toString(), "-"));
        while (word.find()) {
            if (word.group(5).contains(letters)) {
                return new Box(millimetres(word, 1), millimetres(word, 2), millimetres(word, 3), millimetres(word, 4));
            }
        }
        throw new AssertionError("No word has " + letters);
    }

    private static double millimetres(Matcher word, int group) {
        return Double.parseDouble(word.group(group)) * 25.4 / 72;
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
