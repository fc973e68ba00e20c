package jp.kenpo.portal.secondfactor;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A QR code (ISO/IEC 18004) as bars, so that a page or a letter draws it without an image of its own.
 *
 * @param size modules a side, the quiet zone of four modules on each side included
 * @param bars the dark modules, the neighbours of a row as one; in modules from the upper left corner
 */
public record QrCode(int size, List<Bar> bars) {

    private static final int QUIET_ZONE = 4;

    /** Dark modules of one row. */
    public record Bar(int x, int y, int length) {

        private String path() {
            return "M" + x + " " + y + "h" + length + "v1h-" + length + "z";
        }
    }

    public QrCode {
        bars = List.copyOf(bars);
    }

    /** Encodes a text in UTF-8 with error correction level M. */
    public static QrCode of(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length() + " characters", e);
        }
        return new QrCode(modules.getWidth() + 2 * QUIET_ZONE, bars(modules));
    }

    /** As one SVG path, one unit a module. */
    public String path() {
        return bars.stream().map(Bar::path).collect(Collectors.joining());
    }

    private static List<Bar> bars(ByteMatrix modules) {
        List<Bar> bars = new ArrayList<>();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    bars.add(new Bar(start + QUIET_ZONE, y + QUIET_ZONE, x - start));
                }
                x++;
            }
        }
        return bars;
    }
}
