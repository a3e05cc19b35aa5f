package org.freehold.market;

/** {@code making → made}, or {@code making → undoing → undone} when something could not be made. */
public enum TemplateUseStatus {
  MAKING,
  MADE,
  UNDOING,
  UNDONE
}
