package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageMethodsTest {

    private final PageMethods methods = new PageMethods();
    private final ELContext context = new WithoutResolvers();

    /** As pages have them. */
    public static class Bean {

        public String text(String name, Object... places) {
            return name + places.length;
        }

        public String label(String name) {
            return "label of " + name;
        }

        public String either(String one) {
            return one;
        }

        public String either(Integer other) {
            return other.toString();
        }

        public int twice(int number) {
            return 2 * number;
        }

        public String broken() {
            throw new IllegalStateException("broken");
        }
    }

    /** Of a class that pages cannot reach. */
    private static final class Hidden {

        @SuppressWarnings("unused")
        public String text() {
            return "hidden";
        }
    }

    private static final class WithoutResolvers extends ELContext {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T convertToType(Object value, Class<T> type) {
            return (T) (type == int.class ? Integer.valueOf(value.toString()) : value);
        }

        @Override
        public ELResolver getELResolver() {
            throw new IllegalStateException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new IllegalStateException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new IllegalStateException();
        }
    }

    @Test
    void whatAPageCallsIsCalled() {
        assertThat(call("label", "birth-date")).isEqualTo("label of birth-date");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void whateverStandsBehindIsHandedOn() {
        assertThat(call("text", "why")).isEqualTo("why0");
        assertThat(call("text", "why", "one", 2)).isEqualTo("why2");
    }

    @Test
    void whatStandsThereIsMadeWhatTheMethodTakes() {
        assertThat(call("twice", "21")).isEqualTo(42);
    }

    @Test
    void whatIsNotOneMethodAloneIsLeftToOthers() {
        assertThat(call("either", "one")).isNull();
        assertThat(call("none")).isNull();
        assertThat(call("text", "why", new Object[] {"one", "two"})).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void whatNoPageCanReachAndWhatElHasOperationsForIsLeftToOthers() {
        assertThat(methods.invoke(context, new Hidden(), "text", null, new Object[0]))
                .isNull();
        assertThat(methods.invoke(context, List.of("one"), "stream", null, new Object[0]))
                .isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void whereNothingIsCalledNothingIsAnswered() {
        assertThat(methods.invoke(context, new Bean(), "label", null, null)).isNull();
        assertThat(methods.invoke(context, null, "label", null, new Object[] {"one"}))
                .isNull();
    }

    @Test
    void whatGoesWrongIsTold() {
        assertThatThrownBy(() -> call("broken"))
                .isInstanceOf(ELException.class)
                .hasCause(new IllegalStateException("broken"));
    }

    private Object call(String method, Object... arguments) {
        return methods.invoke(context, new Bean(), method, null, arguments);
    }
}
