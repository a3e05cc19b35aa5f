package org.freehold.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.freehold.environments.internal.OutsideAddress;

/**
 * Makes and changes environments: a permit, a look at the address of an outside database, and the
 * change. Names are looked up in no transaction, for as long as that takes.
 */
@ApplicationScoped
public class EnvironmentChanges {
  @Inject private Environments environments;
  @Inject private OutsideAddress addresses;

  public EnvironmentDetails create(EnvironmentFields fields) {
    String address =
        fields.target().kind() == TargetKind.OUTSIDE
            ? environments.permitCreation(fields.projectId(), fields)
            : null;
    return environments.create(fields.projectId(), fields, lookedUp(address));
  }

  /** {@code expectedVersion} null: whatever is there. */
  public EnvironmentDetails change(
      EnvironmentId id, UnaryOperator<EnvironmentFields> change, Long expectedVersion) {
    String address = environments.permitChange(id, change);
    return environments.change(id, change, expectedVersion, lookedUp(address));
  }

  private LookedUpAddress lookedUp(String address) {
    if (address != null) {
      addresses.check(address);
    }
    return new LookedUpAddress(address);
  }
}
