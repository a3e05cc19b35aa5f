package org.freehold.platform;

/**
 * The port through which a feature names what it lets be measured. Found by CDI; its quota is in
 * the settings {@code freehold.quotas.<meter>.<tier>}.
 */
public interface Metered {
  Meter meter();
}
