package org.freehold.engine.access;

/**
 * A resource as permissions know it.
 *
 * @param readIndex of its read permission, or {@link #NONE}: it is then seen by those who hold the
 *     permission asked for
 * @param adminIndex of its admin permission, or {@link #NONE}
 */
public record ResourceKind(String name, int readIndex, int adminIndex) {

  public static final int NONE = -1;
}
