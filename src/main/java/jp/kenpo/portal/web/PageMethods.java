package jp.kenpo.portal.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls what pages call, such as {@code page.text('why')}, and remembers which method that is.
 *
 * <p>The standard resolver looks for it among copies of all the methods of the class, at every call: a third of what a
 * page left to be collected. It still does where there is more than one to choose from, and for collections, which EL has
 * operations of its own for.
 */
public final class PageMethods extends ELResolver {

    /** Goes with the application, whose classes it holds; in a static field of a class of the JDK it would stay. */
    private final Map<Call, Optional<Method>> known = new ConcurrentHashMap<>();

    private record Call(Class<?> type, String name, int arguments) {

        Optional<Method> method() {
            List<Method> named = Arrays.stream(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(name) && takesAsMany(candidate))
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
        if (base == null || base instanceof Collection || !(method instanceof String name) || arguments == null) {
            return null;
        }
        Optional<Method> found = known.computeIfAbsent(new Call(base.getClass(), name, arguments.length), Call::method)
                .filter(only -> !isHandedOnWhole(only, arguments));
        if (found.isEmpty()) {
            return null;
        }
        Object result = call(found.get(), base, converted(context, found.get(), arguments));
        context.setPropertyResolved(base, method);
        return result;
    }

    /** Whether the last argument is an array of all that may stand there. */
    private static boolean isHandedOnWhole(Method method, @Nullable Object[] arguments) {
        int last = method.getParameterCount() - 1;
        return method.isVarArgs()
                && arguments.length == last + 1
                && method.getParameterTypes()[last].isInstance(arguments[last]);
    }

    private static @Nullable Object call(Method method, Object base, @Nullable Object[] arguments) {
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static @Nullable Object[] converted(ELContext context, Method method, @Nullable Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] converted = new Object[types.length];
        int single = method.isVarArgs() ? types.length - 1 : types.length;
        for (int i = 0; i < single; i++) {
            converted[i] = converted(context, types[i], arguments[i]);
        }
        if (method.isVarArgs()) {
            Class<?> type = types[single].getComponentType();
            Object rest = Array.newInstance(type, arguments.length - single);
            for (int i = single; i < arguments.length; i++) {
                Array.set(rest, i - single, converted(context, type, arguments[i]));
            }
            converted[single] = rest;
        }
        return converted;
    }

    private static @Nullable Object converted(ELContext context, Class<?> type, @Nullable Object argument) {
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
