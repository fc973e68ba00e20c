/** The help desk: the insurer's staff find a member, see how far he is, and help him back in. */
@NullMarked
package jp.kenpo.portal.helpdesk;

import org.jspecify.annotations.NullMarked;
