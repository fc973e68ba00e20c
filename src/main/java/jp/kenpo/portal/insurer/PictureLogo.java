package jp.kenpo.portal.insurer;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import jp.kenpo.portal.platform.Parsed;

/**
 * A logo that is made of dots. It is drawn anew, so that nothing but the picture is left of what was brought: no place,
 * no camera, no words behind its end.
 */
final class PictureLogo {

    private static final Logger LOG = Logger.getLogger(PictureLogo.class.getName());

    /** What is shown with 40 dots a side is sharp with this many on any screen, and on paper. */
    private static final int SIDE = 128;

    /** Less would be seen as blurred. */
    private static final int LEAST_SIDE = 96;

    /** A picture of few bytes can have dots without end. */
    private static final int LONGEST_SIDE = 4_096;

    private PictureLogo() {}

    static Parsed<Logo> read(byte[] file) {
        try (ImageInputStream bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return Parsed.refused("logo.unreadable");
            }
            ImageReader reader = readers.next();
            try {
                // Without what else the file says: it may be as long as it likes once it is unpacked.
                reader.setInput(bytes, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The readers say in several ways that a picture is broken.
            LOG.log(Level.INFO, "A logo cannot be read as a picture", e);
            return Parsed.refused("logo.unreadable");
        }
    }

    private static Parsed<Logo> read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int side = Math.max(width, height);
        if (side > LONGEST_SIDE || side < LEAST_SIDE) {
            return Parsed.refused("logo.dots", LEAST_SIDE, LONGEST_SIDE);
        }
        if (side > Square.LONGEST_RATIO * Math.min(width, height)) {
            return Parsed.refused("logo.too-long");
        }
        return Parsed.of(new Logo("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + SIDE + " " + SIDE
                + "\"><image width=\"" + SIDE + "\" height=\"" + SIDE + "\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png(square(reader.read(0), side))) + "\"/></svg>"));
    }

    private static BufferedImage square(BufferedImage read, int side) {
        BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        int width = read.getWidth() * SIDE / side;
        int height = read.getHeight() * SIDE / side;
        Graphics2D pen = square.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(read, (SIDE - width) / 2, (SIDE - height) / 2, width, height, null);
        pen.dispose();
        return square;
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
