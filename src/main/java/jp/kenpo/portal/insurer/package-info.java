/**
 * Whom the portal serves: each health insurance society with its addresses, brand and policy.
 *
 * <p>Nothing here knows of members. The insurer of a request follows from its host alone, as the database
 * knows it, so that nothing of one insurer can be reached by naming another.
 */
@NullMarked
package jp.kenpo.portal.insurer;

import org.jspecify.annotations.NullMarked;
