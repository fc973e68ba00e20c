package jp.kenpo.portal.letters;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import jp.kenpo.portal.secondfactor.QrCode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A sheet of A4 that is drawn on. Places are in millimetres from its upper left corner, as letters are measured. */
final class Sheet implements Closeable {

    static final float WIDTH = 210;

    private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;
    private static final float THIN = 0.2f;
    private static final float BOLDER = 0.03f;

    private final PDPageContentStream stream;
    private final Typeface typeface;

    Sheet(PDPageContentStream stream, Typeface typeface) {
        this.stream = stream;
        this.typeface = typeface;
    }

    static float points(float millimetres) {
        return millimetres * POINTS_A_MILLIMETRE;
    }

    private static float height(float millimetresFromTop) {
        return PDRectangle.A4.getHeight() - points(millimetresFromTop);
    }

    /** Text on one line, y being its foot. @param size in points */
    void text(float x, float y, float size, String text) throws IOException {
        stream.beginText();
        stream.setFont(typeface.font(), size);
        stream.newLineAtOffset(points(x), height(y));
        stream.showText(typeface.settable(text));
        stream.endText();
    }

    /** The same, smaller where it would be wider than so many millimetres. */
    void textWithin(float x, float y, float width, float size, String text) throws IOException {
        float needed = typeface.width(typeface.settable(text), size);
        text(x, y, size * Math.min(1, points(width) / needed), text);
    }

    /** The same in a heavier weight. */
    void heading(float x, float y, float size, String text) throws IOException {
        stream.saveGraphicsState();
        stream.setRenderingMode(RenderingMode.FILL_STROKE);
        stream.setLineWidth(size * BOLDER);
        text(x, y, size, text);
        stream.restoreGraphicsState();
    }

    /** Lines one below the other, y being the foot of the first. @return the foot that the next one would have */
    float lines(float x, float y, float size, float leading, List<String> lines) throws IOException {
        float foot = y;
        for (String line : lines) {
            text(x, foot, size, line);
            foot += leading;
        }
        return foot;
    }

    /** Text that fills so many millimetres. */
    float paragraph(float x, float y, float width, float size, float leading, String text) throws IOException {
        return lines(x, y, size, leading, typeface.lines(text, size, points(width)));
    }

    /** Whatever is drawn from now on has this colour. */
    void colour(Color colour) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.setStrokingColor(colour);
    }

    void filled(float x, float y, float width, float height) throws IOException {
        stream.addRect(points(x), height(y + height), points(width), points(height));
        stream.fill();
    }

    void frame(float x, float y, float width, float height) throws IOException {
        stream.setLineWidth(points(THIN));
        stream.addRect(points(x), height(y + height), points(width), points(height));
        stream.stroke();
    }

    void line(float x, float y, float toX) throws IOException {
        stream.setLineWidth(points(THIN));
        stream.moveTo(points(x), height(y));
        stream.lineTo(points(toX), height(y));
        stream.stroke();
    }

    /** A QR code with its quiet zone. @param side in millimetres */
    void qr(float x, float y, float side, QrCode code) throws IOException {
        float module = side / code.size();
        for (QrCode.Bar bar : code.bars()) {
            stream.addRect(
                    points(x + bar.x() * module),
                    height(y + (bar.y() + 1) * module),
                    points(bar.length() * module),
                    points(module));
        }
        stream.fill();
    }

    /** What was drawn before, over the whole sheet. */
    void drawing(PDFormXObject drawing) throws IOException {
        stream.drawForm(drawing);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
