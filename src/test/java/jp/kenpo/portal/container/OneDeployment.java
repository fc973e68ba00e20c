package jp.kenpo.portal.container;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jspecify.annotations.Nullable;

/**
 * Deploys once for all test classes; Arquillian alone would start a server for each.
 *
 * <p>The first class's deployment is handed to every later one and is never undeployed: the server ends with
 * the tests' own process.
 */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Steps in wherever Arquillian would make, deploy or undeploy a class's own deployment. */
    public static class Keeper {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        private @Nullable DeploymentScenario kept;
        private boolean deployed;

        void onGenerate(@Observes EventContext<GenerateDeployment> generate) {
            if (kept == null) {
                generate.proceed();
                kept = scenario.get();
            } else {
                scenario.set(kept);
            }
        }

        void onDeploy(@Observes EventContext<DeployManagedDeployments> deploy) {
            if (!deployed) {
                deployed = true;
                deploy.proceed();
            }
        }

        void onUndeploy(@Observes EventContext<UnDeployManagedDeployments> undeploy) {
            // Not proceeded with: the next class needs it.
        }
    }
}
