/** The insurer's staff at work: who they are, whom they bring in, what they print, and what record and figures say. */
@NullMarked
package jp.kenpo.portal.administration;

import org.jspecify.annotations.NullMarked;
