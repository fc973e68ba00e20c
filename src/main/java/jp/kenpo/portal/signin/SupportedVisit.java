package jp.kenpo.portal.signin;

import java.time.Instant;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.web.UserAgent;

/**
 * A visit whose member reads its code to staff.
 *
 * @param step that is open
 * @param device on which it began
 */
public record SupportedVisit(Account account, long sessionId, SignInStep step, UserAgent device, Instant startedAt) {}
