package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import jp.kenpo.portal.platform.Parsed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What holds of everything that is sent for a passkey, or typed for a device's name. */
class SentByDevicesPropertiesTest {

    @Property
    void the_id_that_is_written_twice_is_read(@ForAll("ids") String id) {
        String credential = JsonMapper.shared()
                .createObjectNode()
                .put("type", "public-key")
                .put("rawId", id)
                .put("id", id)
                .toString();

        assertThat(PublicKeyCredentialJson.id(credential)).isEqualTo(id);
    }

    @Property
    void what_is_no_credential_is_refused_in_a_way_that_is_known(@ForAll("nearlyCredentials") String sent) {
        Throwable refusal = catchThrowable(() -> PublicKeyCredentialJson.id(sent));

        if (refusal != null) {
            assertThat(refusal).isInstanceOfAny(JacksonException.class, IllegalArgumentException.class);
        }
    }

    @Property
    void what_a_browser_reports_is_always_given_a_sentence(
            @ForAll String failure, @ForAll("nearlyCredentials") String credential) {
        PasskeyAnswer answer = new PasskeyAnswer("", credential, failure, "");

        assertThat(answer.whyNot().refusal().key()).startsWith("passkey.");
        assertThat(answer.isFailure()).isEqualTo(!failure.isEmpty() || credential.isEmpty());
    }

    @Property
    void a_device_has_a_name_of_one_short_line(@ForAll String typed) {
        Parsed<DeviceName> read = DeviceName.parse(typed, "iPhone");

        if (read instanceof Parsed.Value<DeviceName> taken) {
            String name = taken.value().value();
            assertThat(name).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
            assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(DeviceName.LONGEST);
            assertThat(DeviceName.parse(name, "iPhone")).isEqualTo(read);
        }
    }

    @Property
    void no_two_devices_get_the_same_name(@ForAll("names") String wished, @ForAll("manyNames") List<String> others) {
        assertThat(others).doesNotContain(DeviceName.unused(wished, others));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_")
                .ofMinLength(1)
                .ofMaxLength(1400);
    }

    @Provide
    Arbitrary<String> nearlyCredentials() {
        Arbitrary<String> value = Arbitraries.of(
                "\"public-key\"", "\"AAAA\"", "\"\"", "null", "1e999", "[]", "{}", "\"\\ud800\"", "[[[[", "\"");
        Arbitrary<String> name = Arbitraries.of("\"id\"", "\"rawId\"", "\"type\"", "\"response\"", "id");
        Arbitrary<String> members = Combinators.combine(name, value)
                .as((key, held) -> key + ":" + held)
                .list()
                .ofMaxSize(5)
                .map(all -> String.join(",", all));
        return Arbitraries.oneOf(
                members.map(all -> "{" + all + "}"),
                members.map(all -> "{" + all),
                Arbitraries.strings().withChars("{}[]\":,\\u0123 \u0000\uD800").ofMaxLength(2000),
                Arbitraries.of("[", "{\"id\":").map(open -> open.repeat(60_000)),
                Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("iPhone", "母の電話");
    }

    @Provide
    Arbitrary<List<String>> manyNames() {
        return Arbitraries.of("iPhone", "iPhone 2", "iPhone 3", "母の電話", "母の電話 2")
                .list()
                .ofMaxSize(6);
    }
}
