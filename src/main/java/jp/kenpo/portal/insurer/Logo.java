package jp.kenpo.portal.insurer;

import jp.kenpo.portal.platform.Parsed;

/**
 * The picture beside an insurer's name.
 *
 * @param svg an SVG document with a square view box, in which nothing runs and which loads nothing
 */
public record Logo(String svg) {

    public static final int MOST_BYTES = 100_000;

    /** It is loaded with every member's first page, which has 40 kB in all. */
    private static final int LONGEST = 20_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** Reads the file that a manager brought: SVG, PNG or JPEG, known by how it begins. */
    public static Parsed<Logo> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            return Parsed.refused("logo.too-large");
        }
        Parsed<Logo> logo =
                beginsWith(file, PNG) || beginsWith(file, JPEG) ? PictureLogo.read(file) : SvgLogo.read(file);
        return logo instanceof Parsed.Value<Logo> read && read.value().svg().length() > LONGEST
                ? Parsed.refused("logo.too-intricate")
                : logo;
    }

    private static boolean beginsWith(byte[] file, byte[] signature) {
        for (int i = 0; i < signature.length; i++) {
            if (file.length <= i || file[i] != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
