/**
 * The insurer's list of members: what stands in the file, and what of it cannot be taken.
 *
 * <p>Reading knows no database: a row is judged by itself here, and by what others say where the rows meet.
 */
@NullMarked
package jp.kenpo.portal.roster;

import org.jspecify.annotations.NullMarked;
