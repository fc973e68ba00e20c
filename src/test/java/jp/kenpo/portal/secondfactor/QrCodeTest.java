package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final int PIXELS_A_MODULE = 4;

    private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Demo:taro2026?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Demo",
                "デモ健康保険組合",
                "1",
            })
    void is_read_by_a_scanner_as_it_was_written(String text) throws ReaderException {
        QrCode code = QrCode.of(text);

        assertThat(scan(code)).isEqualTo(text);
    }

    @Test
    void is_drawn_by_its_path_alone_within_a_quiet_zone_of_four_modules() {
        QrCode code = QrCode.of("otpauth://totp/Demo:taro2026");

        assertThat(RECTANGLE.matcher(code.path()).replaceAll("")).isEmpty();
        assertThat(RECTANGLE.matcher(code.path()).results()).allMatch(rectangle -> {
            int x = number(rectangle, 1);
            int y = number(rectangle, 2);
            int end = x + number(rectangle, 3);
            return x >= 4 && y >= 4 && end <= code.size() - 4 && y < code.size() - 4;
        });
    }

    @Test
    void is_refused_for_what_no_qr_code_can_hold() {
        String tooLong = "x".repeat(3000);

        assertThatThrownBy(() -> QrCode.of(tooLong)).hasMessageContaining("3000 characters");
    }

    /** Draws the path black on white and looks at the picture, as a phone does. */
    private static String scan(QrCode code) throws ReaderException {
        int side = code.size() * PIXELS_A_MODULE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        RECTANGLE.matcher(code.path()).results().forEach(rectangle -> {
            int top = number(rectangle, 2) * PIXELS_A_MODULE;
            int left = number(rectangle, 1) * PIXELS_A_MODULE;
            int right = left + number(rectangle, 3) * PIXELS_A_MODULE;
            for (int y = top; y < top + PIXELS_A_MODULE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + right, 0);
            }
        });
        RGBLuminanceSource picture = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    private static int number(MatchResult rectangle, int group) {
        return Integer.parseInt(rectangle.group(group));
    }
}
