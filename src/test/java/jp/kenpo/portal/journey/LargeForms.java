package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

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
        byte[] form = new byte[BYTES];
        isRefused(BodyPublishers.ofByteArray(form), 413);
        isRefused(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)), 411);
    }

    private void isRefused(BodyPublisher form, int status) {
        HttpResponse<String> answer =
                visitor.send("/sign-in/password.xhtml", form).join();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith(WORDS);
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWithIgnoringCase("text/plain"));
    }
}
