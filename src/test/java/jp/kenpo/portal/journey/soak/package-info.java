/**
 * The unbreakable journey: a model of what members may come upon drives the portal in Chromium at random, and after
 * each move sees whether the portal kept to it.
 *
 * <p>The model knows what the member really did, never what the portal has stored: what it takes for right rests on
 * nothing that the portal says. A new page of the portal is a line in {@link jp.kenpo.portal.journey.soak.Place}.
 */
@NullMarked
package jp.kenpo.portal.journey.soak;

import org.jspecify.annotations.NullMarked;
