/**
 * How tests run inside the server: one start, one deployment of the WAR that ships, for all of them.
 *
 * <p>What a package's own tests need lies in that package; here is only what every one of them uses.
 */
@NullMarked
package jp.kenpo.portal.container;

import org.jspecify.annotations.NullMarked;
