package org.freehold.engine.transparency.bundle;

/**
 * One thing that is wrong.
 *
 * @param code a stable word for it
 * @param index of the leaf concerned; null when it is about none
 * @param event the id of the event concerned, as far as it is known; else null
 * @param text a sentence
 */
public record Finding(String code, Long index, String event, String text) {

  static Finding of(String code, String text) {
    return new Finding(code, null, null, text);
  }
}
