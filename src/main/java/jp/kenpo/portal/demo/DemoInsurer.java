package jp.kenpo.portal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.insurer.CrowdPolicy;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.terms.TermsWording;
import jp.kenpo.portal.web.Language;

/**
 * A made-up insurer before it is saved.
 *
 * @param host where its pages are; also the relying party's domain
 * @param otherHosts names that lead to {@code host}
 */
record DemoInsurer(
        Insurer insurer, InsurerPolicy policy, String host, List<String> otherHosts, List<DemoPerson> people) {

    private static final LocalDate TERMS_EFFECTIVE_ON = LocalDate.of(2025, 4, 1);

    DemoInsurer {
        otherHosts = List.copyOf(otherHosts);
        people = List.copyOf(people);
    }

    /**
     * The standard policy, but for what the demo shows in two ways, for initial passwords that stay, and for tries from
     * one address: whoever plays an attacker here sits at the member's own machine.
     */
    static InsurerPolicy policy(PasswordProfile profile, HandOver handOver) {
        InsurerPolicy standard = InsurerPolicy.standard();
        return new InsurerPolicy(
                profile,
                standard.initialPassword(),
                Optional.empty(),
                standard.methods(),
                handOver,
                standard.languages(),
                standard.idleLimit(),
                standard.absoluteLimit(),
                standard.recoveryWait(),
                standard.helpApproval(),
                standard.guesses(),
                new CrowdPolicy(100_000, standard.crowds().alarmFailures()));
    }

    /** The first version of its terms of use; both insurers have the same, each with its own name. */
    TermsVersion terms(long insurerId) {
        TermsWording.Twice text = new TermsWording.Twice(terms(Language.JA), terms(Language.EN));
        return new TermsVersion(insurerId, 1, TermsWording.of(Optional.of(TERMS_EFFECTIVE_ON), text));
    }

    private String terms(Language language) {
        return file("terms_" + language.code() + ".md")
                .replace("{insurer}", insurer.brand().name(language));
    }

    /** The text of a file that lies beside the demo's key in the WAR. */
    static String file(String name) {
        try (InputStream file = DemoInsurer.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The WAR lacks /demo/" + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
