package jp.kenpo.portal.container;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.net.URISyntaxException;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.DeploymentConfiguration;
import org.jboss.arquillian.container.test.api.DeploymentConfiguration.DeploymentContentBuilder;
import org.jboss.arquillian.container.test.spi.client.deployment.AutomaticDeployment;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.slf4j.LoggerFactory;

/** The WAR that ships, as it was packaged, with the in-container tests as one more library. */
public class PortalDeployment implements AutomaticDeployment {

    private static final String BEANS_XML =
            "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0' bean-discovery-mode='annotated'/>";

    @Override
    public DeploymentConfiguration generateDeploymentScenario(TestClass testClass) {
        WebArchive portal = ShrinkWrap.create(ZipImporter.class, "kenpo-portal.war")
                .importFrom(new File(System.getProperty("portal.test.war")))
                .as(WebArchive.class)
                .addAsLibrary(tests())
                .addAsLibraries(
                        libraryOf(Assertions.class),
                        libraryOf(ByteBuddy.class),
                        libraryOf(GreenMail.class),
                        libraryOf(LoggerFactory.class));
        // The server writes its log there, but makes no folder.
        new File(System.getProperty("portal.test.folder")).mkdirs();
        return new DeploymentContentBuilder(portal).get();
    }

    private static JavaArchive tests() {
        return ShrinkWrap.create(ExplodedImporter.class, "kenpo-portal-tests.jar")
                .importDirectory(libraryOf(PortalDeployment.class), PortalDeployment::runsInContainer)
                .as(JavaArchive.class)
                .addAsManifestResource(new StringAsset(BEANS_XML), "beans.xml");
    }

    /** Not the journeys, which drive a browser from outside, nor plain tests and benchmarks, which need no server. */
    private static boolean runsInContainer(ArchivePath path) {
        String name = path.get();
        return (name + "/").startsWith("/jp/")
                && !name.contains("/journey/")
                && !name.contains("/jmh_generated/")
                && !name.matches(".*(Test|Benchmark)(\\$.*)?\\.class");
    }

    private static File libraryOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No file holds " + type, e);
        }
    }
}
