package org.freehold.platform.json;

/** An enum whose wire names are not simply its constants in lower case. */
public interface WireNamed {
  String wireName();
}
