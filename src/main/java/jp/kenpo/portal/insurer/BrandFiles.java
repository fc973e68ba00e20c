package jp.kenpo.portal.insurer;

/** Where the browser finds an insurer's colour and logo: at an address that changes when they do. */
public final class BrandFiles {

    static final String ACCENT = "accent.css";
    static final String LOGO = "logo.svg";

    private BrandFiles() {}

    /** The style sheet that holds the accent colour. */
    public static String accentAddress(CurrentInsurer insurer) {
        return address(insurer, ACCENT);
    }

    /** The logo. */
    public static String logoAddress(CurrentInsurer insurer) {
        return address(insurer, LOGO);
    }

    private static String address(CurrentInsurer insurer, String file) {
        return "/brand/" + insurer.insurer().revision() + "/" + file;
    }
}
