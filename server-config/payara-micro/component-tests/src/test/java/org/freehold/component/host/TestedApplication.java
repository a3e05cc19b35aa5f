package org.freehold.component.host;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.freehold.audit.internal.OpenedDisclosures;
import org.freehold.audit.internal.OtherOrigin;
import org.freehold.audit.sealing.internal.OvertakenBundles;
import org.freehold.audit.sealing.internal.SealingProbe;
import org.freehold.audit.sealing.internal.SealingStatements;
import org.freehold.platform.work.WorkStatements;
import org.freehold.webhooks.internal.DueProbe;
import org.freehold.webhooks.internal.QueueStatements;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, with the tests added to it: one deployment for all test classes. */
@ArquillianSuiteDeployment
public class TestedApplication {
  @Deployment
  public static WebArchive application() throws URISyntaxException {
    return ShrinkWrap.create(ZipImporter.class, "freehold.war")
        .importFrom(new File(System.getProperty("component.war")))
        .as(WebArchive.class)
        .addPackage("org.freehold.component")
        .addClasses(OpenedDisclosures.class, OtherOrigin.class)
        .addClasses(SealingProbe.class, OvertakenBundles.class)
        .addClasses(SealingStatements.class, WorkStatements.class)
        .addClasses(DueProbe.class, DueProbe.Taken.class, QueueStatements.class)
        .addAsLibrary(
            new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }
}
