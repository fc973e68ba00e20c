/** The insurer's staff at work: they find a member, see how far he is, and help him back in. */
@NullMarked
package jp.kenpo.portal.administration;

import org.jspecify.annotations.NullMarked;
