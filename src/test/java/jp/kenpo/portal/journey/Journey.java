package jp.kenpo.portal.journey;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives journeys a portal, one with its database beside it, and Chromium, each started once for all of them. */
final class Journey implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class
                || type == PortalProcess.class
                || type == PortalWithDatabase.class
                || type == PasskeyPortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store all = context.getRoot().getStore(Namespace.create(Journey.class));
        Class<?> type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return all.getOrComputeIfAbsent("browser", key -> new Chromium(), Chromium.class)
                    .browser();
        }
        if (type == PasskeyPortal.class) {
            return all.getOrComputeIfAbsent(
                    "portal for passkeys", key -> PasskeyPortal.start(data("passkeys")), PasskeyPortal.class);
        }
        return type == PortalProcess.class
                ? all.getOrComputeIfAbsent("portal", key -> PortalProcess.start(data("data")), PortalProcess.class)
                : all.getOrComputeIfAbsent(
                        "portal with database",
                        key -> PortalWithDatabase.start(data("beside")),
                        PortalWithDatabase.class);
    }

    private static Path data(String name) {
        return Path.of(
                "target", "journeys", name + "-" + ProcessHandle.current().pid());
    }
}
