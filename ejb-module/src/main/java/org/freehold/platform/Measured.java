package org.freehold.platform;

import java.util.List;

/**
 * The port through which a feature tells numbers that the operator's monitoring collects. Found by
 * CDI, asked with every collection.
 */
public interface Measured {
  List<Measurement> measure();
}
