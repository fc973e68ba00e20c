package jp.kenpo.portal.letters;

import java.time.LocalDate;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;

/**
 * What all letters that are printed together say.
 *
 * @param address where members log in
 * @param date that stands above
 */
record LetterHead(Brand brand, Contact contact, String address, LocalDate date, LetterWords words) {}
