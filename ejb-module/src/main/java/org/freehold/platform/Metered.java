package org.freehold.platform;

/**
 * The port through which a feature names what it lets be measured. Found by CDI; plans say how much
 * of it a tenant may have.
 */
public interface Metered {
  Meter meter();
}
