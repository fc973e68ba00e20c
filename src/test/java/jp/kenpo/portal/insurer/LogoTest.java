package jp.kenpo.portal.insurer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private static Parsed<Logo> read(String svg) {
        return Logo.read(svg.getBytes(UTF_8));
    }

    private static String drawing(String within) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " viewBox=\"0 0 40 40\">" + within + "</svg>";
    }

    private static String taken(Parsed<Logo> logo) {
        return logo.either(Logo::svg, why -> "refused: " + why);
    }

    @Nested
    class ADrawing {

        @Test
        void isTakenAsADrawingProgramWritesIt() {
            String svg = """
                    <?xml version="1.0" encoding="utf-8"?>
                    <!-- Generator: A Drawing Program -->
                    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                    <svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                         xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" x="0px" y="0px" width="80px"
                         height="40px" viewBox="0 0 80 40" inkscape:version="1.0" xml:space="preserve">
                    <metadata><a href="https://evil.example">no</a></metadata>
                    <inkscape:grid onload="alert(1)"><path d="M0 0"/></inkscape:grid>
                    <style type="text/css">.st0{fill:#0e7c66;clip-path:url(#c);}</style>
                    <defs><circle id="d" r="5"/></defs>
                    <clipPath id="c"><use xlink:href="#d"/></clipPath>
                    <g class="st0"><path d="M20 9v22M9 20h22" style="stroke:#fff"/></g>
                    </svg>
                    """;

            String taken = taken(read(svg));

            assertThat(taken)
                    .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 -20 80 80\"")
                    .contains("fill:#0e7c66", "<use href=\"#d\">", "M20 9v22M9 20h22")
                    .doesNotContain("evil", "alert", "inkscape", "metadata", "DOCTYPE", "Generator", "width", "M0 0");
            assertThat(taken(read(taken))).as("once more").isEqualTo(taken);
        }

        @Test
        void isStillADrawingWhereItsPartsAreNamedTwiceOrOddly() {
            String taken = taken(
                    read(drawing("<g id=\"logo@2x\" class=\"src(x)\"/><use href=\"#logo@2x\" xlink:href=\"#x\"/>")));

            assertThat(taken).contains("<g id=\"logo@2x\"", "<use href=\"#logo@2x\">");
            assertThat(taken(read(taken))).as("once more").isEqualTo(taken);
        }

        @Test
        void oneOfMoreThanAPageHasRoomForIsRefused() {
            assertThat(read(drawing("<path d=\"M1 1\"/>".repeat(2_000))))
                    .isEqualTo(Parsed.refused("logo.too-intricate"));
        }

        @Test
        void saysItsSquareByItsSize() {
            assertThat(taken(read("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"10.5\"/>")))
                    .contains("viewBox=\"0 -9.75 30 30\"");
        }

        static Stream<Arguments> whatRunsLoadsOrMoves() {
            return Stream.of(
                    Arguments.of("<script>alert(1)</script>", "script"),
                    Arguments.of("<path onload=\"alert(1)\"/>", "onload"),
                    Arguments.of("<foreignObject><p/></foreignObject>", "foreignObject"),
                    Arguments.of("<a xlink:href=\"#x\"><path/></a>", "a"),
                    Arguments.of("<image href=\"https://evil.example/x.png\"/>", "image"),
                    Arguments.of("<use href=\"https://evil.example/x.svg#y\"/>", "href"),
                    Arguments.of("<use xlink:href=\"data:image/svg+xml,x\"/>", "href"),
                    Arguments.of("<path fill=\"url(https://evil.example/x)\"/>", "fill"),
                    Arguments.of("<path style=\"fill: url( 'https://evil.example/x')\"/>", "style"),
                    Arguments.of("<path style=\"fill: u\\72l(x)\"/>", "style"),
                    Arguments.of("<style>@import 'https://evil.example/x.css';</style>", "style"),
                    Arguments.of("<style>@<!-- -->import 'https://evil.example/x.css';</style>", "style"),
                    Arguments.of("<style><![CDATA[@font-face{src:url(https://evil.example/f)}]]></style>", "style"),
                    Arguments.of("<style>path{mask:image-set('https://evil.example/x' 1x)}</style>", "style"),
                    Arguments.of("<style>a<g>@import</g></style>", "g"),
                    Arguments.of("<style>a{fill:ur<x xmlns='q'/>l(https://evil.example)}</style>", "x"),
                    Arguments.of("<style>a{fill:ur<metadata/>l(https://evil.example)}</style>", "metadata"),
                    Arguments.of("<mask id='m'><rect mask='url(#m)'/></mask>", "mask"),
                    Arguments.of("<pattern id='p'><rect fill='url(#p)'/></pattern>", "pattern"),
                    Arguments.of("<animate attributeName=\"x\"/>", "animate"),
                    Arguments.of("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", "set"),
                    Arguments.of("<filter><feImage href=\"https://evil.example/x\"/></filter>", "filter"));
        }

        @Tag("ASVS-1.3.4")
        @ParameterizedTest
        @MethodSource("whatRunsLoadsOrMoves")
        void isRefusedWithTheNameOfWhatRunsLoadsOrMoves(String within, String name) {
            assertThat(read(drawing(within))).isEqualTo(Parsed.refused("logo.not-drawing", name));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "no drawing",
                    "<svg/>",
                    "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path></svg>",
                    "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                            + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><text>&e;</text></svg>"
                })
        void whatIsNoDrawingIsRefusedAndNothingElseIsRead(String file) {
            assertThat(taken(read(file))).isEqualTo("refused: " + Refusal.of("logo.unreadable"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0 0 100 10", "0 0 0 10", "0 0 -5 -5", "0 0 10", "0 0 1e9 1", "nan nan nan nan"})
        void aLineOrNothingAtAllIsRefused(String viewBox) {
            assertThat(read("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + viewBox + "\"/>"))
                    .isEqualTo(Parsed.refused("logo.too-long"));
        }

        @Test
        void oneThatShowsItsPartsAgainAndAgainIsRefused() {
            assertThat(read(drawing("<use href=\"#x\"/>".repeat(21)))).isEqualTo(Parsed.refused("logo.too-intricate"));
            assertThat(read(drawing("<g>".repeat(60) + "</g>".repeat(60))))
                    .isEqualTo(Parsed.refused("logo.too-intricate"));
        }

        @Test
        void whateverBytesThereAreNothingFails() {
            Random random = new Random(7);
            byte[] whole = drawing("<g><path d=\"M1 1\" style=\"fill:#fff\"/>&amp;</g>")
                    .getBytes(UTF_8);
            for (int i = 0; i < 3_000; i++) {
                byte[] file = whole.clone();
                for (int j = 0; j < 3; j++) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt(256);
                }
                assertThat(Logo.read(file)).isNotNull();
            }
        }
    }

    @Nested
    class APicture {

        private static byte[] picture(int width, int height, String format) throws IOException {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, height / 2, 0xFF0E7C66);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        }

        @ParameterizedTest
        @CsvSource({"png, 300, 200", "jpg, 96, 96", "png, 1000, 300"})
        void isDrawnAnewInTheMiddleOfASquare(String format, int width, int height) throws IOException {
            String taken = taken(Logo.read(picture(width, height, format)));

            String data = taken.replaceFirst(".*base64,", "").replaceFirst("\".*", "");
            BufferedImage drawn =
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
            assertThat(drawn.getWidth()).isEqualTo(128);
            assertThat(drawn.getHeight()).isEqualTo(128);
            assertThat(drawn.getRGB(64, 0) >>> 24).as("seen through above").isEqualTo(width == height ? 255 : 0);
            assertThat(drawn.getRGB(64, 64) >>> 24).isEqualTo(255);
        }

        @Test
        void whatIsWrittenBehindItsEndIsLeftOut() throws IOException {
            byte[] picture = picture(100, 100, "png");
            byte[] more = new byte[picture.length + 1000];
            System.arraycopy(picture, 0, more, 0, picture.length);
            System.arraycopy("hidden words".getBytes(UTF_8), 0, more, picture.length, 12);

            assertThat(taken(Logo.read(more))).isEqualTo(taken(Logo.read(picture)));
        }

        @Test
        void isRefusedIfItCannotBeSharpOrIsALine() throws IOException {
            assertThat(Logo.read(picture(95, 95, "png"))).isEqualTo(Parsed.refused("logo.dots", 96, 4096));
            assertThat(Logo.read(picture(4100, 4100, "png"))).isEqualTo(Parsed.refused("logo.dots", 96, 4096));
            assertThat(Logo.read(picture(500, 100, "png"))).isEqualTo(Parsed.refused("logo.too-long"));
        }

        @Test
        void isRefusedIfItIsBroken() throws IOException {
            byte[] picture = picture(200, 200, "png");
            byte[] half = new byte[picture.length / 2];
            System.arraycopy(picture, 0, half, 0, half.length);

            assertThat(Logo.read(half)).isEqualTo(Parsed.refused("logo.unreadable"));
        }

        @Test
        void isRefusedIfItIsTooLarge() {
            assertThat(Logo.read(new byte[100_001])).isEqualTo(Parsed.refused("logo.too-large"));
        }
    }
}
