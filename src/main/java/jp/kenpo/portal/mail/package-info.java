/**
 * Mail to members: written in the transaction of what it tells of, sent after it, tried again, never lost.
 *
 * <p>Nothing here decides who is written to. What a mail says beside its fixed text is sealed while it waits
 * and erased once it is sent.
 */
@NullMarked
package jp.kenpo.portal.mail;

import org.jspecify.annotations.NullMarked;
