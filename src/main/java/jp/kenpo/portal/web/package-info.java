/**
 * What every page stands on: language and texts, errors at their fields, headers, the check of where a
 * form came from, style sheets and scripts.
 *
 * <p>Nothing here knows who calls: that is {@code signin}'s. A page of its own belongs to the package of what
 * it is about.
 */
@NullMarked
package jp.kenpo.portal.web;

import org.jspecify.annotations.NullMarked;
