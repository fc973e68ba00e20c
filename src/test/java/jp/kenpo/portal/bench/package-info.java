/**
 * Measures the portal from outside: {@code bin/bench} starts it as it ships and drives it from this process over
 * loopback. Nothing here is a test; what is measured stands in {@code docs/benchmark.md}.
 */
@NullMarked
package jp.kenpo.portal.bench;

import org.jspecify.annotations.NullMarked;
