package jp.kenpo.portal.signin;

import java.util.Optional;
import jp.kenpo.portal.insurer.CurrentInsurer;

/**
 * What a request stands in: whose pages are asked for, who asks, and what he has to do next.
 *
 * @param canonical whether the request came to the insurer's own origin, not to one that leads there
 * @param caller empty where nobody is known
 * @param past the visit that is over, where its token still came along
 */
public record Visit(
        CurrentInsurer insurer,
        boolean canonical,
        Optional<Caller> caller,
        SignInStep step,
        Optional<PastVisit> past) {}
