/**
 * ID・初期パスワードのお知らせ: the letters by which an insurer tells its members what to log in with for the first time.
 *
 * <p>None holds a secret where the initial password follows from what the member knows, and a letter says only how. Where
 * the insurer prints it, what was drawn for its reader stands in it, and is worthless once he has a password of his own.
 */
@NullMarked
package jp.kenpo.portal.letters;

import org.jspecify.annotations.NullMarked;
