package jp.kenpo.portal.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets a test class run inside the server, in the WAR that ships.
 *
 * <p>Nothing else is to be declared: the class injects the portal's beans, and beside them what only tests have:
 * {@code Given} (insurers, members, accounts), {@code Transactions}, {@code MovableClock}, {@code Mailbox}.
 * All such classes share one server, one database and one clock that moves forward only; so each asks
 * {@code Given} for an insurer of its own, whose host is {@code <code>.localhost}.
 *
 * <p>Each method is called by a request to {@code http://localhost:<portal.test.port>/}, on that request's
 * thread; where several threads are needed, {@code AtOnce} has them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ArquillianExtension.class)
public @interface InContainer {}
