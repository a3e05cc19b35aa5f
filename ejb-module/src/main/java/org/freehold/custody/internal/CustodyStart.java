package org.freehold.custody.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Refuses settings that cannot be meant when the server starts: with the first checkpoint they
 * would keep it from being announced.
 */
@Singleton
@Startup
public class CustodyStart {
  private static final Logger LOG = System.getLogger(CustodyStart.class.getName());

  @Inject private CustodySettings mail;
  @Inject private StoreSettings store;

  @PostConstruct
  void check() {
    LOG.log(
        Level.INFO,
        "Checkpoints leave by mail to {0} and {1} into a store",
        mail.recipients().size(),
        store.isConfigured() ? "also" : "not");
  }
}
