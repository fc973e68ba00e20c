package jp.kenpo.portal.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls what pages call, such as {@code page.text('why')}, and remembers which method that is.
 *
 * <p>The standard resolver looks for it among copies of all the methods of the class, at every call: a third of what a
 * page left to be collected. Where there is more than one to choose from, it still does.
 */
public final class PageMethods extends ELResolver {

    private static final ClassValue<Map<Call, Optional<Method>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Call, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private record Call(String method, int arguments) {

        Optional<Method> in(Class<?> type) {
            List<Method> named = Arrays.stream(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(method) && takesAsMany(candidate))
                    .toList();
            return named.size() == 1 && isPublic(named.get(0)) ? Optional.of(named.get(0)) : Optional.empty();
        }

        private boolean takesAsMany(Method candidate) {
            int parameters = candidate.getParameterCount();
            return candidate.isVarArgs() ? arguments >= parameters - 1 : arguments == parameters;
        }

        private static boolean isPublic(Method found) {
            return Modifier.isPublic(found.getDeclaringClass().getModifiers());
        }
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (base == null || !(method instanceof String name) || arguments == null) {
            return null;
        }
        Optional<Method> found = KNOWN.get(base.getClass())
                .computeIfAbsent(new Call(name, arguments.length), call -> call.in(base.getClass()));
        if (found.isEmpty()) {
            return null;
        }
        Object result = invoke(context, base, found.get(), arguments);
        context.setPropertyResolved(base, method);
        return result;
    }

    private static @Nullable Object invoke(
            ELContext context, Object base, Method method, @Nullable Object[] arguments) {
        try {
            return method.invoke(base, fitting(context, method, arguments));
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static @Nullable Object[] fitting(ELContext context, Method method, @Nullable Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] fitting = new Object[types.length];
        int single = method.isVarArgs() ? types.length - 1 : types.length;
        for (int i = 0; i < single; i++) {
            fitting[i] = fitting(context, types[i], arguments[i]);
        }
        if (method.isVarArgs()) {
            Class<?> type = types[single].getComponentType();
            Object rest = Array.newInstance(type, arguments.length - single);
            for (int i = single; i < arguments.length; i++) {
                Array.set(rest, i - single, fitting(context, type, arguments[i]));
            }
            fitting[single] = rest;
        }
        return fitting;
    }

    private static @Nullable Object fitting(ELContext context, Class<?> type, @Nullable Object argument) {
        return type.isInstance(argument) ? argument : context.convertToType(argument, type);
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
