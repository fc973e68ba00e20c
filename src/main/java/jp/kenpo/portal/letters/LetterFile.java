package jp.kenpo.portal.letters;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.secondfactor.QrCode;
import jp.kenpo.portal.web.DateText;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Messages;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Letters as a PDF, one an A4 page, in Japanese. Folded in three at its marks, a letter shows its addressee in the window
 * of an envelope (長形3号: 90 by 45 mm, 20 mm from the left and 12 mm from the top), and no number that is part of his
 * initial password.
 *
 * <p>What all letters say is drawn once and shown by each.
 */
final class LetterFile implements Closeable {

    private static final float LEFT = 20;
    private static final float RIGHT = 190;
    private static final float TEXT_WIDTH = RIGHT - LEFT;
    private static final float BODY = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 6;

    private static final int MOST_LINES = 5;

    private static final float ADDRESSEE_WIDTH = 75;
    private static final int MOST_LINES_OF_ADDRESSEE = 3;

    private static final Color INK = Color.BLACK;
    private static final Color MARK = new Color(0x99, 0x99, 0x99);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);

    private final PDDocument document;
    private final Typeface typeface;
    /** Of all forms PDFBox lets only this kind be drawn by what draws pages. */
    private final PDAppearanceStream common;

    LetterFile(LetterHead head) throws IOException {
        document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
        typeface = new Typeface(document);
        common = new PDAppearanceStream(document);
        common.setBBox(PDRectangle.A4);
        common.setResources(new PDResources());
        document.getDocumentInformation().setTitle(Messages.text(Language.JA, "letter.title"));
        document.getDocumentCatalog().setLanguage("ja");
        try (OutputStream out = common.getStream().createOutputStream(COSName.FLATE_DECODE);
                Sheet sheet = new Sheet(new PDPageContentStream(document, common, out), typeface)) {
            drawCommon(sheet, head);
        }
    }

    /** Whether what the insurer says, above or below, leaves room for the rest. */
    static boolean hasRoomFor(String words) {
        try (PDDocument unused = new PDDocument()) {
            return new Typeface(unused)
                            .lines(words, BODY, Sheet.points(TEXT_WIDTH))
                            .size()
                    <= MOST_LINES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drawCommon(Sheet sheet, LetterHead head) throws IOException {
        drawMarks(sheet);
        sheet.colour(Color.decode(head.brand().accent().value()));
        sheet.filled(0, 0, Sheet.WIDTH, 4);
        sheet.filled(LEFT, 76, TEXT_WIDTH, 0.6f);
        sheet.colour(INK);
        drawSender(sheet, head);
        sheet.heading(LEFT, 73, 17, Messages.text(Language.JA, "letter.title"));
        sheet.paragraph(LEFT, 85, TEXT_WIDTH, BODY, LEADING, head.words().opening());
        drawBox(sheet, head.password());
        drawWay(sheet, head.address());
        sheet.paragraph(LEFT, 241, TEXT_WIDTH, BODY, LEADING, head.words().closing());
        drawFoot(sheet, head);
    }

    /** Where it is folded. */
    private static void drawMarks(Sheet sheet) throws IOException {
        sheet.colour(MARK);
        for (float fold : new float[] {99, 198}) {
            sheet.line(0, fold, 6);
            sheet.line(Sheet.WIDTH - 6, fold, Sheet.WIDTH);
        }
    }

    private static void drawSender(Sheet sheet, LetterHead head) throws IOException {
        float left = 125;
        sheet.text(left, 20, BODY, DAY.format(head.date()));
        float below = sheet.paragraph(
                left, 29, RIGHT - left, 12, LEADING, head.brand().name(Language.JA));
        sheet.paragraph(left, below, RIGHT - left, SMALL, 4.5f, head.contact().post(Language.JA));
    }

    private static void drawBox(Sheet sheet, InitialPasswordKind password) throws IOException {
        sheet.frame(LEFT, 117, TEXT_WIDTH, 54);
        sheet.line(LEFT, 131, RIGHT);
        sheet.line(LEFT, 159, RIGHT);
        sheet.text(LEFT + 4, 126, BODY, Messages.text(Language.JA, "letter.user-id"));
        sheet.text(LEFT + 4, 139, BODY, Messages.text(Language.JA, "letter.password"));
        sheet.text(LEFT + 4, 167, BODY, Messages.text(Language.JA, "letter.expires"));
        switch (password) {
            case DERIVED ->
                sheet.paragraph(62, 139, RIGHT - 66, BODY, LEADING, Messages.text(Language.JA, "letter.password.how"));
            case LETTER ->
                sheet.paragraph(62, 148, RIGHT - 66, SMALL, 4.5f, Messages.text(Language.JA, "letter.password.typed"));
        }
    }

    private static void drawWay(Sheet sheet, String address) throws IOException {
        sheet.heading(LEFT, 182, 12, Messages.text(Language.JA, "letter.way"));
        float foot = 190;
        for (String step : List.of(
                Messages.text(Language.JA, "letter.way.1"),
                Messages.text(Language.JA, "letter.way.2"),
                Messages.text(Language.JA, "letter.way.3"))) {
            foot = sheet.paragraph(LEFT, foot, 120, BODY, LEADING, step) + 1;
        }
        sheet.text(LEFT, 230, BODY, address);
        sheet.qr(150, 182, 40, QrCode.of(address));
        sheet.text(161.5f, 224, SMALL, Messages.text(Language.JA, "letter.qr"));
    }

    private static void drawFoot(Sheet sheet, LetterHead head) throws IOException {
        sheet.line(LEFT, 274, RIGHT);
        Contact contact = head.contact();
        String reached = Messages.text(Language.JA, "letter.contact", contact.phone(), contact.hours(Language.JA));
        float below = sheet.paragraph(LEFT, 280, TEXT_WIDTH, BODY, LEADING, reached);
        if (head.languages().contains(Language.EN)) {
            sheet.text(LEFT, below, SMALL, Messages.text(Language.JA, "letter.english"));
        }
    }

    void add(AccountLetter letter) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (Sheet sheet = new Sheet(new PDPageContentStream(document, page), typeface)) {
            sheet.drawing(common);
            drawAddressee(sheet, Messages.text(Language.JA, "letter.addressee", letter.name()));
            sheet.text(30, 55, SMALL, Messages.text(Language.JA, "letter.number", letter.batch(), letter.place()));
            sheet.textWithin(62, 127, RIGHT - 66, 15, letter.userId());
            if (letter.secret().isPresent()) {
                sheet.text(62, 140, 15, letter.secret().get().value());
            }
            sheet.text(62, 167, BODY, expiry(letter));
        }
    }

    /** In the window, however long his name is. */
    private void drawAddressee(Sheet sheet, String addressee) throws IOException {
        List<String> lines = typeface.lines(addressee, 14, Sheet.points(ADDRESSEE_WIDTH));
        if (lines.size() <= MOST_LINES_OF_ADDRESSEE) {
            sheet.lines(30, 28, 14, 7, lines);
        } else {
            sheet.paragraph(30, 24, ADDRESSEE_WIDTH, 9, 4.5f, addressee);
        }
    }

    private static String expiry(AccountLetter letter) {
        return letter.passwordExpiresAt()
                .map(end -> Messages.text(Language.JA, "letter.expires.on", DateText.time(end, Language.JA)))
                .orElseGet(() -> Messages.text(Language.JA, "letter.expires.never"));
    }

    void writeTo(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
