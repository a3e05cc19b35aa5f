package org.freehold.compliance.catalogue;

import java.util.List;
import org.freehold.compliance.Framework;

/** The controls of each framework that the product can say something about. */
public final class Controls {
  private Controls() {}

  public static List<Control> of(Framework framework) {
    return switch (framework) {
      case SOC2 -> Soc2.CONTROLS;
      case HIPAA -> Hipaa.CONTROLS;
      case GDPR -> Gdpr.CONTROLS;
      case ISO27001 -> Iso27001.CONTROLS;
      case PCI_DSS -> PciDss.CONTROLS;
    };
  }
}
