/**
 * What an insurer tells its members (お知らせ): to whom, for how long, and who has read it.
 *
 * <p>Showing it is {@code selfservice}'s. Each look names its reader, so that nobody is shown what is not for him.
 */
@NullMarked
package jp.kenpo.portal.notices;

import org.jspecify.annotations.NullMarked;
