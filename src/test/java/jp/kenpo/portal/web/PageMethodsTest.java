package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
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

        public String broken() {
            throw new IllegalStateException("broken");
        }
    }

    private static final class WithoutResolvers extends ELContext {
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
    void whatIsNotOneMethodAloneIsLeftToOthers() {
        assertThat(call("either", "one")).isNull();
        assertThat(call("none")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
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
