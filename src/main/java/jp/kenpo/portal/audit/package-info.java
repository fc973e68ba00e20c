/**
 * The append-only record of who did what, when, from where and with what outcome.
 *
 * <p>An entry is written in the transaction of what it tells of, so neither exists without the other. It
 * never holds a secret, a code, a birth date or a whole 記号・番号: an auditor reads it.
 */
@NullMarked
package jp.kenpo.portal.audit;

import org.jspecify.annotations.NullMarked;
