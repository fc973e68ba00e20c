package jp.kenpo.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as pages show them, which is the same in either language: 12,345. */
@Named("numbers")
@ApplicationScoped
public class NumberText {

    /** How many. */
    public String of(long count) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(count);
    }
}
