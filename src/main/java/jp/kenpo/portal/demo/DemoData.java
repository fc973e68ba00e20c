package jp.kenpo.portal.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jp.kenpo.portal.platform.Migrations;
import jp.kenpo.portal.platform.Settings;

/** Sees to it at each start that the demo insurers are there, at the port of this start; only in demo mode. */
@ApplicationScoped
public class DemoData {

    @Inject
    Settings settings;

    @Inject
    DemoInstallation installation;

    void start(@Observes @Priority(Migrations.PRIORITY + 10) Startup start) {
        settings.demo().ifPresent(demo -> {
            installation.install(DemoSociety.insurer(), demo.port());
            installation.invite(DemoSociety.CODE, DemoSociety.manager(), DemoSociety.MANAGER);
            installation.install(SakuraSociety.insurer(), demo.port());
        });
    }
}
