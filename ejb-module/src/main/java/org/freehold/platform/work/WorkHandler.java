package org.freehold.platform.work;

/**
 * A feature's answer to one kind of work. Found by CDI. Called inside the call context of the
 * item's tenant.
 */
public interface WorkHandler {
  String kind();

  /**
   * Does the work in transactions of its own; done twice it must do no harm. It may take long: the
   * lease is kept for as long as this node lives. An exception means: again later.
   */
  void handle(WorkItem item) throws Exception;
}
