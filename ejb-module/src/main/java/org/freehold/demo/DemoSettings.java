package org.freehold.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of demo data. */
@ApplicationScoped
public class DemoSettings {
  @Inject
  @ConfigProperty(name = "freehold.mode")
  private String mode;

  @Inject
  @ConfigProperty(name = "freehold.demo.password")
  private Optional<String> password;

  /** The first password of demo users; empty in production, where a shared one has no place. */
  public Optional<String> password() {
    return mode.equals("production") ? Optional.empty() : password;
  }
}
