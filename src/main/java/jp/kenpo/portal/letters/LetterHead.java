package jp.kenpo.portal.letters;

import java.time.LocalDate;
import java.util.Set;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.InitialPasswordKind;
import jp.kenpo.portal.web.Language;

/**
 * What all letters that are printed together say.
 *
 * @param languages in which members may read
 * @param address where members log in
 * @param date that stands above
 */
record LetterHead(
        Brand brand,
        Contact contact,
        Set<Language> languages,
        InitialPasswordKind password,
        String address,
        LocalDate date,
        LetterWords words) {}
