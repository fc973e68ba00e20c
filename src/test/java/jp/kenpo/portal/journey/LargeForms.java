package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms that no page sends, and that servers answer with bare errors of their own or read to their end. */
final class LargeForms {

    /** More than Payara reads. WildFly answers 400 from 10 MB on, before the portal is asked. */
    private static final int BYTES = 9_000_000;

    private static final String WORDS = "送信された内容が大きすぎるため、受け付けられませんでした。";

    private final Visitor visitor;

    LargeForms(String portal) {
        this.visitor = new Visitor(portal);
    }

    void areRefusedInWords() {
        String form = "a".repeat(BYTES);
        isRefused(WireRequest.post("/sign-in/password.xhtml", form), 413);
        isRefused(WireRequest.post("/sign-in/password.xhtml", form).inChunks(), 411);
    }

    private void isRefused(WireRequest form, int status) {
        Answer answer = visitor.ask(form);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).startsWith(WORDS);
        assertThat(answer.headers("Content-Security-Policy")).hasSize(1);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWithIgnoringCase("text/plain"));
    }
}
