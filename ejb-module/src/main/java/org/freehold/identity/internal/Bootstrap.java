package org.freehold.identity.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.freehold.identity.IdentitySettings;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.tenancy.PlatformSetup;

/**
 * Makes a new installation usable: checks the schema, makes the first keys, and the first operator
 * when one is configured.
 */
@Singleton
@Startup
public class Bootstrap {
  @Inject private SchemaCheck schema;
  @Inject private DataKeys dataKeys;
  @Inject private SigningKeys signingKeys;
  @Inject private PlatformSetup platform;
  @Inject private IdentitySettings settings;

  // On the method: for life-cycle methods the container does not look at the class.
  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    schema.requireKnown();
    dataKeys.ensure();
    signingKeys.rotate();
    if (settings.adminEmail().isPresent() && settings.adminPassword().isPresent()) {
      CallContext call = CallContext.system("bootstrap", TenantRef.PLATFORM);
      try (CurrentCall.Scope scope = CurrentCall.open(call)) {
        java.util.Objects.requireNonNull(scope);
        if (!platform.hasOperator()) {
          platform.installOperator(settings.adminEmail().get(), settings.adminPassword().get());
        }
      }
    }
  }
}
