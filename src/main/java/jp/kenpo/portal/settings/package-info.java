/**
 * M6 設定: how an insurer shows itself, where it is reached, and how its members sign in, as its managers decide.
 *
 * <p>What is decided holds from each browser's next request on, on every node, and nothing of it is lost: each change
 * stands in the history and can be undone.
 */
@NullMarked
package jp.kenpo.portal.settings;

import org.jspecify.annotations.NullMarked;
