package jp.kenpo.portal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerOrigin;
import jp.kenpo.portal.insurer.Insurers;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.member.Members;
import jp.kenpo.portal.notices.Notices;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.terms.Terms;

/** Saves a demo insurer once, whole, and moves it to the port of each start. */
@ApplicationScoped
public class DemoInstallation {

    private static final Logger LOG = Logger.getLogger(DemoInstallation.class.getName());

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Insurers insurers;

    @Inject
    Members members;

    @Inject
    Accounts accounts;

    @Inject
    Terms terms;

    @Inject
    RecoveryLinks links;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /** What was saved before stays as its members left it; only the origins follow the port. */
    @Transactional
    public void install(DemoInsurer demo, int port) {
        Insurer insurer = find(demo.insurer().code()).orElseGet(() -> create(demo));
        insurers.replaceOrigins(insurer, origins(insurer, demo, port));
    }

    /** Invites one of an insurer's staff who has no account yet; the log has the link, which {@code bin/run} tells. */
    @Transactional
    public void invite(String code, AccountOwner.Staff staff, UserId userId) {
        Insurer insurer = find(code).orElseThrow();
        if (accounts.find(insurer.id(), userId).isPresent()) {
            return;
        }
        Account account = accounts.add(new Account(insurer.id(), staff, userId, SecondFactorMethod.OTP));
        entities.flush();
        LOG.info(userId + ": " + links.invite(insurers.now(insurer.id()).origin(), account));
    }

    private Optional<Insurer> find(String code) {
        return insurers.all().stream()
                .filter(insurer -> insurer.code().equals(code))
                .findFirst();
    }

    private Insurer create(DemoInsurer demo) {
        Insurer insurer = insurers.add(demo.insurer(), demo.policy(), clock.instant());
        terms.add(demo.terms(insurer.id()));
        DemoHome.notices(insurer, clock.instant()).forEach(notices::add);
        DemoHome.services(insurer).forEach(insurers::add);
        demo.people().forEach(person -> admit(person, insurer));
        return insurer;
    }

    private void admit(DemoPerson person, Insurer insurer) {
        Member member = members.add(person.member(insurer.id()));
        // JPA knows no relation between the two, so it would insert them in any order.
        entities.flush();
        accounts.add(new Account(member, person.userId(), null));
    }

    private static List<InsurerOrigin> origins(Insurer insurer, DemoInsurer demo, int port) {
        return Stream.concat(Stream.of(demo.host()), demo.otherHosts().stream())
                .map(host -> origin(insurer, host, port, demo.host()))
                .toList();
    }

    private static InsurerOrigin origin(Insurer insurer, String host, int port, String canonicalHost) {
        String authority = port == 80 ? host : host + ":" + port;
        return new InsurerOrigin(insurer.id(), "http", authority, canonicalHost, host.equals(canonicalHost));
    }
}
