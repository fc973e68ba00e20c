package jp.kenpo.portal.letters;

/**
 * What the insurer itself says in its letters; a line break stays one.
 *
 * @param opening above what is to be logged in with
 * @param closing below how it is done
 */
public record LetterWords(String opening, String closing) {}
